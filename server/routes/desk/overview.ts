import { closeConsultation, findConsultation, saveParticulars } from '../../../db/consultations.ts'
import { noParticulars } from '../../../db/particulars.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { ClosurePage } from '../../../web/desk/overview/closure-page.tsx'
import { OverviewPage } from '../../../web/desk/overview/overview-page.tsx'
import {
  correctionLengths,
  type Particular,
  ParticularsPage,
  particularLabels,
} from '../../../web/desk/overview/particulars-page.tsx'
import { countsFile } from '../../desk/file-tables.ts'
import { readForm, tidy } from '../../desk/form.ts'
import { overviewOf } from '../../desk/overview.ts'
import { deskPlace } from '../../desk/place.ts'
import { memberOf, staffRouter } from '../../desk/session.ts'
import { asksForFile, tablesFile } from '../../desk/tables-csv.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** What has come in, and what the committee decides about a consultation: its particulars and its end. */
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

overviewRoutes.get('/c/:consultation/particulars', (c) =>
  particularsPage(c, c.req.param('consultation')),
)

overviewRoutes.post('/c/:consultation/particulars', async (c) => {
  const id = c.req.param('consultation')
  const consultation = await findConsultation(c.var.store, id)
  if (!consultation) return c.notFound()
  const field = await readForm(c)
  const entered = { ...noParticulars }
  for (const name of names) {
    entered[name] = tidy(field(name))
  }
  const tooLong = names.find((name) => entered[name].length > 300)
  if (tooLong) return particularsPage(c, id, entered, tooLong)
  const by = { at: c.var.now(), actor: memberOf(c).id }
  const length = correctionLengths.find(
    ([minutes]) => String(minutes) === field('correctionMinutes'),
  )
  const minutes = await saveParticulars(c.var.store, id, entered, by, length?.[0])
  const isKept = length !== undefined && minutes !== length[0]
  return c.redirect(`/desk/c/${id}/particulars?saved${isKept ? '&promised' : ''}`, 303)
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
  const now = c.var.now()
  if (!consultation || consultation.closesAt <= now) return c.notFound()
  await closeConsultation(c.var.store, consultation.id, now, memberOf(c).id)
  return c.redirect('/desk', 303)
})

const names = Object.keys(particularLabels) as Particular[]

async function particularsPage(
  c: AppContext,
  id: string,
  entered?: Record<Particular, string>,
  problem?: Particular,
) {
  const consultation = await findConsultation(c.var.store, id)
  if (!consultation) return c.notFound()
  const shown = ParticularsPage({
    place: await deskPlace(c),
    consultation: { id, title: textIn(consultation.title, 'zh-CN') },
    particulars: entered ?? consultation.particulars,
    correctionMinutes: consultation.correctionMinutes,
    saved: c.req.query('saved') !== undefined,
    promised: c.req.query('promised') !== undefined,
    opened: c.req.query('opened') !== undefined,
    problem,
  })
  return render(c, shown, problem ? 422 : 200)
}
