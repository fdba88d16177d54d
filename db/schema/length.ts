import { type SQL, sql } from 'drizzle-orm'
import { type AnySQLiteColumn, check } from 'drizzle-orm/sqlite-core'

/** Text that outgrows its column is refused by the database itself, whoever writes it. */
export function lengthOf(name: string, column: AnySQLiteColumn, least: number, most = least) {
  return check(`${name}_length`, between(column, least, most))
}

// A CHECK is kept as text in the schema, so the bounds are written into it, not bound.
function between(column: AnySQLiteColumn, least: number, most: number): SQL {
  return sql`length(${column}) BETWEEN ${sql.raw(String(least))} AND ${sql.raw(String(most))}`
}
