import { listDurations, listUnrecordedConsents } from '../../db/exclusions.ts'
import { listRepeatedWords } from '../../db/repeated-words.ts'
import type { Store } from '../../db/store.ts'
import type { Edition, Question } from '../../surveys/engine/definition.ts'
import { isCoded } from '../../surveys/engine/open-text/coded-question.ts'
import { type Labels, labelFast, labelPatterns } from '../../surveys/engine/quality/labels.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import { textTitle } from './open-texts.ts'
import type { Results } from './results.ts'

const fewestSame = 3

/** Every response of this version that somebody should look at, and why; by seq, the newest first. */
export async function qualityLabels(
  store: Store,
  results: Results,
): Promise<{ labels: Labels; timed: number }> {
  const { columns, versionId } = results
  const edition = askedOf(results)
  const durations = await listDurations(store, versionId)
  const unrecorded = await listUnrecordedConsents(store, versionId)
  const found: Labels[] = [
    labelFast(durations),
    labelPatterns(edition, columns),
    new Map(unrecorded.map((seq) => [seq, [{ kind: 'unrecorded' }]])),
  ]
  for (const question of questionsOf(edition).values()) {
    // A short text is a place or a name, which many share.
    if (question.kind !== 'text' || question.long !== true) continue
    const { id } = question
    const repeated = await listRepeatedWords(store, id, fewestSame, columns)
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

/** The title of a question, as it is quoted in a sentence. */
export const quotedTitle =
  ({ edition }: Results) =>
  (id: string): string => {
    const question = questionsOf(edition).get(id)
    return question ? `「${textTitle(question)}」` : id
  }

/** The edition without what was made at the desk: codes of texts and groups are nobody's answers. */
export function askedOf({ edition, groupedFrom }: Results): Edition {
  const isAsked = (question: Question) => !isCoded(question) && !groupedFrom.has(question.id)
  return {
    ...edition,
    sections: edition.sections.map((section) => ({
      ...section,
      questions: section.questions.filter(isAsked),
    })),
  }
}
