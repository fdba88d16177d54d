import { Hono } from 'hono'
import { findConsultation } from '../../db/consultations.ts'
import { StartPage } from '../../web/resident/assist/start-page.tsx'
import { ProblemPage } from '../../web/resident/problem-page.tsx'
import { to } from '../../web/resident/reader.ts'
import { words } from '../../web/words/words.ts'
import type { AppEnv } from '../host.ts'
import { readerOf } from '../request/reader.ts'
import { render } from '../request/render.ts'
import { openSession } from '../responses/assistance.ts'
import { questionnaireAddress } from '../responses/questionnaire-address.ts'

/** Where a volunteer's link, or a device's, leads. */
export const assistRoutes = new Hono<AppEnv>().get('/a/:token', async (c) => {
  const reader = readerOf(c)
  const session = await openSession(c.var.store, c.req.param('token'), c.var.now())
  const consultation = session && (await findConsultation(c.var.store, session.consultationId))
  if (!session || !consultation) {
    const { assist, home } = words(reader.locale)
    const way = { href: to(reader, '/'), label: home }
    return render(
      c,
      ProblemPage({ reader, heading: assist.expiredHeading, more: assist.expired, way }),
      410,
    )
  }
  c.header('Cache-Control', 'no-store')
  const carried = { session: c.req.param('token') }
  return render(
    c,
    StartPage({
      ...{ reader, consultation, channel: session.channel },
      door: (audience) => questionnaireAddress(reader, consultation.id, audience, carried),
    }),
  )
})
