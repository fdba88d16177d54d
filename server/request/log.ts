import { routePath } from 'hono/route'
import type { AppContext } from '../host.ts'

/**
 * One line per request. Only these fields: no address of the caller, no query, no answers,
 * and the route's pattern instead of the path, because a path can hold a receipt.
 */
export function logRequest(c: AppContext, startedAt: number): void {
  // When somebody left a contact would tell which response was sent just before.
  if (c.req.path.startsWith('/contact/')) return
  const length = c.get('readyBytes') ?? c.res.headers.get('Content-Length')
  c.get('log')({
    at: new Date(c.get('now')()).toISOString(),
    id: c.get('requestId'),
    method: c.req.method,
    route: c.res.status === 404 ? 'none' : routePath(c, -1),
    status: c.res.status,
    ms: Math.round((performance.now() - startedAt) * 10) / 10,
    ...(length === null ? {} : { bytes: Number(length) }),
  })
}

/** Where an unexpected error came from. Its message is left out: a database's error repeats what was to be stored. */
export function logFault(c: AppContext, error: Error): void {
  const code = (error as { code?: unknown }).code
  c.get('log')({
    id: c.get('requestId'),
    fault: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    frames: framesOf(error),
  })
}

/** The same of what failed where nobody waits for an answer: whoever looks after the machine has to hear of it. */
export const failureOf = (error: unknown) =>
  error instanceof Error ? { failed: error.name, frames: framesOf(error) } : { failed: 'unknown' }

export const framesOf = (error: Error) =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)

const boot = Math.random().toString(36).slice(2, 8)
let count = 0

/** Short, unique within this process and between restarts; shown to a person when something broke. */
export const newRequestId = () => `${boot}-${(++count).toString(36)}`
