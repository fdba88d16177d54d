/**
 * What a failed write means for the one who asked: `busy` may work in a moment, `disk` not before
 * somebody looks at the machine, `statement` is the fault of what was written.
 */
export type Fault = 'busy' | 'disk' | 'lost' | 'statement'

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

function codeOf(error: Error): string {
  const code = 'code' in error ? String(error.code) : ''
  const extended = 'extendedCode' in error ? String(error.extendedCode) : ''
  return `${code} ${extended}`
}
