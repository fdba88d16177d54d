import { closeConsultation, findConsultation } from '../../../db/consultations.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { ClosurePage } from '../../../web/desk/overview/closure-page.tsx'
import { OverviewPage } from '../../../web/desk/overview/overview-page.tsx'
import { by, staffRouter } from '../../desk/access/session.ts'
import { overviewOf } from '../../desk/consultations/overview.ts'
import { deskPlace } from '../../desk/place.ts'
import { countsFile } from '../../exports/file-tables.ts'
import { asksForFile, tablesFile } from '../../exports/tables-csv.ts'
import { render } from '../../request/render.ts'

/** What has come in, and how a consultation comes to its end. */
export const overviewRoutes = staffRouter()

overviewRoutes.get('/', async (c) => {
  const place = await deskPlace(c)
  const consultations = await overviewOf(c)
  if (asksForFile(c)) {
    const tables = consultations.flatMap(({ title, tables: some }) =>
      some.map((table) => countsFile(title, table)),
    )
    return tablesFile(c, 'overview', tables)
  }
  return render(c, OverviewPage({ place, consultations, now: c.var.now() }))
})

overviewRoutes.get('/c/:consultation/closure', async (c) => {
  const consultation = await findConsultation(c.var.store, c.req.param('consultation'))
  if (!consultation || consultation.closesAt <= c.var.now()) return c.notFound()
  const { id, closesAt } = consultation
  const title = textIn(consultation.title, 'zh-CN')
  return render(
    c,
    ClosurePage({ place: await deskPlace(c), consultation: { id, title, closesAt } }),
  )
})

overviewRoutes.post('/c/:consultation/closure', async (c) => {
  const consultation = await findConsultation(c.var.store, c.req.param('consultation'))
  if (!consultation || consultation.closesAt <= c.var.now()) return c.notFound()
  await closeConsultation(c.var.store, consultation.id, by(c))
  return c.redirect('/desk', 303)
})
