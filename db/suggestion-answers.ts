import { pathTo } from './answer-path.ts'
import type { Store } from './store.ts'

/** What those who suggest something answered to another question, by the seq of their response. */
export async function answersBy(
  store: Store,
  versionId: number,
  question: string,
): Promise<Map<number, string>> {
  const { rows } = await store.read(
    `SELECT r.seq, r.answers ->> ? AS answer FROM suggestions s JOIN responses r ON r.id = s.response_id
      WHERE s.version_id = ? AND r.answers ->> ? IS NOT NULL`,
    [pathTo(question), versionId, pathTo(question)],
  )
  return new Map(rows.map(({ seq, answer }) => [Number(seq), String(answer)]))
}
