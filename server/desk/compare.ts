import type { Columns } from '../../surveys/engine/columns.ts'
import { differences } from '../../surveys/engine/compare/differences.ts'
import { groupColumns } from '../../surveys/engine/compare/group-columns.ts'
import { protectCrossTab } from '../../surveys/engine/compare/protect-cross-tab.ts'
import { withGroups } from '../../surveys/engine/compare/with-groups.ts'
import { crossTab } from '../../surveys/engine/cross-tab.ts'
import type { Edition, Question } from '../../surveys/engine/definition.ts'
import type { Guarded } from '../../surveys/engine/hide-small.ts'
import type { Selected } from '../../surveys/engine/histogram.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import { wilson } from '../../surveys/engine/statistics/wilson.ts'
import { countedOptions, tally } from '../../surveys/engine/tally.ts'
import { textIn } from '../../surveys/engine/text.ts'
import type { CompareChoices } from '../../web/desk/compare/compare-page.tsx'
import type { Compared, ComparedCell } from '../../web/desk/compare/compared.ts'
import { peopleName } from '../../web/desk/names.ts'
import type { ResultFilter } from '../../web/desk/results/filter.ts'
import { guard, smallestGroup } from '../../web/desk/results/result-of.ts'
import { groupingsOf } from './groupings.ts'
import { narrow, type Results } from './results.ts'

/** What may be compared, and by what. */
export function compareChoices(results: Results): CompareChoices {
  const questions = [...questionsOf(results.edition).values()]
  return {
    questions: questions.filter(({ id }) => !results.groupedFrom.has(id)).flatMap(sidesOf),
    groupings: [
      ...groupingsOf(results).map(({ id, title }) => ({ id, label: textIn(title, 'zh-CN') })),
      ...questions.filter(({ kind }) => kind !== 'matrix' && kind !== 'pair').flatMap(sidesOf),
    ],
  }
}

/** One question by another, or by where and how people answered. */
export function compare(
  results: Results,
  q: string,
  by: string,
  filter: ResultFilter,
): Compared | 'choose' | 'same' | 'too-few' | 'nobody' {
  const choices = compareChoices(results)
  const asked = choices.questions.find(({ id }) => id === q)
  const group = choices.groupings.find(({ id }) => id === by)
  if (!asked || !group) return 'choose'
  if (q === by || results.groupedFrom.get(by)?.question === q) return 'same'
  const narrowed = narrow(results, filter)
  if (narrowed === 'too-few') return 'too-few'
  const grouping = groupingsOf(results).find(({ id }) => id === by)
  const { edition, columns } = grouping
    ? withGroups(results.edition, results.columns, grouping)
    : results
  const grouped = results.groupedFrom.get(by)
  const key = grouped?.question ?? by
  const tab = crossTab(edition, columns, q, key, narrowed.selected)
  if (tab.both === 0) return 'nobody'
  const [rowKind, columnKind] = [q, key].map((one) => picksOf(edition, one))
  const k = smallestGroup(results.audience)
  const picks = { rows: rowKind ?? 'one', columns: columnKind ?? 'one' }
  const [rows = [], columnsKnown = []] = [q, key].map((one) =>
    marginsTold(edition, columns, one, k, narrowed.selected),
  )
  const whole = protectCrossTab(tab, picks, k, { rows, columns: columnsKnown })
  const told = grouped && whole ? groupColumns(tab, whole, grouped, picks.rows, k) : whole
  if (!told) return 'too-few'
  const marks = differences(told)
  const groups = optionsAt(edition, by)
  // Groups nobody is in would only be empty columns.
  const seen = groups.map((_, at) => at).filter((at) => told.columnBases[at] !== 0)
  return {
    caption: asked.label,
    by: group.label,
    people: peopleName(results.audience),
    everybody: told.both < k ? null : told.both,
    groups: seen.map((at) => ({ label: groups[at] ?? '', base: told.columnBases[at] ?? null })),
    rows: optionsAt(edition, q).map((label, row) => ({
      label,
      whole: cellOf(told.rowBases[row], told.both, null),
      cells: seen.map((at) =>
        cellOf(told.counts[row]?.[at], told.columnBases[at], marks[row]?.[at] ?? null),
      ),
    })),
    overlap: columnKind === 'several',
    isGrouped: grouped !== undefined,
  }
}

/** Which options' people stand on the page of results; groups are told as a question would be. */
function marginsTold(
  edition: Edition,
  columns: Columns,
  key: string,
  k: number,
  selected: Selected | undefined,
): boolean[] {
  const question = questionAt(edition, key)
  if (!question) return []
  const { guarded } = guard(tally(question, edition, columns, selected), columns.count, k)
  const row = guarded.kind === 'rows' && guarded.rows.find(({ id }) => id === key.split('.')[1])
  const counts = row ? row.counts : guarded.kind === 'choice' ? guarded.counts : []
  return counts.map((count) => count !== null)
}

function cellOf(
  count: Guarded = null,
  base: Guarded = null,
  mark: ComparedCell['mark'] = null,
): ComparedCell {
  if (count === null || !base) return { count, share: null, interval: undefined, mark: null }
  return { count, share: count / base, interval: wilson(count, base), mark }
}

/** A question as something to choose, or each of its rows. */
function sidesOf(question: Question): { id: string; label: string }[] {
  const title = `${question.number ? `${question.number}. ` : ''}${textIn(question.title, 'zh-CN')}`
  switch (question.kind) {
    case 'single':
    case 'consent':
    case 'scale':
    case 'multiple':
      return [{ id: question.id, label: title }]
    case 'matrix':
      return question.rows.map(({ id, label }) => ({
        id: `${question.id}.${id}`,
        label: `${title} — ${textIn(label, 'zh-CN')}`,
      }))
    case 'pair':
      return question.pairs.map(({ id, options }) => ({
        id: `${question.id}.${id}`,
        label: `${title} — ${options.map(({ label }) => textIn(label, 'zh-CN')).join(' / ')}`,
      }))
    default:
      return []
  }
}

const questionAt = (edition: Edition, key: string) =>
  questionsOf(edition).get(key.split('.')[0] ?? '')

const picksOf = (edition: Edition, key: string) =>
  questionAt(edition, key)?.kind === 'multiple' ? ('several' as const) : ('one' as const)

function optionsAt(edition: Edition, key: string): string[] {
  const question = questionAt(edition, key)
  if (!question) return []
  const pair = question.kind === 'pair' && question.pairs.find(({ id }) => id === key.split('.')[1])
  const options = pair ? pair.options : countedOptions(question, edition)
  return options.map(({ label }) => textIn(label, 'zh-CN'))
}
