import type { Context } from 'hono'
import type { Store } from '../db/store.ts'
import type { SharedPhone } from '../web/resident/reader.ts'
import type { FileStore } from './files/file-store.ts'
import type { Redraw } from './files/redraw.ts'
import type { Settings } from './settings.ts'

/**
 * What a host (Node or Workers) gives every request. The desk reads it from `c.var`; what residents wait for reads
 * `c.get('store')` and its like, because `c.var` is a copy of everything, made anew each time.
 */
export interface Host {
  store: Store
  settings: Settings
  /** Milliseconds since 1970; a test can hold it still. */
  now(): number
  /** Takes one structured log line. */
  log(line: Record<string, unknown>): void
  /** Where recordings and pictures lie; without it the site takes none. */
  files?: FileStore
  /** Draws what strangers send anew; without it the site takes no photos. */
  redraw?: Redraw
  /** Whether this caller may go on; false only in a flood. A host without a gate lets everyone in. */
  allows?(c: AppContext, what: 'submission' | 'receipt'): boolean | Promise<boolean>
  /** Makes an answer small for the browser that asked; absent where the platform does it. */
  compress?(asked: Headers, answer: Response): Promise<Response>
  /** What a probe should know about the machine itself. */
  machineFacts?(): Promise<Record<string, string | number>>
  /** True once the process has been told to stop. */
  stopping?(): boolean
}

export type AppEnv = {
  Variables: Pick<Host, 'store' | 'settings' | 'now' | 'log'> & {
    host: Host
    requestId: string
    /** What residents may ring, once the committee has filled it in. */
    phone?: string
    /** The link under which this page is open on a phone that many people share. */
    shared?: SharedPhone
    /** Bytes of an answer that needs no more headers and no compression. */
    readyBytes?: number
    member?: { id: string; name: string; role: string; confirmedAt: number | null }
  }
}
export type AppContext = Context<AppEnv>
