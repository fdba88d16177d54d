import { findCircumstances } from '../../../db/circumstances.ts'
import { listRepeatedWords } from '../../../db/repeated-words.ts'
import type { Store } from '../../../db/store.ts'
import type { Edition, Question } from '../../../surveys/engine/definition.ts'
import { keptOf } from '../../../surveys/engine/kept.ts'
import { isCoded } from '../../../surveys/engine/open-text/coded-question.ts'
import {
  type Labels,
  labelFast,
  labelPatterns,
  type QualityLabel,
} from '../../../surveys/engine/quality/labels.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import type { Results } from '../results/results.ts'
import { textTitle } from '../texts/open-texts.ts'

const fewestSame = 3

interface Quality {
  /** Every response that somebody should look at, and why; by seq, the newest first. */
  labels: Labels
  /** How many responses carry a label of this kind. */
  carrying: Record<QualityLabel['kind'], number>
  /** Of how many it is known how long they took. */
  timed: number
}

/** What is worth a look in a version; found anew when a response has come or was changed. Shared: not to be changed. */
export function qualityLabels(store: Store, results: Results): Promise<Quality> {
  const { grown, count } = results.columns
  if (!grown) return findQuality(store, results)
  const known = keptOf(grown, grown, 'quality', (): Kept => ({}))
  if (known.found && known.count === count) return known.found
  const found = findQuality(store, results)
  found.catch(() => known.found === found && delete known.found)
  Object.assign(known, { count, found })
  return found
}

interface Kept {
  count?: number
  found?: Promise<Quality>
}

async function findQuality(store: Store, results: Results): Promise<Quality> {
  const { columns, versionId } = results
  const edition = askedOf(results)
  const { bySeconds, unrecorded } = await findCircumstances(store, versionId, columns)
  const found: Labels[] = [
    labelFast(bySeconds),
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
  const labels = together(found)
  return {
    labels: new Map([...labels].sort(([one], [other]) => other - one)),
    carrying: carryingOf(labels),
    timed: [...bySeconds.values()].reduce((sum, seqs) => sum + seqs.length, 0),
  }
}

function together(found: readonly Labels[]): Labels {
  const labels: Labels = new Map()
  for (const one of found) {
    for (const [seq, some] of one) {
      const before = labels.get(seq)
      labels.set(seq, before ? [...before, ...some] : some)
    }
  }
  return labels
}

function carryingOf(labels: Labels): Quality['carrying'] {
  const carrying = { fast: 0, straight: 0, twin: 0, burst: 0, unrecorded: 0 }
  for (const some of labels.values()) {
    for (const kind of new Set(some.map((label) => label.kind))) carrying[kind] += 1
  }
  return carrying
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
