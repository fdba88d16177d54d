import { createHash, randomBytes } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import type { Channel } from '../surveys/engine/answers.ts'
import { type By, writeAudited } from './audit.ts'
import { assistSessions } from './schema.ts'
import type { Store } from './store.ts'

/** A volunteer's link, or a device that stands open in a hall. */
export interface AssistSession {
  /** First characters of the hash: names the session at the desk without opening it. */
  name: string
  consultationId: string
  label: string
  channel: Extract<Channel, 'assisted' | 'kiosk'>
  place: string | null
  createdAt: number
  expiresAt: number
}

type NewSession = Pick<
  AssistSession,
  'consultationId' | 'label' | 'channel' | 'place' | 'expiresAt'
>

/** Makes a link's secret part. It is given this once; only its hash is kept. */
export async function createAssistSession(
  store: Store,
  session: NewSession,
  { at, actor }: By,
): Promise<string> {
  const token = randomBytes(15).toString('base64url')
  const row = { ...session, idHash: hashOf(token), createdBy: actor, createdAt: at }
  const object = `${session.consultationId}/${row.idHash.slice(0, nameLength)}`
  await writeAudited(store, { at, actor, action: `open ${session.channel} session`, object }, [
    store.orm.insert(assistSessions).values(row),
  ])
  return token
}

/** The session a link belongs to, ended or not; whether it still counts is for the caller to say. */
export async function findAssistSession(
  store: Store,
  token: string,
): Promise<AssistSession | undefined> {
  if (!isAssistToken(token)) return undefined
  const [row] = await store.orm
    .select()
    .from(assistSessions)
    .where(eq(assistSessions.idHash, hashOf(token)))
  return row && toSession(row)
}

/** Sessions of a consultation, newest first. */
export async function listAssistSessions(
  store: Store,
  consultationId: string,
): Promise<AssistSession[]> {
  const rows = await store.orm
    .select()
    .from(assistSessions)
    .where(eq(assistSessions.consultationId, consultationId))
    .orderBy(desc(assistSessions.createdAt))
  return rows.map(toSession)
}

/** Ends a session now. False when there is none by this name, or it is over already. */
export async function endAssistSession(
  store: Store,
  consultationId: string,
  name: string,
  by: By,
): Promise<boolean> {
  const all = await listAssistSessions(store, consultationId)
  const session = all.find((one) => one.name === name && one.expiresAt > by.at)
  if (!session) return false
  const object = `${consultationId}/${name}`
  await writeAudited(store, { ...by, action: `end ${session.channel} session`, object }, [
    {
      sql: 'UPDATE assist_sessions SET expires_at = ? WHERE consultation_id = ? AND substr(id_hash, 1, ?) = ?',
      args: [by.at, consultationId, nameLength, name],
    },
  ])
  return true
}

const isAssistToken = (text: string) => /^[\w-]{20}$/.test(text)

const nameLength = 12
const hashOf = (token: string) => createHash('sha256').update(`assist ${token}`).digest('hex')

function toSession({
  idHash,
  createdBy,
  ...row
}: typeof assistSessions.$inferSelect): AssistSession {
  return { ...row, name: idHash.slice(0, nameLength) }
}
