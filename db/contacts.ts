import { and, desc, eq, gt } from 'drizzle-orm'
import { startOfDay } from '../surveys/engine/shanghai.ts'
import { type By, system, writeAudited } from './audit.ts'
import { contacts } from './schema.ts'
import type { Store } from './store.ts'

export type ContactRow = typeof contacts.$inferSelect

const dayMs = 86_400_000
/** As the notice says: after this many days at the latest. */
const keptDays = 90

/**
 * Stores a sealed contact. Only the day is kept, no entry is made in the audit trail and the row stands at a
 * random place: neither the moment nor the order leads to the response that was sent just before.
 */
export async function insertContact(
  store: Store,
  contact: Pick<ContactRow, 'id' | 'consultationId' | 'sealed' | 'withdrawLocator'>,
  now: number,
): Promise<void> {
  const { id, consultationId, sealed, withdrawLocator } = contact
  const today = startOfDay(now)
  const sql = `INSERT INTO contacts
    (rowid, id, consultation_id, sealed, created_at, expires_at, withdraw_locator)
    VALUES (abs(random() / 2), ?, ?, ?, ?, ?, ?)`
  const args = [id, consultationId, sealed, today, today + keptDays * dayMs, withdrawLocator]
  await store.write([{ sql, args }])
}

/** The contact with this withdrawal locator, unless its time is over. */
export async function findContact(
  store: Store,
  locator: string,
  now: number,
): Promise<ContactRow | undefined> {
  const [row] = await store.orm
    .select()
    .from(contacts)
    .where(and(eq(contacts.withdrawLocator, locator), gt(contacts.expiresAt, now)))
  return row
}

/** Contacts of a consultation, newest day first. */
export function listContacts(
  store: Store,
  consultationId: string,
  now: number,
): Promise<ContactRow[]> {
  return store.orm
    .select()
    .from(contacts)
    .where(and(eq(contacts.consultationId, consultationId), gt(contacts.expiresAt, now)))
    .orderBy(desc(contacts.createdAt), contacts.id)
}

/** Deletes a contact: `withdraw` is the person's own doing. */
export async function deleteContact(
  store: Store,
  { id, consultationId }: Pick<ContactRow, 'id' | 'consultationId'>,
  by: By,
  action: 'withdraw contact' | 'delete contact',
): Promise<void> {
  await writeAudited(store, { ...by, action, object: consultationId }, [
    store.orm.delete(contacts).where(eq(contacts.id, id)),
  ])
  store.wipeSoon()
}

/** Says in the audit trail who opened a contact, and why. */
export async function recordOpening(
  store: Store,
  { id, consultationId }: ContactRow,
  reason: string,
  by: By,
): Promise<void> {
  const object = `${consultationId}/${id.slice(0, 8)}：${reason}`
  await writeAudited(store, { ...by, action: 'open contact', object }, [])
}

/** Deletes every contact whose time is over. Returns how many. */
export async function expireContacts(store: Store, now: number): Promise<number> {
  const { rows } = await store.read('SELECT count(*) AS n FROM contacts WHERE expires_at <= ?', [
    now,
  ])
  const due = Number(rows[0]?.n)
  if (due === 0) return 0
  const entry = { ...system(now), action: 'expire contacts', object: String(due) }
  await writeAudited(store, entry, [
    { sql: 'DELETE FROM contacts WHERE expires_at <= ?', args: [now] },
  ])
  store.wipeSoon()
  return due
}
