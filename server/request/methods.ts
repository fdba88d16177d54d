import type { Hono } from 'hono'
import type { AppEnv } from '../host.ts'

const methods = ['GET', 'POST', 'PUT'] as const

/** What this address can be asked with instead, where it is one of ours but not with this method. */
export function otherMethods(app: Hono<AppEnv>, method: string, path: string): string[] {
  const asked = method === 'HEAD' ? 'GET' : method
  if (isServed(app, asked, path)) return []
  return methods.filter((other) => isServed(app, other, path))
}

// What is registered for every method only stands in between: it answers nothing itself.
const isServed = (app: Hono<AppEnv>, method: string, path: string) =>
  app.router.match(method, path)[0].some(([[, route]]) => route.method === method)
