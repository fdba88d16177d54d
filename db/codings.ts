import { pathTo } from './answer-path.ts'
import { type By, writeAudited } from './audit.ts'
import { objectOf, type TextQuestion } from './codebooks.ts'
import { textVersions } from './open-texts.ts'
import { remembered } from './remembered.ts'
import type { Store } from './store.ts'

/** 1 the first reading, 2 the second by another person, 3 what both settled on. */
export type Round = 1 | 2 | 3

/** What one reading found in one text: ids of codes, or none. */
export interface Coding {
  seq: number
  round: Round
  codes: string[]
  codedBy: string
}

/**
 * Keeps what a person found in a text, or in several that say the same to the letter, in the place of what the same round found before. False where nothing
 * was said there, where the second reader would be the first, or where there are not two readings to settle.
 */
export async function saveCoding(
  store: Store,
  of: TextQuestion,
  { seqs, round, codes }: { seqs: readonly number[]; round: Round; codes: readonly string[] },
  { at, actor }: By,
): Promise<boolean> {
  const { question } = of
  const versions = (await textVersions(store, of)).map(({ id }) => id)
  const path = pathTo(question)
  const object = `${objectOf(of)}/${seqs[0]}${seqs.length > 1 ? ` and ${seqs.length - 1} alike` : ''}`
  const which = JSON.stringify(seqs)
  const action = ['', 'code text', 'code text again', 'settle coding'][round] ?? ''
  const [saved] = await writeAudited(store, { at, actor, action, object }, [
    {
      sql: `INSERT INTO codings (response_seq, question, round, codes, coded_at, coded_by)
        SELECT r.seq, ?, ?, ?, ?, ? FROM responses r
        WHERE r.seq IN (SELECT value FROM json_each(?)) AND r.version_id IN (SELECT value FROM json_each(?))
          AND r.answers ->> ? IS NOT NULL AND ${mayCode[round]}
        ON CONFLICT DO UPDATE SET codes = excluded.codes, coded_at = excluded.coded_at,
          coded_by = excluded.coded_by`,
      args: [
        ...[
          question,
          round,
          JSON.stringify(codes),
          at,
          actor,
          which,
          JSON.stringify(versions),
          path,
        ],
        ...(round === 3 ? [question] : [question, actor]),
      ],
    },
    // Whoever reads again has other readings to settle.
    {
      sql: `DELETE FROM codings WHERE question = ? AND round = 3 AND ? < 3
        AND response_seq IN (SELECT c.response_seq FROM codings c JOIN json_each(?) ON value = c.response_seq
          WHERE c.question = ? AND c.round = ? AND c.coded_at = ? AND c.coded_by = ?)`,
      args: [question, round, which, question, round, at, actor],
    },
  ])
  kept.forget(store)
  return (saved?.rowsAffected ?? 0) > 0
}

/** Every reading of the answers to a question, in the order of the responses. */
export function listCodings(store: Store, of: TextQuestion): Promise<readonly Coding[]> {
  return kept.get(store, objectOf(of), async () => {
    const versions = (await textVersions(store, of)).map(({ id }) => id)
    const { rows } = await store.read(
      `SELECT c.response_seq, c.round, c.codes, c.coded_by
        FROM codings c JOIN responses r ON r.seq = c.response_seq
        WHERE c.question = ? AND r.version_id IN (SELECT value FROM json_each(?))
          AND r.excluded = 0
        ORDER BY c.response_seq, c.round`,
      [of.question, JSON.stringify(versions)],
    )
    return rows.map((row) => ({
      seq: Number(row.response_seq),
      round: Number(row.round) as Round,
      codes: JSON.parse(String(row.codes)) as string[],
      codedBy: String(row.coded_by),
    }))
  })
}

/** To be called when a response was corrected, deleted, excluded or let in again: its codings may come or go. */
export const forgetCodings = (store: Store) => kept.forget(store)

/** What holds for each text: what was settled, or else the first reading. */
export function settled(codings: readonly Coding[]): Map<number, string[]> {
  const found = new Map<number, string[]>()
  for (const { seq, round, codes } of codings) if (round !== 2) found.set(seq, codes)
  return found
}

const kept = remembered<readonly Coding[]>()

const other = (round: number) => `SELECT 1 FROM codings c
  WHERE c.response_seq = r.seq AND c.question = ? AND c.round = ${round}`
const mayCode: Record<Round, string> = {
  1: `NOT EXISTS (${other(2)} AND c.coded_by = ?)`,
  2: `EXISTS (${other(1)} AND c.coded_by <> ?)`,
  3: `2 = (SELECT count(*) FROM codings c
    WHERE c.response_seq = r.seq AND c.question = ? AND c.round < 3)`,
}
