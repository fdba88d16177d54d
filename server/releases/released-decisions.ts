import { listPublicDecisions, type PublicDecision } from '../../db/decisions.ts'
import { findFile } from '../../db/files.ts'
import { listReleases } from '../../db/releases.ts'
import type { Store } from '../../db/store.ts'
import type { Decided, Finding, ToldFinding } from '../../web/public/decided.ts'
import { addressOf } from '../files/file-types.ts'

/** What the committee has decided and a second person has published, as everybody reads it. */
export async function publicDecisions(store: Store, consultationId: string): Promise<Decided[]> {
  const releases = await listReleases(store, consultationId)
  const standing = new Set(
    releases.flatMap(({ state, number }) => (state === 'published' ? [number] : [])),
  )
  const found = await listPublicDecisions(store, consultationId)
  return Promise.all(found.map((one) => told(store, one, standing)))
}

async function told(
  store: Store,
  { id: _, photoId, findings, ...words }: PublicDecision,
  standing: ReadonlySet<number>,
): Promise<Decided> {
  const file = photoId ? await findFile(store, photoId) : undefined
  return {
    ...words,
    findings: (findings as Finding[]).map((finding) => toldFinding(finding, standing)),
    photo: file && addressOf(file.id, file.contentType),
  }
}

function toldFinding(
  { release, takenAt, audience, table }: Finding,
  standing: ReadonlySet<number>,
): ToldFinding {
  const { id: question, title, sentence, base, people } = table
  return {
    ...{ release, takenAt, audience, question, title },
    told: standing.has(release) ? { sentence, base, people } : undefined,
  }
}
