import { type Client, createClient, type ResultSet } from '@libsql/client/web'
import { drizzle } from 'drizzle-orm/libsql/web'
import { faultOf } from './faults.ts'
import * as schema from './schema.ts'
import { checkRow, type Plain, rowsStatement, toSql } from './statement.ts'
import { type Store, StoreBusy } from './store.ts'

const patience = 5_000

/** A libSQL server over HTTP: opened per request, one batch per write, nothing remembered in between. */
export function openRemote(url: string, token?: string): Store {
  const client = createClient(token === undefined ? { url } : { url, authToken: token })
  return {
    orm: drizzle({ client, schema, casing: 'snake_case' }),
    alone: false,
    read: (sql, args = []) => client.execute({ sql, args }),
    write: async (statements) => writeBatch(client, statements.map(toSql)),
    append: async (sql, row) => {
      checkRow(row)
      const [added] = await writeBatch(client, [rowsStatement(sql, [row])])
      return added?.rowsAffected === 1
    },
    // Whoever asks a server waits for all that is done there.
    onFault(error) {
      throw error
    },
    // The server keeps its files itself: README says what its keeper has to set.
    wipeSoon() {},
    async checkUp() {
      const { rows } = await client.execute('SELECT sqlite_version()')
      return { problems: [], facts: { engine: 'server', sqlite: String(rows[0]?.[0]) } }
    },
    async close() {
      client.close()
    },
  }
}

async function writeBatch(client: Client, statements: Plain[]): Promise<ResultSet[]> {
  const giveUpAt = Date.now() + patience
  for (;;) {
    try {
      return await client.batch(statements, 'write')
    } catch (error) {
      const fault = faultOf(error)
      if (fault === 'statement') throw error
      // A lost reply may hide a commit: not repeated here, because only the caller knows its id.
      if (fault !== 'busy' || Date.now() > giveUpAt) {
        throw new StoreBusy('not stored', { cause: error })
      }
      await new Promise((ready) => setTimeout(ready, 10 + Math.random() * 40))
    }
  }
}
