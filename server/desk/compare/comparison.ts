import { totalsKnown } from '../../../surveys/engine/compare/known-totals.ts'
import { protectGroups } from '../../../surveys/engine/compare/protect-groups.ts'
import type { Question } from '../../../surveys/engine/definition.ts'
import { guard, smallestGroup } from '../../../surveys/engine/guard.ts'
import { keptTally, keptTallyByMailbox } from '../../../surveys/engine/kept-counts.ts'
import { isCoded } from '../../../surveys/engine/open-text/coded-question.ts'
import { countedOptions } from '../../../surveys/engine/tally.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import type { ComparisonTable } from '../../../web/desk/results/comparison.tsx'
import { codedBasis } from '../../../web/desk/results/result-of.ts'
import { fewestForShare } from '../../../web/desk/results/result-table.ts'
import type { Results } from '../results/results.ts'
import { meansCompared } from './compare-means.ts'

/** One question in every neighbourhood; nothing for kinds that do not compare in one table. */
export function comparisonOf(results: Results, question: Question): ComparisonTable | undefined {
  const { edition, columns } = results
  // Beside the table of the question they were made of, groups are told on the page of comparison.
  if (results.groupedFrom.has(question.id)) return
  const neighbourhoods = groupsOf(results)
  const numbers = neighbourhoods.map((group) => group.numbers)
  const tallies = keptTallyByMailbox(question, edition, columns, numbers)
  if (question.kind === 'rank' || question.kind === 'budget')
    return meansCompared(
      results,
      question,
      neighbourhoods.map(({ name }, at) => ({ name, tallied: tallies[at] })),
    )
  const groups = neighbourhoods.flatMap(({ name }, at) => {
    const tallied = tallies[at]
    return tallied?.kind === 'choice' && tallied.shown > 0 ? [{ name, tallied }] : []
  })
  if (groups.length < 2) return
  const basis = isCoded(question) ? codedBasis : '被问到的人'
  const k = smallestGroup(edition.audience)
  const options = countedOptions(question, edition)
  const everyone = keptTally(question, edition, columns)
  const { guarded } = guard(everyone, columns.count, k)
  const told = protectGroups(
    groups.map(({ tallied }) => tallied),
    question.kind === 'multiple' ? 'several' : 'one',
    totalsKnown(guarded),
    k,
  )
  // Where "don't know" is hidden, leaving it out of the base would give it away.
  const bases = told.map(({ shown, dontKnow }) => (shown === null ? null : shown - (dontKnow ?? 0)))
  return {
    caption: `各居民区：${textIn(question.title, 'zh-CN')}`,
    note: `每格是占该居民区${basis}的比例。`,
    foot: `n（${basis}）`,
    groups: groups.map(({ name }, at) => ({ name, n: bases[at] ?? null })),
    rows: options.map(({ label }, index) => ({
      label: textIn(label, 'zh-CN'),
      cells: groups.map((_, at) => {
        const count = told[at]?.counts[index] ?? null
        const base = bases[at]
        const isEnough = typeof base === 'number' && base >= fewestForShare
        return { count, share: count === null || !isEnough ? null : count / base }
      }),
    })),
  }
}

// Those who came without a mailbox are a group too: otherwise the rest would be found by subtraction.
function groupsOf({ neighbourhoods }: Results) {
  return [
    ...neighbourhoods.map(({ name, mailboxes }) => ({
      name: textIn(name, 'zh-CN'),
      numbers: mailboxes.map(({ number }) => number),
    })),
    { name: '没有邮筒', numbers: [0] },
  ]
}
