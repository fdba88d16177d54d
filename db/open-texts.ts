import { pathTo } from './answer-path.ts'
import type { TextQuestion } from './codebooks.ts'
import type { Store } from './store.ts'
import { frozenEdition, listVersions, type VersionKey } from './versions.ts'

/** One answer to a text question. */
export interface OpenText {
  seq: number
  text: string
  mailboxNumber: number | null
}

/** The versions of an edition in which this is a text question, oldest first. */
export async function textVersions(
  store: Store,
  { consultationId, audience, question }: TextQuestion,
): Promise<VersionKey[]> {
  const found: VersionKey[] = []
  for (const version of await listVersions(store, consultationId)) {
    if (version.audience !== audience) continue
    const { sections } = await frozenEdition(store, version)
    const asked = sections.flatMap(({ questions }) => questions).find(({ id }) => id === question)
    if (asked?.kind === 'text') found.push(version)
  }
  return found
}

/** The newest `most` answers to a text question of these versions, newest first; none of responses that were excluded. */
export async function listOpenTexts(
  store: Store,
  { question }: TextQuestion,
  versions: readonly number[],
  most: number,
): Promise<OpenText[]> {
  const path = pathTo(question)
  const { rows } = await store.read(
    `SELECT seq, mailbox_number, answers ->> ? AS text FROM responses
      WHERE version_id IN (SELECT value FROM json_each(?)) AND answers ->> ? IS NOT NULL AND excluded = 0
      ORDER BY seq DESC LIMIT ?`,
    [path, JSON.stringify(versions), path, most],
  )
  return rows.map((row) => ({
    seq: Number(row.seq),
    text: String(row.text),
    mailboxNumber: row.mailbox_number === null ? null : Number(row.mailbox_number),
  }))
}
