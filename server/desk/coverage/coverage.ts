import { responseCounts } from '../../../db/response-counts.ts'
import type { Store } from '../../../db/store.ts'
import type { Targets } from '../../../db/targets.ts'
import type { Channel } from '../../../surveys/engine/answers.ts'
import { withGroups } from '../../../surveys/engine/compare/with-groups.ts'
import { guard, smallestGroup } from '../../../surveys/engine/guard.ts'
import { keptTally } from '../../../surveys/engine/kept-counts.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { rake } from '../../../surveys/engine/statistics/rake.ts'
import { countedOptions } from '../../../surveys/engine/tally.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { cellsOf } from '../../../surveys/engine/weighting/margins.ts'
import type { AreaCoverage, Composition, Weighting } from '../../../web/desk/coverage/coverage.ts'
import { groupingsOf } from '../compare/groupings.ts'
import type { Results } from '../results/results.ts'

/** How many answered in each neighbourhood, beside its households. */
export async function areasCovered(store: Store, results: Results): Promise<AreaCoverage[]> {
  const counts = await responseCounts(store, results.consultation.id)
  const mine = counts.filter(({ audience }) => audience === results.audience)
  return results.neighbourhoods.map(({ id, name, households, mailboxes }) => {
    const here = mine.filter((one) => mailboxes.some(({ number }) => number === one.mailboxNumber))
    const via = (channels: readonly Channel[]) =>
      here
        .filter(({ channel }) => channels.includes(channel))
        .reduce((sum, one) => sum + one.count, 0)
    return {
      ...{ id, name: textIn(name, 'zh-CN'), households },
      scanned: via(['qr', 'link']),
      helped: via(['assisted', 'kiosk']),
      paper: via(['paper']),
    }
  })
}

/** What a composition can be compared by: where people posted it, and questions of one choice. */
export function marginsOf(results: Results) {
  const area = groupingsOf(results).find(({ id }) => id === '@neighbourhood')
  // Who came without a mailbox lives nowhere that a statistic knows.
  const groups = (area?.groups ?? []).filter(({ id }) => id !== 'none')
  const places = area ? [withGroups(results.edition, results.columns, { ...area, groups })] : []
  const [withAreas = results] = places
  const questions = [...questionsOf(results.edition).values()].filter(
    ({ kind, showIf }) => kind === 'single' && showIf === undefined,
  )
  const all = area ? [questionsOf(withAreas.edition).get(area.id), ...questions] : questions
  return all.flatMap((question) => {
    if (!question) return []
    const column = withAreas.columns.columns.get(question.id)
    const options = countedOptions(question, withAreas.edition)
    return column ? [{ question, options, column, from: withAreas }] : []
  })
}

/** Who answered, beside who lives there. */
export function compositions(results: Results, targets: Targets): Composition[] {
  const k = smallestGroup(results.audience)
  return marginsOf(results).map(({ question, options, from }) => {
    const tallied = keptTally(question, from.edition, from.columns)
    const { guarded } = guard(tallied, from.columns.count, k)
    const counts = guarded.kind === 'choice' ? guarded.counts : []
    const answered = guarded.kind === 'choice' ? guarded.answered : null
    const wanted = targets.get(question.id)
    const whole = [...(wanted?.values() ?? [])].reduce((sum, percent) => sum + percent, 0)
    return {
      id: question.id,
      title: textIn(question.title, 'zh-CN'),
      base: answered,
      isSet: wanted !== undefined,
      categories: options.map(({ id, label }, at) => {
        const count = counts[at] ?? null
        const target = wanted && whole > 0 ? (wanted.get(id) ?? 0) / whole : undefined
        const share = count === null || !answered ? null : count / answered
        return { id, label: textIn(label, 'zh-CN'), count, share, target }
      }),
    }
  })
}

/** Weights that give every margin its target, and what they cost; or why there are none. */
export function weighting(results: Results, targets: Targets) {
  const margins = marginsOf(results).flatMap((margin) => {
    const wanted = targets.get(margin.question.id)
    // A category nobody is in by the statistics is not weighted by.
    const used = wanted
      ? margin.options.flatMap(({ id }, at) => ((wanted.get(id) ?? 0) > 0 ? [at] : []))
      : []
    return wanted && used.length > 1 ? [{ ...margin, wanted, used }] : []
  })
  if (margins.length === 0) return { told: { kind: 'no-targets' } satisfies Weighting }
  const cells = cellsOf(
    margins.map(({ column, used }) => ({ column: kept(column, used), categories: used.length })),
    results.columns.count,
  )
  const raked = rake(
    cells.cells,
    margins.map(({ options, wanted, used }) =>
      used.map((at) => wanted.get(options[at]?.id ?? '') ?? 0),
    ),
  )
  // Beside the number of all, who takes part would tell of the few who do not.
  const few = cells.unknown > 0 && cells.unknown < smallestGroup(results.audience)
  const unknown = few ? null : cells.unknown
  const people = unknown === null ? null : results.columns.count - unknown
  if (raked.kind === 'weighted') {
    const { effective, designEffect, rounds, weights } = raked
    const told: Weighting = {
      ...{ kind: 'weighted', people, unknown, effective, designEffect, rounds },
      by: margins.map(({ question }) => textIn(question.title, 'zh-CN')),
    }
    return { told, cells, weights }
  }
  if (raked.kind === 'too-few') {
    const margin = margins[raked.margin]
    const label = margin?.options[margin.used[raked.category] ?? 0]?.label
    return {
      told: { kind: 'too-few', label: label ? textIn(label, 'zh-CN') : '' } satisfies Weighting,
    }
  }
  return { told: raked satisfies Weighting }
}

// Codes of categories that are not used become "none".
function kept(column: ArrayLike<number>, used: readonly number[]): Uint8Array {
  const codes = new Uint8Array(256)
  used.forEach((at, place) => {
    codes[at + 2] = place + 2
  })
  return Uint8Array.from(column, (code) => codes[code] ?? 0)
}
