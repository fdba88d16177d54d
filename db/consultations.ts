import { asc, eq } from 'drizzle-orm'
import * as v from 'valibot'
import { checkDefinition, checkEdition } from '../surveys/engine/check-definition.ts'
import {
  type Audience,
  type Consultation,
  type Edition,
  type Topic,
  TopicSchema,
} from '../surveys/engine/definition.ts'
import type { DefinitionProblem } from '../surveys/engine/definition-problem.ts'
import { endOfDay } from '../surveys/engine/shanghai.ts'
import type { Text } from '../surveys/engine/text.ts'
import { type By, writeAudited } from './audit.ts'
import { forgetPlaces } from './mailboxes.ts'
import { noParticulars, type Particulars, ParticularsSchema } from './particulars.ts'
import { remembered } from './remembered.ts'
import { consultations, editions, mailboxes, neighbourhoods } from './schema.ts'
import type { Statement, Store } from './store.ts'
import { frozenEdition, insertVersion, listVersions, newestNumber } from './versions.ts'

/** A consultation as it was opened, with what the desk filled in since; moments in milliseconds. */
export interface OpenConsultation {
  id: string
  title: Text
  background: Text
  topics: Topic[]
  opensAt: number
  closesAt: number
  particulars: Particulars
  /** How long after sending a response can be corrected. */
  correctionMinutes: number
  /** In the order of the definition, each with its newest version. */
  editions: { audience: Audience; version: number; versionId: number; edition: Edition }[]
}

/**
 * Sets up places, editions and version 1 of each; false when the consultation is there already. `particulars` are
 * as they stand in another consultation of the same committee.
 */
export async function openConsultation(
  store: Store,
  consultation: Consultation,
  by: By,
  particulars = noParticulars,
): Promise<boolean> {
  if (await readConsultation(store, consultation.id)) return false
  refuseFaulty(consultation.id, checkDefinition(consultation))
  const { id, correctionHours } = consultation
  const { orm } = store
  const statements: Statement[] = [
    orm.insert(consultations).values({
      ...{ id, title: consultation.title, background: consultation.background },
      topics: JSON.stringify(consultation.topics),
      opensAt: by.at,
      closesAt: endOfDay(by.at, consultation.collectionDays),
      particulars: JSON.stringify(v.parse(ParticularsSchema, particulars)),
      ...(correctionHours !== undefined && { correctionMinutes: Math.round(correctionHours * 60) }),
    }),
    ...consultation.neighbourhoods.flatMap((neighbourhood, position) =>
      insertPlaces(store, neighbourhood, position),
    ),
    ...consultation.editions.flatMap((edition, position) => [
      orm.insert(editions).values({ consultationId: id, audience: edition.audience, position }),
      insertVersion(store, id, edition, 1, by.at),
    ]),
  ]
  const entry = { ...by, action: 'open consultation', object: id }
  try {
    await writeAudited(store, entry, statements)
  } catch (error) {
    // Somebody else opened it at the same moment.
    if (await readConsultation(store, id)) return false
    throw error
  }
  forgetPlaces(store)
  found.forget(store)
  return true
}

/** A consultation with the newest version of each edition, whether it has closed or not. */
export function findConsultation(store: Store, id: string): Promise<OpenConsultation | undefined> {
  return found.get(store, id, () => readConsultation(store, id))
}

/** All consultations, oldest first. */
export async function listConsultations(store: Store): Promise<OpenConsultation[]> {
  const ids = await store.orm
    .select({ id: consultations.id })
    .from(consultations)
    .orderBy(asc(consultations.opensAt), asc(consultations.id))
  const all = await Promise.all(ids.map(({ id }) => findConsultation(store, id)))
  return all.filter((consultation) => consultation !== undefined)
}

/** One version of an edition, frozen. */
export interface PublishedVersion {
  versionId: number
  edition: Edition
  publishedAt: number
  /** When the next version took its place. */
  supersededAt?: number | undefined
}

/** One version of an edition: answers begun on an older one are still stored under it. */
export function findVersion(
  store: Store,
  consultationId: string,
  audience: Audience,
  number: number,
): Promise<PublishedVersion | undefined> {
  return foundVersions.get(store, `${consultationId} ${audience} ${number}`, async () => {
    const all = await listVersions(store, consultationId)
    const numbered = (n: number) => all.find((x) => x.audience === audience && x.number === n)
    const version = numbered(number)
    if (!version) return undefined
    const edition = await frozenEdition(store, version)
    const supersededAt = numbered(number + 1)?.publishedAt
    return { versionId: version.id, edition, publishedAt: version.publishedAt, supersededAt }
  })
}

/** Freezes a changed definition as the next version; answers so far stay with theirs. */
export async function publishVersion(
  store: Store,
  consultationId: string,
  edition: Edition,
  by: By,
  /** Written in the same batch: what the new definition speaks of. */
  also: Statement[] = [],
): Promise<number> {
  refuseFaulty(consultationId, checkEdition('', edition))
  const number = (await newestNumber(store, consultationId, edition.audience)) + 1
  const object = `${consultationId}/${edition.audience}/${number}`
  await writeAudited(store, { ...by, action: 'publish version', object }, [
    ...also,
    insertVersion(store, consultationId, edition, number, by.at),
  ])
  forgetAll(store)
  return number
}

/** From this moment on, answers no longer count as in time. */
export async function closeConsultation(store: Store, id: string, by: By): Promise<void> {
  await writeAudited(store, { ...by, action: 'close consultation', object: id }, [
    store.orm.update(consultations).set({ closesAt: by.at }).where(eq(consultations.id, id)),
  ])
  forgetAll(store)
}

/** What the committee fills in, and how long after sending answers can be corrected. */
export type FilledIn = Pick<OpenConsultation, 'particulars' | 'correctionMinutes'>

/**
 * Puts this in place of what was filled in `before`; false if by now something else stands there. While a response
 * can still be corrected, the time for it is made longer or left as it is: its receipt says until when.
 */
export async function saveParticulars(
  store: Store,
  id: string,
  { particulars, correctionMinutes }: FilledIn,
  by: By,
  before: FilledIn,
): Promise<boolean> {
  const kept = JSON.stringify(v.parse(ParticularsSchema, particulars))
  const stood = JSON.stringify(v.parse(ParticularsSchema, before.particulars))
  const [changed] = await writeAudited(store, { ...by, action: 'change particulars', object: id }, [
    {
      sql: `UPDATE consultations SET particulars = ?1, correction_minutes = CASE
          WHEN correction_minutes <= ?2 OR NOT EXISTS (
            SELECT 1 FROM responses r JOIN versions v ON v.id = r.version_id
            WHERE v.consultation_id = ?3 AND r.submitted_at + correction_minutes * 60000 > ?4)
          THEN ?2 ELSE correction_minutes END
        WHERE id = ?3 AND correction_minutes = ?5 AND NOT EXISTS (
          SELECT 1 FROM json_each(?6) WHERE value <> coalesce(particulars ->> key, ''))`,
      args: [kept, correctionMinutes, id, by.at, before.correctionMinutes, stood],
    },
  ])
  forgetAll(store)
  return changed?.rowsAffected === 1
}

const found = remembered<OpenConsultation | undefined>()
const foundVersions = remembered<PublishedVersion | undefined>()

function forgetAll(store: Store) {
  found.forget(store)
  foundVersions.forget(store)
}

async function readConsultation(store: Store, id: string): Promise<OpenConsultation | undefined> {
  // All at once: to a server each question is a journey.
  const [[row], order, versions] = await Promise.all([
    store.orm.select().from(consultations).where(eq(consultations.id, id)),
    store.orm
      .select()
      .from(editions)
      .where(eq(editions.consultationId, id))
      .orderBy(editions.position),
    listVersions(store, id),
  ])
  if (!row) return undefined
  const newest = await Promise.all(
    order.map(async ({ audience }) => {
      const version = versions.findLast((candidate) => candidate.audience === audience)
      if (!version) throw new Error(`${id}/${audience} has no version`)
      const edition = await frozenEdition(store, version)
      return { audience, version: version.number, versionId: version.id, edition }
    }),
  )
  return {
    ...row,
    topics: v.parse(v.array(TopicSchema), JSON.parse(row.topics)),
    particulars: v.parse(ParticularsSchema, JSON.parse(row.particulars)),
    editions: newest,
  }
}

// The last door: what is frozen now is asked of people, and of children, until it closes.
function refuseFaulty(id: string, problems: DefinitionProblem[]) {
  if (problems.length === 0) return
  const named = problems.map(({ kind, path, about = '' }) => `${kind} ${path} ${about}`)
  throw new Error(`${id} cannot be published: ${named.join('; ')}`)
}

// Places may be there from an earlier consultation; they stay as the desk has changed them.
function insertPlaces(
  { orm }: Store,
  { id, name, households, mailboxes: boxes }: Consultation['neighbourhoods'][number],
  position: number,
): Statement[] {
  return [
    orm
      .insert(neighbourhoods)
      .values({ id, name, households: households ?? null, position })
      .onConflictDoNothing(),
    ...boxes.map((box) =>
      orm
        .insert(mailboxes)
        .values({ ...box, neighbourhoodId: id })
        .onConflictDoNothing(),
    ),
  ]
}
