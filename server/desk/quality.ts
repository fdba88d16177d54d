import { listDurations } from '../../db/exclusions.ts'
import { listRepeatedWords } from '../../db/repeated-words.ts'
import type { Store } from '../../db/store.ts'
import type { Question } from '../../surveys/engine/definition.ts'
import {
  type Labels,
  labelFast,
  labelPatterns,
  type QualityLabel,
} from '../../surveys/engine/quality/labels.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import { tally } from '../../surveys/engine/tally.ts'
import { textIn } from '../../surveys/engine/text.ts'
import type { SideBySide } from '../../web/desk/quality/quality-page.tsx'
import { resultOf, smallestGroup } from '../../web/desk/results/result-of.ts'
import type { Results } from './results.ts'

const fewestSame = 3

/** Every response of this version that somebody should look at, and why; by seq, the newest first. */
export async function qualityLabels(
  store: Store,
  results: Results,
): Promise<{ labels: Labels; timed: number }> {
  const { edition, columns, versionId } = results
  const durations = await listDurations(store, versionId)
  const found: Labels[] = [labelFast(durations), labelPatterns(edition, columns)]
  for (const question of questionsOf(edition).values()) {
    // A short text is a place or a name, which many share.
    if (question.kind !== 'text' || question.long !== true) continue
    const { id } = question
    const repeated = await listRepeatedWords(store, versionId, id, fewestSame)
    found.push(
      new Map(
        [...repeated].map(([seq, n]) => [seq, [{ kind: 'burst', question: id, others: n - 1 }]]),
      ),
    )
  }
  const labels: Labels = new Map()
  for (const [seq, some] of found.flatMap((one) => [...one])) {
    labels.set(seq, [...(labels.get(seq) ?? []), ...some])
  }
  return {
    labels: new Map([...labels].sort(([one], [other]) => other - one)),
    timed: durations.size,
  }
}

/** What a label says of a response. */
export function labelWords(label: QualityLabel, results: Results): string {
  const titleOf = (id: string) => {
    const question = questionsOf(results.edition).get(id)
    return question ? `「${textIn(question.title, 'zh-CN')}」` : id
  }
  switch (label.kind) {
    case 'fast':
      return `答得太快：用了 ${label.seconds} 秒，一半的人用 ${label.median} 秒以上`
    case 'straight':
      return `一条直线：${titleOf(label.question)}${label.rows} 行都选同一个`
    case 'twin':
      return `和别的一样：和另外 ${label.others} 份答得完全一样`
    case 'burst':
      return `同一句话：${titleOf(label.question)}当天另有 ${label.others} 份写了一模一样的话`
  }
}

export const comparesSides = ({ kind }: Question): boolean =>
  kind === 'single' || kind === 'multiple' || kind === 'scale' || kind === 'consent'

/** One question with everybody and without those that carry a label. */
export function sideBySide(
  results: Results,
  id: string,
  labels: Labels,
): SideBySide | 'too-few' | undefined {
  const { edition, columns, audience } = results
  const question = questionsOf(edition).get(id)
  if (!question || !comparesSides(question)) return
  const seqs = columns.columns.get('@seq') ?? new Float64Array(columns.count)
  const selected = Uint8Array.from(seqs, (seq) => (labels.has(seq) ? 0 : 1))
  const left = selected.reduce((sum, one) => sum + one, 0)
  const k = smallestGroup(audience)
  const flagged = columns.count - left
  if ((flagged > 0 && flagged < k) || left < k) return 'too-few'
  const whole = resultOf(question, edition, tally(question, edition, columns), columns.count)
  const without = resultOf(question, edition, tally(question, edition, columns, selected), left)
  if (!whole || !without || !hasBars(whole.body) || !hasBars(without.body)) return
  const { bars } = without.body
  return {
    ...{ title: whole.title, base: whole.base, baseWithout: without.base },
    rows: whole.body.bars.map((bar) => {
      const other = bars.find((one) => one.id === bar.id)
      const isClose = isTellingApart(bar.count, other?.count ?? null, k)
      const hidden = { count: null, share: null }
      return { label: bar.label, whole: bar, without: !other || isClose ? hidden : other }
    }),
  }
}

// Of two numbers side by side the difference is told too.
function isTellingApart(whole: number | null, without: number | null, k: number): boolean {
  if (whole === null || without === null) return false
  const apart = whole - without
  return apart > 0 && apart < k
}

type Bars = Extract<NonNullable<ReturnType<typeof resultOf>>['body'], { bars: unknown }>
const hasBars = (body: NonNullable<ReturnType<typeof resultOf>>['body']): body is Bars =>
  'bars' in body
