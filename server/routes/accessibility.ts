import { Hono } from 'hono'
import { AccessibilityPage } from '../../web/resident/accessibility-page.tsx'
import type { AppEnv } from '../host.ts'
import { readerOf } from '../request/reader.ts'
import { render } from '../request/render.ts'

/** 无障碍声明, linked from the foot of every page. */
export const accessibilityRoutes = new Hono<AppEnv>().get('/accessibility', (c) =>
  render(c, AccessibilityPage({ reader: readerOf(c) })),
)
