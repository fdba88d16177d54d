import { Hono } from 'hono'
import type { AppContext, AppEnv, Host } from './host.ts'

/** The whole site. The host says, per request, which store and settings serve it. */
export function createApp(hostOf: (c: AppContext) => Host): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    const host = hostOf(c)
    c.set('store', host.store)
    c.set('settings', host.settings)
    c.set('now', host.now)
    c.set('log', host.log)
    await next()
  })
  return app
}
