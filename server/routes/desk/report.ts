import { findConsultation } from '../../../db/consultations.ts'
import { dropReportEdit, saveReportEdit } from '../../../db/reports.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import type { Paragraph } from '../../../web/desk/report/report.ts'
import {
  beganWith,
  NoReportPage,
  ReportPage,
  type ReportProblem,
} from '../../../web/desk/report/report-page.tsx'
import { by, staffRouter } from '../../desk/access/session.ts'
import { readForm, tidy } from '../../desk/form.ts'
import { deskPlace } from '../../desk/place.ts'
import type { AppContext } from '../../host.ts'
import { findReport, hasGaps, paragraphsOf } from '../../report/model.ts'
import { render } from '../../request/render.ts'
import { isStorable } from '../../request/stored-text.ts'

/** The report of a consultation, made from what was published, with what staff wrote into it. */
export const reportRoutes = staffRouter()

const path = '/c/:consultation/report'
const longest = 2000

reportRoutes.get(path, (c) => page(c, c.req.param('consultation')))

reportRoutes.get(`${path}/report.json`, async (c) => {
  const report = await findReport(c, c.req.param('consultation'))
  return report ? c.json(report) : c.notFound()
})

reportRoutes.post(`${path}/paragraph`, async (c) => {
  const id = c.req.param('consultation')
  const field = await readForm(c)
  const found = await findParagraph(c, id, field('paragraph'))
  if (!found) return c.notFound()
  const written = tidy(field('written')).replace(/\r\n?/g, '\n')
  const isGood =
    !hasGaps(found, written) &&
    written !== '' &&
    [...written].length <= longest &&
    isStorable(written)
  const began = field('began')
  if (!isGood) return page(c, id, { paragraph: found.id, written, began })
  return keep(c, id, found, written, began)
})

reportRoutes.post(`${path}/omission`, async (c) => {
  const id = c.req.param('consultation')
  const field = await readForm(c)
  const found = await findParagraph(c, id, field('paragraph'))
  return found ? keep(c, id, found, '', field('began')) : c.notFound()
})

/** Puts these words in a paragraph's place; none at all leave it out. */
async function keep(
  c: AppContext,
  id: string,
  found: Paragraph,
  written: string,
  began: string,
): Promise<Response> {
  const edit = { paragraph: found.id, written, insteadOf: found.made }
  // Sent twice, it stands there already.
  const isKept =
    (found.edit && found.text === written) ||
    (began === beganWith(found) &&
      (await saveReportEdit(c.var.store, id, edit, by(c), found.edit?.at)))
  if (!isKept) return page(c, id, { paragraph: found.id, written, isClash: true })
  return c.redirect(placeOf(id, found.id), 303)
}

reportRoutes.post(`${path}/restoration`, async (c) => {
  const id = c.req.param('consultation')
  const field = await readForm(c)
  const found = await findParagraph(c, id, field('paragraph'))
  if (!found) return c.notFound()
  const isGone =
    !found.edit ||
    (field('began') === beganWith(found) &&
      (await dropReportEdit(c.var.store, id, found.id, by(c), found.edit.at)))
  if (!isGone) return page(c, id, { paragraph: found.id, written: found.made, isClash: true })
  return c.redirect(placeOf(id, found.id), 303)
})

const placeOf = (id: string, paragraph: string) =>
  `/desk/c/${id}/report#p-${paragraph.replaceAll('/', '-')}`

async function findParagraph(c: AppContext, id: string, paragraph: string) {
  const report = await findReport(c, id)
  return report && paragraphsOf(report).find((one) => one.id === paragraph)
}

async function page(c: AppContext, id: string, problem?: ReportProblem) {
  const consultation = await findConsultation(c.var.store, id)
  if (!consultation) return c.notFound()
  const shown = { id, title: textIn(consultation.title, 'zh-CN') }
  const place = await deskPlace(c)
  const report = await findReport(c, id)
  if (!report) return render(c, NoReportPage({ place, consultation: shown }))
  const props = { place, consultation: shown, report, problem }
  if (problem?.isClash) return render(c, ReportPage(props), 409)
  return render(c, ReportPage(props), problem ? 422 : 200)
}
