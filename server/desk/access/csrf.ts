import { HTTPException } from 'hono/http-exception'
import type { MiddlewareHandler } from 'hono/types'
import type { AppEnv } from '../../host.ts'

/** Lets a change through only when a page of this very site sent it. Pages and downloads pass. */
export const sameSiteOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { method, headers, url } = c.req.raw
  if (method !== 'GET' && method !== 'HEAD') {
    const own = [c.var.settings.publicOrigin, new URL(url).origin]
    if (!cameFromHere(headers.get('sec-fetch-site'), headers.get('origin'), own)) {
      throw new HTTPException(403, { message: '这个操作不是从工作台页面发出的，没有执行。' })
    }
  }
  await next()
}

/** The browser's own word is final; the older `Origin` header counts only where that word is missing. */
export function cameFromHere(site: string | null, origin: string | null, own: string[]): boolean {
  return site === null ? origin !== null && own.includes(origin) : site === 'same-origin'
}
