import { Hono } from 'hono'
import type { AppEnv } from '../host.ts'

/** Codes on walls carry the address in capitals, which pack into a coarser code; this is the way back. */
export const printedRoutes = new Hono<AppEnv>().get('/M/:code', (c) =>
  c.redirect(`/m/${encodeURIComponent(c.req.param('code'))}`, 302),
)
