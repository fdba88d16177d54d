import { breath } from './sealing.ts'
import type { Store } from './store.ts'

const atOnce = 2_000

/**
 * Responses that say the same words on the same day as others, so that there are at least `fewest`, by seq: how
 * many there are. Read a piece at a time, because residents who send their answers meanwhile must not wait.
 */
export async function listRepeatedWords(
  store: Store,
  versionId: number,
  question: string,
  fewest: number,
): Promise<Map<number, number>> {
  const repeated = new Map<number, number>()
  const days = new Map<number, Map<string, number[]>>()
  const finish = (day: number) => {
    for (const seqs of days.get(day)?.values() ?? []) {
      if (seqs.length >= fewest) for (const seq of seqs) repeated.set(seq, seqs.length)
    }
    days.delete(day)
  }
  for (let from = 0; ; ) {
    const { rows } = await store.read(piece, [`$."${question}"`, versionId, from, atOnce])
    for (const { seq, day, words } of rows) {
      if (typeof words !== 'string' || words.length < 6) continue
      const said = days.get(Number(day)) ?? new Map<string, number[]>()
      days.set(Number(day), said)
      const alike = said.get(words)
      if (alike) alike.push(Number(seq))
      else said.set(words, [Number(seq)])
    }
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) break
    from = Number(last.seq) + 1
    // Responses come in the order of their days: what was said the day before yesterday need not be kept.
    for (const day of [...days.keys()]) if (day < Number(last.day) - 1) finish(day)
    await breath()
  }
  for (const day of [...days.keys()]) finish(day)
  return repeated
}

const piece = `SELECT seq, day, trim(answers ->> ?1) AS words FROM responses
  WHERE version_id = ?2 AND excluded = 0 AND seq >= ?3 ORDER BY seq LIMIT ?4`
