import { totalsKnown } from '../../../surveys/engine/compare/known-totals.ts'
import type { Question } from '../../../surveys/engine/definition.ts'
import { guard, smallestGroup } from '../../../surveys/engine/guard.ts'
import type { Labels } from '../../../surveys/engine/quality/labels.ts'
import { type Part, protectWithout } from '../../../surveys/engine/quality/protect-without.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { countedOptions, tally } from '../../../surveys/engine/tally.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { peopleName } from '../../../web/desk/names.ts'
import type { SideBySide } from '../../../web/desk/quality/sides-figure.tsx'
import { numberedTitle } from '../../../web/numbered-title.ts'
import type { Results } from '../results/results.ts'

/** Whether a question can stand beside itself. What was made at the desk out of another is left to that one. */
export function comparesSides({ groupedFrom }: Results, { id, kind }: Question): boolean {
  if (groupedFrom.has(id)) return false
  return kind === 'single' || kind === 'multiple' || kind === 'scale' || kind === 'consent'
}

/** One question with everybody and without those that carry a label. */
export function sideBySide(
  results: Results,
  id: string,
  labels: Labels,
): SideBySide | 'too-few' | undefined {
  const { edition, columns, audience } = results
  const question = questionsOf(edition).get(id)
  if (!question || !comparesSides(results, question)) return
  const seqs = columns.columns.get('@seq') ?? new Float64Array(columns.count)
  const selected = Uint8Array.from(seqs, (seq) => (labels.has(seq) ? 0 : 1))
  const stay = selected.reduce((sum, one) => sum + one, 0)
  const k = smallestGroup(audience)
  const [all, some] = [undefined, selected].map((only) => tally(question, edition, columns, only))
  if (all?.kind !== 'choice' || some?.kind !== 'choice') return
  const { guarded, merged } = guard(all, columns.count, k)
  if (guarded.kind !== 'choice') return
  const partOf = (tallied: Part['tallied'], people: number): Part => ({
    people,
    tallied: merged ? { ...tallied, shown: people } : tallied,
  })
  const without = protectWithout(
    partOf(all, columns.count),
    partOf(some, stay),
    question.kind === 'multiple' ? 'several' : 'one',
    totalsKnown(guarded),
    k,
  )
  if (!without) return 'too-few'
  const [base, baseWithout] = [guarded, without].map(baseOf)
  return {
    title: numberedTitle(question),
    people: peopleName(audience),
    flagged: columns.count - stay,
    ...{ base: base ?? null, baseWithout: baseWithout ?? null },
    rows: countedOptions(question, edition).map(({ label }, at) => ({
      label: textIn(label, 'zh-CN'),
      whole: cellOf(guarded.counts[at], base),
      without: cellOf(without.counts[at], baseWithout),
    })),
  }
}

// Where "don't know" is hidden, leaving it out of the base would give it away.
const baseOf = ({ shown, dontKnow }: { shown: number | null; dontKnow: number | null }) =>
  shown === null ? null : shown - (dontKnow ?? 0)

function cellOf(count: number | null = null, base: number | null = null) {
  return { count, share: count === null || !base ? null : count / base }
}
