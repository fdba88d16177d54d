import {
  createAssistSession,
  endAssistSession,
  listAssistSessions,
} from '../../../db/assist-sessions.ts'
import { findConsultation } from '../../../db/consultations.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { SessionsPage } from '../../../web/desk/sessions/sessions-page.tsx'
import { by, staffRouter } from '../../desk/access/session.ts'
import { readForm, tidy } from '../../desk/form.ts'
import { deskPlace } from '../../desk/place.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** Links for volunteers and for devices in a hall. */
export const assistSessionRoutes = staffRouter()

const path = '/c/:consultation/sessions'
const dayMs = 86_400_000

assistSessionRoutes.get(path, async (c) => sessionsPage(c, c.req.param('consultation')))

assistSessionRoutes.post(path, async (c) => {
  const { store } = c.var
  const id = c.req.param('consultation')
  if (!(await findConsultation(store, id))) return c.notFound()
  const field = await readForm(c)
  const entered = {
    ...{ label: tidy(field('label')), place: tidy(field('place')) },
    ...{ days: tidy(field('days')), channel: field('channel') },
  }
  const problem = problemOf(entered)
  if (problem) return sessionsPage(c, id, { problem, entered }, 422)
  const session = {
    consultationId: id,
    label: entered.label,
    channel: entered.channel === 'kiosk' ? ('kiosk' as const) : ('assisted' as const),
    place: entered.place || null,
    expiresAt: c.var.now() + Number(entered.days) * dayMs,
  }
  const token = await createAssistSession(store, session, by(c))
  const link = `${c.var.settings.publicOrigin}/a/${token}`
  return sessionsPage(c, id, { made: { link, session } }, 201)
})

assistSessionRoutes.post(`${path}/:name/end`, async (c) => {
  const { consultation, name } = c.req.param()
  await endAssistSession(c.var.store, consultation, name, by(c))
  return c.redirect(`/desk/c/${consultation}/sessions`, 303)
})

function problemOf({ label, place, days }: Record<'label' | 'place' | 'days', string>) {
  if (label === '') return '请写上给谁用，好认得出来。'
  if (label.length > 80 || place.length > 80) return '名字和地点最多 80 个字。'
  const whole = /^\d{1,2}$/.test(days) ? Number(days) : 0
  if (whole < 1 || whole > 31) return '有效天数请填 1 到 31。'
  return undefined
}

type Extra = Pick<Parameters<typeof SessionsPage>[0], 'made' | 'problem' | 'entered'>

async function sessionsPage(
  c: AppContext,
  id: string,
  extra: Extra = {},
  status: 200 | 201 | 422 = 200,
) {
  const consultation = await findConsultation(c.var.store, id)
  if (!consultation) return c.notFound()
  const page = SessionsPage({
    place: await deskPlace(c),
    consultation: { id, title: textIn(consultation.title, 'zh-CN') },
    sessions: await listAssistSessions(c.var.store, id),
    now: c.var.now(),
    ...extra,
  })
  return render(c, page, status)
}
