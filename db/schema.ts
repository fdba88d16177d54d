/** Every table, one file per family. Drizzle and drizzle-kit want them in one place. */
export * from './schema/after-answering.ts'
export * from './schema/assist-sessions.ts'
export * from './schema/audit.ts'
export * from './schema/consultations.ts'
export * from './schema/files.ts'
export * from './schema/members.ts'
export * from './schema/places.ts'
export * from './schema/responses.ts'
