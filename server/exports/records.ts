import { eachResponse } from '../../db/responses.ts'
import type { Store } from '../../db/store.ts'
import { isCoded } from '../../surveys/engine/open-text/coded-question.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import { shownAnswers } from '../../surveys/engine/shown-answers.ts'
import type { Results } from '../desk/results.ts'
import type { ResponseRecord } from './variable.ts'

/** Told after every batch how many responses have been written. */
export type Told = (rows: number) => void

/** The valid responses of a version in the order they came, a batch at a time: only one batch is in memory. */
export async function* recordsOf(
  store: Store,
  { versionId, edition, derivedOf }: Results,
  told: Told,
): AsyncGenerator<ResponseRecord[]> {
  const coded = [...questionsOf(edition).values()].filter(isCoded).map(({ id }) => id)
  let row = 0
  for await (const batch of eachResponse(store, versionId)) {
    yield batch.map((response) => {
      row++
      const shown = shownAnswers(edition, response.filled.answers)
      // What staff made of the answers was never shown, and says only what they settled.
      for (const id of coded) shown.delete(id)
      for (const [id, answer] of derivedOf(response.seq)) shown.set(id, answer)
      return { row, response, shown }
    })
    told(row)
  }
}

/** What a generator yields, as a body that is made only as fast as it is taken. */
export function streamOf(parts: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
    },
    cancel: () => parts.return(undefined).then(() => undefined),
  })
}
