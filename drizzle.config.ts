/** For `npm run db:generate`: writes the next migration, which `db/strict.mjs` then completes. */
export default {
  dialect: 'sqlite',
  schema: './db/schema.ts',
  out: './db/migrations',
  casing: 'snake_case',
}
