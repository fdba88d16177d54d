import { eachResponse } from '../../../db/responses.ts'
import type { Store } from '../../../db/store.ts'
import { isCoded } from '../../../surveys/engine/open-text/coded-question.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { shownAnswers } from '../../../surveys/engine/shown-answers.ts'
import type { Results } from '../../desk/results/results.ts'
import type { ResponseRecord } from '../variable.ts'

/** Told after every batch how many responses have been written. */
export type Told = (rows: number) => void

/**
 * What is written of each valid response of a version, in the order they came, a batch at a time: only one batch is in
 * memory. Each response is made into a record only when it is its turn, so that few records live at once.
 */
export async function* writtenRecords<Written>(
  store: Store,
  { versionId, edition, derivedOf }: Results,
  told: Told,
  write: (record: ResponseRecord) => Written,
): AsyncGenerator<Written[]> {
  const coded = [...questionsOf(edition).values()].filter(isCoded).map(({ id }) => id)
  let row = 0
  for await (const batch of eachResponse(store, versionId)) {
    yield batch.map((response) => {
      row++
      const shown = shownAnswers(edition, response.filled.answers)
      // What staff made of the answers was never shown, and says only what they settled.
      for (const id of coded) shown.delete(id)
      for (const [id, answer] of derivedOf(response.seq)) shown.set(id, answer)
      return write({ row, response, shown })
    })
    told(row)
  }
}
