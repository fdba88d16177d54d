import { type By, writeAudited } from './audit.ts'
import { chunkSize } from './chunks.ts'
import { forgetCodings } from './codings.ts'
import { rereadResponse } from './columns.ts'
import { sealSoon } from './seal-soon.ts'
import type { Store } from './store.ts'

export interface Exclusion {
  seq: number
  versionId: number
  reason: string
  proposedAt: number
  proposedBy: string
  state: 'proposed' | 'excluded' | 'kept'
  decidedAt: number | null
}

/** Proposes that a response should not count. False if there is none, or it does not count already. */
export async function proposeExclusion(
  store: Store,
  versionId: number,
  seq: number,
  reason: string,
  { at, actor }: By,
): Promise<boolean> {
  const [changed] = await writeAudited(
    store,
    { at, actor, action: 'propose exclusion', object: `${versionId}/${seq}` },
    [
      {
        sql: `INSERT INTO exclusions (response_seq, reason, proposed_at, proposed_by, state)
          SELECT seq, ?, ?, ?, 'proposed' FROM responses
          WHERE seq = ? AND version_id = ? AND excluded = 0
          ON CONFLICT DO UPDATE SET reason = excluded.reason, proposed_at = excluded.proposed_at,
            proposed_by = excluded.proposed_by, state = 'proposed', decided_at = NULL,
            decided_by = NULL`,
        args: [reason, at, actor, seq, versionId],
      },
    ],
  )
  return changed?.rowsAffected === 1
}

/**
 * Decides about a proposal, or lets an excluded response count again. Only somebody else than who proposed
 * it may exclude; its chunk leaves in the same batch. False where that is not so.
 */
export async function decideExclusion(
  store: Store,
  versionId: number,
  seq: number,
  state: 'excluded' | 'kept',
  { at, actor }: By,
): Promise<boolean> {
  const entry = { at, actor, action: `response ${state}`, object: `${versionId}/${seq}` }
  const [changed] = await writeAudited(store, entry, [
    {
      sql: `UPDATE exclusions SET state = ?1, decided_at = ?2, decided_by = ?3
        WHERE response_seq = ?4 AND (?1 = 'kept' OR (state = 'proposed' AND proposed_by <> ?3))`,
      args: [state, at, actor, seq],
    },
    {
      sql: `UPDATE responses SET excluded =
          (SELECT state = 'excluded' FROM exclusions WHERE response_seq = ?1)
        WHERE seq = ?1 AND version_id = ?2
          AND EXISTS (SELECT 1 FROM exclusions WHERE response_seq = ?1)`,
      args: [seq, versionId],
    },
    {
      sql: 'DELETE FROM chunks WHERE version_id = ?1 AND ?2 BETWEEN first_seq AND last_seq',
      args: [versionId, seq],
    },
  ])
  rereadResponse(store, versionId, seq)
  forgetCodings(store)
  sealSoon(store, versionId, chunkSize)
  return changed?.rowsAffected === 1
}

/**
 * Says of a response nobody has said anything about that it was looked at and counts. False if there is none,
 * or somebody was first.
 */
export async function keepCounting(
  store: Store,
  versionId: number,
  seq: number,
  reason: string,
  { at, actor }: By,
): Promise<boolean> {
  const entry = { at, actor, action: 'response kept', object: `${versionId}/${seq}` }
  const [changed] = await writeAudited(store, entry, [
    {
      sql: `INSERT INTO exclusions
          (response_seq, reason, proposed_at, proposed_by, state, decided_at, decided_by)
        SELECT seq, ?1, ?2, ?3, 'kept', ?2, ?3 FROM responses WHERE seq = ?4 AND version_id = ?5
        ON CONFLICT DO NOTHING`,
      args: [reason, at, actor, seq, versionId],
    },
  ])
  return changed?.rowsAffected === 1
}

/** Proposals and decisions about the responses of a version, the newest first. */
export async function listExclusions(store: Store, versionId: number): Promise<Exclusion[]> {
  const { rows } = await store.read(
    `SELECT e.* FROM exclusions e JOIN responses r ON r.seq = e.response_seq
      WHERE r.version_id = ? ORDER BY e.proposed_at DESC`,
    [versionId],
  )
  return rows.map((row) => ({
    ...{ seq: Number(row.response_seq), versionId, reason: String(row.reason) },
    ...{ proposedAt: Number(row.proposed_at), proposedBy: String(row.proposed_by) },
    state: row.state as Exclusion['state'],
    decidedAt: row.decided_at === null ? null : Number(row.decided_at),
  }))
}

/** How many responses of each version, named as in `adult/1`, had been excluded by then. */
export async function countExcluded(
  store: Store,
  consultationId: string,
  until: number,
): Promise<Record<string, number>> {
  const { rows } = await store.read(
    `SELECT v.audience || '/' || v.number AS version, count(*) AS n FROM exclusions e
      JOIN responses r ON r.seq = e.response_seq JOIN versions v ON v.id = r.version_id
      WHERE v.consultation_id = ? AND e.state = 'excluded' AND e.decided_at <= ? GROUP BY 1`,
    [consultationId, until],
  )
  return Object.fromEntries(rows.map(({ version, n }) => [String(version), Number(n)]))
}
