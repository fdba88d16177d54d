import type { AppContext } from '../host.ts'

const suspicious = /\/\/|\\|\.\.|%(?:2f|5c|25|2e|[01][0-9a-f]|7f)/i

/**
 * False for addresses that no page of ours has and that proxies, routers and file servers read differently
 * (doubled slashes, encoded slashes, dots, controls). Refusing them before routing ends a whole class of bypasses.
 */
export function isPlainPath(c: AppContext): boolean {
  const path = rawPath(c)
  if (suspicious.test(path)) return false
  for (let i = 0; i < path.length; i++) {
    const code = path.charCodeAt(i)
    if (code < 0x20 || code === 0x7f) return false
  }
  return true
}

// Request URLs arrive with `..` already resolved; Node still has the line as it was sent.
function rawPath(c: AppContext): string {
  const env = c.env as { incoming?: { url?: string } } | undefined
  const target = env?.incoming?.url ?? c.req.url
  const start = target.startsWith('/') ? 0 : target.indexOf('/', target.indexOf('://') + 3)
  if (start < 0) return '/'
  const end = target.search(/[?#]/)
  return target.slice(start, end < 0 ? undefined : end)
}
