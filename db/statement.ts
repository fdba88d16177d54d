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

/** Rows as the one argument of a statement that reads them with `json_each(?)`. */
export function rowsStatement(
  sql: string,
  rows: readonly (readonly (string | number | null)[])[],
): Plain {
  return { sql, args: [JSON.stringify(rows)] }
}

/** JSON would carry what plain text may not: each value is looked at before. */
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
