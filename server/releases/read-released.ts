import type { Guarded } from '../../surveys/engine/hide-small.ts'
import type { ProtectedTally } from '../../surveys/engine/protect.ts'
import { protectBudget, protectRank } from '../../surveys/engine/protect-kinds.ts'
import type { ToldTable } from '../../surveys/engine/release/count-table.ts'
import type { Outcome } from '../../surveys/engine/release/protect-tables.ts'
import { countedOptions, type QuestionTally } from '../../surveys/engine/tally.ts'
import { textIn } from '../../surveys/engine/text.ts'
import type { ComparisonTable } from '../../web/desk/results/comparison.tsx'
import { readResult } from '../../web/desk/results/result-of.ts'
import type { ReleasedQuestion } from '../../web/public/released.ts'
import { areasOf } from '../desk/results/areas.ts'
import type { Asked, Counting } from './count-question.ts'
import { publicLimits } from './public-limits.ts'

/** One question as the public will read it; undefined where nothing of it can be told. */
export function readReleased(
  { question, tables, everybody, step, isFolded }: Counting,
  { edition, columns, groups }: Asked,
  outcomes: ReadonlyMap<string, Outcome>,
  now: number,
  before: ReleasedQuestion | undefined,
): ReleasedQuestion | undefined {
  const found = tables.map(({ key }) => outcomes.get(key))
  if (found.some((outcome) => !outcome || outcome.kind === 'kept')) return before
  const told = found.flatMap((outcome) => (outcome?.kind === 'new' ? [outcome.table] : []))
  // Where one row of several cannot be told, nothing is: what is left would read as the whole.
  if (told.length < tables.length) return before
  const { k } = publicLimits
  const guarded = guardedBy(everybody, told, k)
  const firsts = everybody.kind === 'rank' ? valuesOf(told[0], 0) : undefined
  const areas = areasOf({ columns }, question, k)
  const table = readResult(
    question,
    edition,
    { tallied: everybody, guarded, merged: isFolded, ...(firsts && { firsts }) },
    { total: columns.count, k, step, areas },
  )
  if (!table) return
  const [only] = told
  const compared =
    told.length === 1 && only ? breakdownOf(only, { question, edition, groups }) : undefined
  const breakdown = compared ? { takenAt: now, table: compared } : before?.breakdown
  return { takenAt: now, table, ...(breakdown && { breakdown }) }
}

function guardedBy(
  tallied: QuestionTally,
  tables: readonly ToldTable[],
  k: number,
): ProtectedTally {
  const [table] = tables
  const asked = { shown: numberOf(table, 'shown'), answered: numberOf(table, 'answered') }
  const values = valuesOf(table, 0)
  switch (tallied.kind) {
    case 'choice': {
      const counts = values.slice(0, tallied.counts.length)
      const [dontKnow = 0] = values.slice(tallied.counts.length)
      return { kind: 'choice', ...asked, counts, dontKnow, picks: null }
    }
    case 'rows':
      return {
        kind: 'rows',
        rows: tallied.rows.map(({ id }, at) => ({
          id,
          shown: numberOf(tables[at], 'shown'),
          answered: numberOf(tables[at], 'answered'),
          counts: valuesOf(tables[at], 0),
        })),
      }
    case 'number':
      return { kind: 'number', ...asked, values: zipped(tallied.values, values) }
    case 'date':
      return { kind: 'date', ...asked, days: zipped(tallied.days, values) }
    case 'rank':
      return { kind: 'rank', ...asked, ...protectRank(tallied, k) }
    case 'budget': {
      const { options } = protectBudget(tallied, k)
      const told = options.map((option, at) => withGivers(option, values[at] ?? null))
      return { kind: 'budget', ...asked, options: told }
    }
    case 'text':
    case 'pin':
      return { kind: tallied.kind, ...asked }
    case 'note':
      return tallied
  }
}

// A mean of stickers whose givers are not told would tell of them.
function withGivers<T extends { mean: Guarded; share: Guarded }>(option: T, givers: Guarded) {
  return givers === null ? { ...option, mean: null, share: null, givers } : { ...option, givers }
}

function zipped(of: ReadonlyMap<number, number>, values: readonly Guarded[]): Map<number, Guarded> {
  return new Map([...of.keys()].map((value, at) => [value, values[at] ?? null]))
}

function numberOf(table: ToldTable | undefined, number: 'shown' | 'answered', line = 0): Guarded {
  return table?.told[line]?.[number] ? (table.counted.lines[line]?.[number] ?? null) : null
}

function valuesOf(table: ToldTable | undefined, line: number): Guarded[] {
  const told = table?.told[line]
  return (table?.counted.lines[line]?.counts ?? []).map((count, at) =>
    told?.counts[at] ? count : null,
  )
}

/** Neighbourhoods side by side, those of which something is told. */
function breakdownOf(
  table: ToldTable,
  {
    question,
    edition,
    groups,
  }: { question: Counting['question'] } & Pick<Asked, 'edition' | 'groups'>,
): ComparisonTable | undefined {
  const told = table.told.flatMap((line, at) =>
    at > 0 && line.shown && line.counts.some(Boolean) ? [{ line, at }] : [],
  )
  if (told.length < 2) return
  const options = countedOptions(question, edition)
  return {
    caption: `各居民区：${textIn(question.title, 'zh-CN')}`,
    note: '每格是占该居民区被问到的人的比例；有的居民区不单独列出，免得认出是谁。',
    foot: 'n（被问到的人）',
    groups: told.map(({ line, at }) => ({
      name: groups.find(({ id }) => id === line.group)?.name ?? line.group,
      n: baseOf(table, at, options.length),
    })),
    rows: options.map(({ label }, option) => ({
      label: textIn(label, 'zh-CN'),
      cells: told.map(({ at }) => {
        const count = valuesOf(table, at)[option] ?? null
        const base = baseOf(table, at, options.length)
        return { count, share: count === null || !base ? null : count / base }
      }),
    })),
  }
}

// "Don't know" stands outside the base, as for everybody, where it is told.
function baseOf(table: ToldTable, line: number, options: number): Guarded {
  const shown = numberOf(table, 'shown', line)
  return shown === null ? null : shown - (valuesOf(table, line)[options] ?? 0)
}
