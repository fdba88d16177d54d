import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * The step after `drizzle-kit generate`: makes every new table STRICT, which drizzle-kit cannot say.
 * Triggers stand in migrations of their own, made with `drizzle-kit generate --custom`.
 */
const folder = new URL('./migrations/', import.meta.url)
for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql'))) {
  const file = new URL(name, folder)
  const sql = readFileSync(file, 'utf8')
  const strict = sql.replace(/^(CREATE TABLE [^;]*\n\));/gm, '$1 STRICT;')
  if (strict !== sql) {
    writeFileSync(file, strict)
    console.log(`${name}: tables are STRICT`)
  }
}
