import { protectCrossTab } from '../../../surveys/engine/compare/protect-cross-tab.ts'
import { type Grouping, withGroups } from '../../../surveys/engine/compare/with-groups.ts'
import type { Question } from '../../../surveys/engine/definition.ts'
import { smallestGroup } from '../../../surveys/engine/guard.ts'
import { keptTally } from '../../../surveys/engine/kept-counts.ts'
import { crossOf } from '../../../surveys/engine/kept-cross-tab.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { maskedOptions } from '../../../surveys/engine/tally-columns.ts'
import { type Cells, weightedShares } from '../../../surveys/engine/weighting/margins.ts'
import type { WeightedTable } from '../../../web/desk/coverage/coverage.ts'
import { resultOf } from '../../../web/desk/results/result-of.ts'
import { fewestForShare } from '../../../web/desk/results/result-table.ts'
import { marginsKnown, toldSide } from '../compare/told-margins.ts'
import type { Results } from '../results/results.ts'
import type { weighting } from './coverage.ts'

/** One question, as it was answered and as it would be if everybody had answered alike: both of the same people. */
export function weightedTable(
  results: Results,
  id: string,
  { cells, weights }: ReturnType<typeof weighting>,
): WeightedTable | undefined {
  const { edition, columns } = results
  const question = questionsOf(edition).get(id)
  if (!question || !canBeWeighted(question) || !cells || !weights) return
  const plain = resultOf(question, edition, keptTally(question, edition, columns), columns.count)
  const found = byTakingPart(results, id, cells)
  if (!found || !plain || (plain.body.shape !== 'bars' && plain.body.shape !== 'scale')) return
  const { side, told } = found
  const base = told?.columnBases[0] ?? null
  const shares = weightedShares(
    side.column,
    side.options.length,
    picksOf(side.picks, side.options.length),
    cells,
    weights,
  )
  const places = new Map(side.options.map((option, at) => [option.id, at]))
  return {
    ...{ title: plain.title, base, leftOut: told?.columnBases[1] ?? null },
    rows: plain.body.bars.map(({ id: option, label }) => {
      const at = places.get(option) ?? -1
      const count = told?.counts[at]?.[0] ?? null
      const isTold = count !== null && base !== null && base >= fewestForShare
      return {
        ...{ label, count, share: isTold ? count / base : null },
        weighted: isTold ? (shares[at] ?? null) : null,
      }
    }),
  }
}

export const canBeWeighted = ({ kind }: Question): boolean =>
  kind === 'single' || kind === 'multiple' || kind === 'scale' || kind === 'consent'

/**
 * The question by whether people take part in the weighting. The page of results tells of everybody, so what is
 * told of those who take part must not give away the few who do not.
 */
function byTakingPart(results: Results, id: string, { cellOf }: Cells) {
  const column = Uint8Array.from(cellOf, (cell) => (cell < 0 ? 1 : 0))
  const grouped = {
    ...results,
    ...withGroups(results.edition, results.columns, takingPart(column)),
  }
  const rows = toldSide(grouped, id, undefined)
  const groups = toldSide(grouped, '@weighted', undefined)
  if (!rows || !groups) return
  const tab = crossOf(rows.side, groups.side, undefined)
  const picks = { rows: rows.side.picks, columns: groups.side.picks }
  const known = marginsKnown(rows, groups, tab.both)
  return {
    side: rows.side,
    told: protectCrossTab(tab, picks, smallestGroup(results.audience), known),
  }
}

const takingPart = (column: Uint8Array): Grouping => ({
  ...{ id: '@weighted', title: { 'zh-CN': '参加加权' } },
  groups: [
    { id: 'in', label: { 'zh-CN': '参加' } },
    { id: 'out', label: { 'zh-CN': '没有参加' } },
  ],
  ...{ from: { column }, places: [0, 1], others: 1 },
})

/** The options a code or a mask stands for; undefined where somebody is outside the base. */
const picksOf = (picks: 'one' | 'several', options: number) => (value: number) => {
  if (picks === 'several') return value === 0 ? undefined : maskedOptions(value)
  if (value === 0 || value - 2 >= options) return undefined
  return value === 1 ? [] : [value - 2]
}
