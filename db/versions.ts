import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import * as v from 'valibot'
import {
  type Audience,
  type Consultation,
  type Edition,
  EditionSchema,
} from '../surveys/engine/definition.ts'
import { versions } from './schema.ts'
import type { Statement, Store } from './store.ts'

/** A frozen definition without its text: enough to know which one it is. */
export interface VersionKey {
  id: number
  consultationId: string
  audience: Audience
  number: number
  sha256: string
  publishedAt: number
}

/** All versions of a consultation, oldest first. */
export async function listVersions(store: Store, consultationId: string): Promise<VersionKey[]> {
  return store.orm
    .select(key)
    .from(versions)
    .where(eq(versions.consultationId, consultationId))
    .orderBy(versions.audience, versions.number)
}

/** All versions of all consultations, oldest first. */
export async function listAllVersions(store: Store): Promise<VersionKey[]> {
  return store.orm.select(key).from(versions).orderBy(versions.id)
}

/** The definition of a version, parsed once per process: it never changes. */
export async function frozenEdition(store: Store, version: VersionKey): Promise<Edition> {
  const key = `${version.id} ${version.sha256}`
  const known = parsed.get(key)
  if (known) return known
  const [row] = await store.orm
    .select({ definition: versions.definition })
    .from(versions)
    .where(eq(versions.id, version.id))
  if (!row) throw new Error(`version ${version.id} is gone`)
  const edition = v.parse(EditionSchema, JSON.parse(row.definition))
  if (parsed.size >= mostParsed) parsed.clear()
  parsed.set(key, edition)
  return edition
}

/** The definition that responses to this version were given to. */
export async function editionOf(store: Store, versionId: number): Promise<Edition> {
  const [version] = await store.orm.select(key).from(versions).where(eq(versions.id, versionId))
  if (!version) throw new Error(`there is no version ${versionId}`)
  return frozenEdition(store, version)
}

/** Adds an edition's definition as the version after the newest; number 1 when it is the first. */
export function insertVersion(
  store: Store,
  consultationId: string,
  edition: Consultation['editions'][number],
  number: number,
  now: number,
): Statement {
  const definition = JSON.stringify(edition)
  const row = { consultationId, audience: edition.audience, number, definition }
  return store.orm
    .insert(versions)
    .values({ ...row, sha256: sha256Of(definition), publishedAt: now })
}

/** The highest number given to a version of this edition so far. */
export async function newestNumber(
  store: Store,
  consultationId: string,
  audience: Audience,
): Promise<number> {
  const [row] = await store.orm
    .select({ number: sql<number>`coalesce(max(${versions.number}), 0)` })
    .from(versions)
    .where(and(eq(versions.consultationId, consultationId), eq(versions.audience, audience)))
  return row?.number ?? 0
}

const key = {
  id: versions.id,
  consultationId: versions.consultationId,
  audience: versions.audience,
  number: versions.number,
  sha256: versions.sha256,
  publishedAt: versions.publishedAt,
}

const parsed = new Map<string, Edition>()
const mostParsed = 100

const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex')
