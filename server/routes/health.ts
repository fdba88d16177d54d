import { Hono } from 'hono'
import { readiness } from '../../db/health.ts'
import type { AppEnv } from '../host.ts'

/** `/livez`: the process answers. `/readyz`: an answer would be stored now. Neither says anything about residents. */
export const healthRoutes = new Hono<AppEnv>()
  .get('/livez', (c) => c.json({ status: 'alive' }, 200, noStore))
  .get('/readyz', async (c) => {
    if (c.get('host').stopping?.()) return c.json({ status: 'stopping' }, 503, noStore)
    const found = await readiness(c.get('store'), c.get('now')())
    const facts = { ...found.facts, ...(await c.get('host').machineFacts?.()) }
    return c.json({ ...found, facts }, found.ready ? 200 : 503, noStore)
  })

const noStore = { 'Cache-Control': 'no-store' }
