import { asc, eq } from 'drizzle-orm'
import type { Text } from '../surveys/engine/text.ts'
import { type By, writeAudited } from './audit.ts'
import { remembered } from './remembered.ts'
import { mailboxConsultations, mailboxes, neighbourhoods } from './schema.ts'
import type { Store } from './store.ts'

/** An installation with its printed code, in capitals; also one that was retired. */
export interface Mailbox {
  number: number
  code: string
  name: Text
  place: Text
  neighbourhood: { id: string; name: Text }
  retiredAt: number | null
  /** The one consultation it asks for; null where it asks for all that are open. */
  consultationId: string | null
}

/** A committee’s area; `households` is null where nobody knows. */
export interface Neighbourhood {
  id: string
  name: Text
  households: number | null
  mailboxes: Mailbox[]
}

/** Neighbourhoods in geographic order, each with all mailboxes it has or had. */
export function listNeighbourhoods(store: Store): Promise<Neighbourhood[]> {
  return places.get(store, 'all', () => readPlaces(store))
}

/** The mailbox with this printed code, in capitals or not, retired or not. */
export async function findMailbox(store: Store, code: string): Promise<Mailbox | undefined> {
  const all = await listNeighbourhoods(store)
  const wanted = code.toUpperCase()
  for (const neighbourhood of all) {
    const found = neighbourhood.mailboxes.find((mailbox) => mailbox.code === wanted)
    if (found) return found
  }
  return undefined
}

/** False when the code is taken: a printed code never means two places. */
export async function addMailbox(
  store: Store,
  mailbox: { code: string; neighbourhoodId: string; name: Text; place: Text },
  by: By,
): Promise<boolean> {
  const code = mailbox.code.toUpperCase()
  if (await findMailbox(store, code)) return false
  await writeAudited(store, { ...by, action: 'add mailbox', object: code }, [
    store.orm.insert(mailboxes).values({ ...mailbox, code }),
  ])
  forgetPlaces(store)
  return true
}

/** Another name and another place for the same printed code. */
export async function renameMailbox(
  store: Store,
  code: string,
  { name, place }: { name: Text; place: Text },
  by: By,
): Promise<void> {
  await writeAudited(store, { ...by, action: 'rename mailbox', object: code }, [
    store.orm.update(mailboxes).set({ name, place }).where(eq(mailboxes.code, code)),
  ])
  forgetPlaces(store)
}

/** Its code keeps leading somewhere; it only takes no more answers. */
export async function retireMailbox(store: Store, code: string, by: By): Promise<void> {
  await writeAudited(store, { ...by, action: 'retire mailbox', object: code }, [
    store.orm.update(mailboxes).set({ retiredAt: by.at }).where(eq(mailboxes.code, code)),
  ])
  forgetPlaces(store)
}

/** From now on its code leads to one consultation only, or with null to all that are open. */
export async function tieMailbox(
  store: Store,
  { number, code }: Pick<Mailbox, 'number' | 'code'>,
  consultationId: string | null,
  by: By,
): Promise<void> {
  const loose = store.orm
    .delete(mailboxConsultations)
    .where(eq(mailboxConsultations.mailboxNumber, number))
  const tie =
    consultationId === null
      ? []
      : [store.orm.insert(mailboxConsultations).values({ mailboxNumber: number, consultationId })]
  const object = consultationId === null ? code : `${code} ${consultationId}`
  await writeAudited(store, { ...by, action: 'tie mailbox', object }, [loose, ...tie])
  forgetPlaces(store)
}

/** Writes down how many households live in a neighbourhood; null where nobody knows. */
export async function setHouseholds(
  store: Store,
  id: string,
  households: number | null,
  by: By,
): Promise<void> {
  await writeAudited(store, { ...by, action: 'set households', object: id }, [
    store.orm.update(neighbourhoods).set({ households }).where(eq(neighbourhoods.id, id)),
  ])
  forgetPlaces(store)
}

/** To be called after places were changed by something else than the functions above. */
export function forgetPlaces(store: Store) {
  places.forget(store)
}

const places = remembered<Neighbourhood[]>()

async function readPlaces(store: Store): Promise<Neighbourhood[]> {
  const [areas, boxes, ties] = await Promise.all([
    store.orm
      .select()
      .from(neighbourhoods)
      .orderBy(asc(neighbourhoods.position), asc(neighbourhoods.id)),
    store.orm.select().from(mailboxes).orderBy(asc(mailboxes.code)),
    store.orm.select().from(mailboxConsultations),
  ])
  const tied = new Map(ties.map((tie) => [tie.mailboxNumber, tie.consultationId]))
  return areas.map(({ id, name, households }) => ({
    id,
    name,
    households,
    mailboxes: boxes
      .filter((box) => box.neighbourhoodId === id)
      .map(({ number, code, name: boxName, place, retiredAt }) => ({
        ...{ number, code, name: boxName, place, retiredAt },
        ...{ neighbourhood: { id, name }, consultationId: tied.get(number) ?? null },
      })),
  }))
}
