import type { Client } from '@libsql/client'

// What each one must read back as. `recursive_triggers` lets the audit trigger see INSERT OR REPLACE too.
const pragmas = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['busy_timeout', '0', 0],
  // Pages that many answers touch are written back once for all of them: 32 MB of log, 64 MB of memory.
  ['wal_autocheckpoint', '8000', 8000],
  ['cache_size', '-65536', -65536],
] as const

/** Sets how this connection keeps what it is given. Every new connection starts without any of it. */
export async function setPragmas(client: Client) {
  for (const [name, value] of pragmas) await client.execute(`PRAGMA ${name}=${value}`)
  const wrong = await wrongPragmas(client)
  if (wrong.length > 0) throw new Error(`the database refuses a setting: ${wrong.join(', ')}`)
}

/** The settings that do not hold on this connection. */
export async function wrongPragmas(client: Client): Promise<string[]> {
  const wrong: string[] = []
  for (const [name, , expected] of pragmas) {
    const { rows } = await client.execute(`PRAGMA ${name}`)
    if (rows[0]?.[0] !== expected) wrong.push(`${name} is ${String(rows[0]?.[0])}`)
  }
  return wrong
}
