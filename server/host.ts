import type { Context } from 'hono'
import type { Store } from '../db/store.ts'
import type { Settings } from './settings.ts'

/** What a host (Node or Workers) gives every request. Handlers read it from `c.var`. */
export interface Host {
  store: Store
  settings: Settings
  /** Milliseconds since 1970; a test can hold it still. */
  now(): number
  /** Takes one structured log line. */
  log(line: Record<string, unknown>): void
}

export type AppEnv = {
  Variables: Host & { requestId: string; member?: { id: string; name: string } }
}
export type AppContext = Context<AppEnv>
