import { Hono } from 'hono'
import { OutboxPage } from '../../web/resident/offline/outbox-page.tsx'
import type { AppEnv } from '../host.ts'
import { readerOf } from '../request/reader.ts'
import { render } from '../request/render.ts'

/** The shell of a page whose list never leaves the phone. */
export const outboxRoutes = new Hono<AppEnv>().get('/outbox', (c) =>
  render(c, OutboxPage({ reader: readerOf(c) })),
)
