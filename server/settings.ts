import * as v from 'valibot'

/** What the environment says, parsed once. See README for what each one means. */
export interface Settings {
  port: number
  host: string
  databaseUrl: string
  databaseAuthToken?: string | undefined
  /** What QR codes and links carry; never taken from the Host header. No trailing slash. */
  publicOrigin: string
  /** At least 32 bytes; receipts and form stamps are keyed from it. */
  secretKey: Uint8Array
  /** A demonstration database: every page says so. */
  demo: boolean
}
