import type { Store } from './store.ts'

// "DEMO" in ASCII, kept in the header of the database file itself, so the mark travels with a copy or a rename.
const mark = 0x44454d4f

/** Whether this database holds demonstration data only. */
export async function isDemoDatabase(store: Store): Promise<boolean> {
  return (await pragma(store, 'application_id')) === mark
}

/** Marks an empty database as one for demonstrations. False, and nothing changed, when it already holds anything. */
export async function markAsDemo(store: Store): Promise<boolean> {
  if (await isDemoDatabase(store)) return true
  const schema = await store.orm.get<[number] | { n: number }>(
    'select count(*) as n from sqlite_master',
  )
  if (numberIn(schema) !== 0) return false
  await store.write([{ sql: `PRAGMA application_id = ${mark}`, args: [] }])
  return isDemoDatabase(store)
}

async function pragma(store: Store, name: string): Promise<number> {
  return numberIn(await store.orm.get<Record<string, number>>(`PRAGMA ${name}`))
}

const numberIn = (row: unknown) => Number(Object.values(row ?? {})[0])
