import { StoreBusy } from './store.ts'

/**
 * What a failed write means for the one who asked: `busy` may work in a moment, `disk` not before
 * somebody looks at the machine, `statement` is the fault of what was written.
 */
export type Fault = 'busy' | 'disk' | 'lost' | 'statement'

/** Told from what the engine said: its codes, or its words where it gave none. `statement` when neither is known. */
export function faultOf(error: unknown): Fault {
  const text = error instanceof Error ? `${codeOf(error)} ${error.message}` : String(error)
  if (/SQLITE_(BUSY|LOCKED)|database is locked|statements in progress/.test(text)) return 'busy'
  if (/SQLITE_(IOERR|FULL|READONLY|CANTOPEN|NOTADB|CORRUPT)/.test(text)) return 'disk'
  if (/disk I\/O error|database or disk is full/.test(text)) return 'disk'
  if (
    /CLIENT_CLOSED|TRANSACTION_CLOSED|fetch failed|HRANA|SERVER_ERROR|ECONN|network/i.test(text)
  ) {
    return 'lost'
  }
  return 'statement'
}

/**
 * The database cannot be reached, read or written just now, and nothing of ours is wrong. Whoever goes on
 * without it may do so for an outage only: everything else is a bug and has to be heard of.
 */
export function isOutage(error: unknown): boolean {
  return error instanceof StoreBusy || faultOf(rootOf(error)) !== 'statement'
}

// What the database said stands beneath the words of those who asked it.
function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? rootOf(error.cause) : error
}

function codeOf(error: Error): string {
  const code = 'code' in error ? String(error.code) : ''
  const extended = 'extendedCode' in error ? String(error.extendedCode) : ''
  return `${code} ${extended}`
}
