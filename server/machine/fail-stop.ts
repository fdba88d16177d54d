import type { Store } from '../../db/store.ts'

/**
 * The same store, watched: after a failed write to the disk itself nobody knows what is there and what is not,
 * so `stop` is called, and a fresh start reads the truth. A full disk is no such case: it is waited out.
 */
export function watchedStore(store: Store, stop: (error: unknown) => void): Store {
  const watch = (error: unknown): never => {
    if (isDiskFault(error)) stop(error)
    throw error
  }
  return {
    ...store,
    write: (statements) => store.write(statements).catch(watch),
    append: (sql, row) => store.append(sql, row).catch(watch),
  }
}

export function isDiskFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code = '', extendedCode = '' } = error as { code?: string; extendedCode?: string }
  return /SQLITE_(IOERR|CORRUPT)/.test(`${code} ${extendedCode}`) || isDiskFault(error.cause)
}
