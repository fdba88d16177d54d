import type { InArgs, InStatement, InValue } from '@libsql/client'
import type { Statement } from './store.ts'

/** SQL and arguments, ready for any client. */
export interface Plain {
  sql: string
  args: InArgs
}

/** The statement as SQL and arguments that any libSQL engine stores exactly as given. */
export function toSql(statement: Statement): Plain {
  const plain = sqlAndArgs(statement)
  for (const value of Array.isArray(plain.args) ? plain.args : Object.values(plain.args)) {
    if (typeof value === 'string') refuseBrokenText(value)
  }
  return plain
}

/** A statement over several rows: `(?, ?), (?, ?)` in the place of the one `?` of its SQL. */
export function rowsStatement(
  sql: string,
  rows: readonly (readonly (string | number | null)[])[],
): Plain {
  const places = `(${rows[0]?.map(() => '?').join(', ')})`
  return { sql: sql.replace('?', rows.map(() => places).join(', ')), args: rows.flat() }
}

/** A row that would fail alone must not fail those it waits with: each value is looked at before. */
export function checkRow(row: readonly (string | number | null)[]) {
  for (const value of row) if (typeof value === 'string') refuseBrokenText(value)
}

function sqlAndArgs(statement: Statement): Plain {
  if (typeof statement === 'string') return { sql: statement, args: [] }
  if ('toSQL' in statement) {
    const { sql, params } = statement.toSQL()
    return { sql, args: params.map(toValue) }
  }
  return withArgs(statement)
}

function withArgs(statement: Exclude<InStatement, string>): Plain {
  return { sql: statement.sql, args: statement.args ?? [] }
}

function toValue(value: unknown): InValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'boolean' || typeof value === 'bigint') return value
  if (value instanceof Uint8Array || value instanceof ArrayBuffer) return value
  throw new TypeError(`cannot be stored: ${typeof value}`)
}

// libSQL reads text back cut at a NUL and turns half a surrogate pair into U+FFFD: better not to store it.
function refuseBrokenText(text: string) {
  if (text.includes('\0')) throw new TypeError('text with a NUL cannot be stored')
  if (/\p{Surrogate}/u.test(text))
    throw new TypeError('text with half a character cannot be stored')
}
