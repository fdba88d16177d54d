import type { Hono } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { AppContext, AppEnv } from '../host.ts'

const methods = ['GET', 'POST', 'PUT'] as const

/** What this address can be asked with instead, where it is one of ours but not with this method. */
export function otherMethods(app: Hono<AppEnv>, c: AppContext): string[] {
  const asked = c.req.method === 'HEAD' ? 'GET' : c.req.method
  // The router has looked already; it is asked again only about what it has not found.
  if (matchedRoutes(c).some(({ method }) => method === asked)) return []
  return methods.filter((other) => isServed(app, other, c.req.path))
}

// What is registered for every method only stands in between: it answers nothing itself.
const isServed = (app: Hono<AppEnv>, method: string, path: string) =>
  app.router.match(method, path)[0].some(([[, route]]) => route.method === method)
