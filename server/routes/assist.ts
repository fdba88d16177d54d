import { Hono } from 'hono'
import { findConsultation } from '../../db/consultations.ts'
import { StartPage } from '../../web/resident/assist/start-page.tsx'
import { ProblemPage } from '../../web/resident/problem-page.tsx'
import { words } from '../../web/words/words.ts'
import type { AppEnv } from '../host.ts'
import { readerOf } from '../request/reader.ts'
import { render } from '../request/render.ts'
import { openSession } from '../responses/assistance.ts'
import { putReceiptAway } from '../responses/posted-receipt.ts'
import { questionnaireAddress } from '../responses/questionnaire-address.ts'
import { ended } from './ended.ts'

/** Where a volunteer's link, or a device's, leads. */
export const assistRoutes = new Hono<AppEnv>().get('/a/:token', async (c) => {
  const reader = readerOf(c)
  const token = c.req.param('token')
  const session = await openSession(c.get('store'), token, c.get('now')())
  const consultation = session && (await findConsultation(c.get('store'), session.consultationId))
  if (!session || !consultation) {
    const { assist } = words(reader.locale)
    return render(
      c,
      ProblemPage({ reader, heading: assist.expiredHeading, more: assist.expired }),
      410,
    )
  }
  c.header('Cache-Control', 'no-store')
  putReceiptAway(c)
  const { channel } = session
  const here = { ...reader, shared: { token, channel } }
  if (c.get('now')() > consultation.closesAt) return ended(c, here, consultation)
  return render(
    c,
    StartPage({
      ...{ reader: here, consultation, channel },
      door: (audience) => questionnaireAddress(here, consultation.id, audience, {}),
    }),
  )
})
