import type { ProtectedCrossTab } from '../../../surveys/engine/compare/protect-cross-tab.ts'
import type { Guarded } from '../../../surveys/engine/hide-small.ts'
import type { Compared } from '../../../web/desk/compare/compared.ts'
import type { ResultFilter } from '../../../web/desk/results/filter.ts'
import { narrow, type Results } from '../results/results.ts'
import { comparedOf, type NotCompared } from './compare.ts'
import { compareChoices, namesOf } from './compare-choices.ts'
import { type ToldSide, toldSide } from './told-margins.ts'

/**
 * One question in every version of the questionnaire that has it with the same options; the versions in which it
 * is another question are named. Told is what each version's own page of results tells, and nothing more.
 */
export function compareVersions(
  versions: readonly Results[],
  q: string,
  filter: ResultFilter,
): Compared | NotCompared {
  const newest = versions.at(-1)
  const asked = newest && compareChoices(newest).questions.find(({ id }) => id === q)
  if (!newest || !asked) return 'choose'
  const found = versions.map((results) => {
    const narrowed = narrow(results, filter)
    if (narrowed === 'too-few') return narrowed
    return { results, told: toldSide(results, q, narrowed.selected) }
  })
  if (found.includes('too-few')) return 'too-few'
  const sides = found.flatMap((one) => (one === 'too-few' ? [] : [one]))
  const own = sides.at(-1)?.told
  if (!own) return 'choose'
  const same = sides.flatMap(({ results, told }) =>
    told && isSame(told, own) && told.base !== 0 ? [{ results, told }] : [],
  )
  if (same.length === 0) return 'nobody'
  const others = sides.filter(({ told }) => told && !isSame(told, own))
  const name = ({ version }: Results) => `第 ${version} 版`
  return {
    ...comparedOf(
      {
        told: sideBySide(same.map(({ told }) => told)),
        rows: namesOf(newest.edition, q, own.side),
        groups: same.map(({ results }) => name(results)),
        ...{ overlap: false, isBinned: own.side.options.some(({ bin }) => bin !== undefined) },
      },
      { caption: asked.label, by: '问卷的版本', audience: newest.audience, isGrouped: false },
    ),
    remark: remark(
      same.map(({ results }) => name(results)),
      others.map(({ results }) => name(results)),
    ),
  }
}

/** The same question is one with the same options in the same order, by their ids. */
const isSame = (one: ToldSide, other: ToldSide) =>
  one.side.picks === other.side.picks &&
  one.side.options.map(({ id }) => id).join() === other.side.options.map(({ id }) => id).join()

/** A sum over versions is told only where every version tells its part. */
function sideBySide(sides: readonly ToldSide[]): ProtectedCrossTab {
  const together = (parts: readonly Guarded[]) =>
    parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0)
  const options = sides[0]?.side.options ?? []
  const counts = options.map((_, row) => sides.map(({ counts: all }) => all[row] ?? null))
  const columnBases = sides.map(({ base }) => base)
  return { counts, rowBases: counts.map(together), columnBases, both: together(columnBases) ?? 0 }
}

function remark(same: readonly string[], others: readonly string[]): string {
  const which = `${same.join('、')}里这一题的选项一样，可以比`
  return others.length > 0 ? `${which}；${others.join('、')}里选项不同，没有放进来` : which
}
