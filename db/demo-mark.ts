import type { Store } from './store.ts'

// "DEMO" in ASCII, kept in the header of the database file itself, so the mark travels with a copy or a rename.
const mark = 0x44454d4f

/** Whether this database holds demonstration data only. */
export async function isDemoDatabase(store: Store): Promise<boolean> {
  return (await number(store, 'PRAGMA application_id')) === mark
}

/** Marks an empty database as one for demonstrations. False, and nothing changed, when it already holds anything. */
export async function markAsDemo(store: Store): Promise<boolean> {
  if (await isDemoDatabase(store)) return true
  if ((await number(store, 'SELECT count(*) FROM sqlite_schema')) !== 0) return false
  await store.write([{ sql: `PRAGMA application_id = ${mark}`, args: [] }])
  return isDemoDatabase(store)
}

async function number(store: Store, sql: string): Promise<number> {
  return Number((await store.read(sql)).rows[0]?.[0])
}
