import { writeAudited } from '../../../db/audit.ts'
import { findConsultation } from '../../../db/consultations.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { ExportPage, type ExportProblem } from '../../../web/desk/export/export-page.tsx'
import { codebookCsv } from '../../desk/codebook.ts'
import { downloadHeaders } from '../../desk/csv.ts'
import { cut, readForm, tidy } from '../../desk/form.ts'
import { notAllowed } from '../../desk/not-allowed.ts'
import { may } from '../../desk/permissions.ts'
import { deskPlace } from '../../desk/place.ts'
import { responsesCsv } from '../../desk/response-csv.ts'
import { findResults } from '../../desk/results.ts'
import { memberOf, staffRouter } from '../../desk/session.ts'
import { isConfirmed, stepUp } from '../../desk/step-up.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** Raw answers as a file: explained first, asked what for, written down, then streamed. */
export const exportRoutes = staffRouter()

const csv = 'text/csv; charset=utf-8'

exportRoutes.get('/c/:consultation/export', (c) => page(c, c.req.param('consultation')))

exportRoutes.post('/c/:consultation/export/:audience', async (c) => {
  if (!may(memberOf(c).role, 'export responses')) return notAllowed(c)
  const { consultation, audience } = c.req.param()
  const field = await readForm(c)
  const results = await findResults(c, consultation, audience, Number(field('version')))
  if (!results) return c.notFound()
  const purpose = cut(tidy(field('purpose')), 100)
  const told = { audience: results.audience, purpose }
  if (results.audience === 'child' && purpose.length < 4)
    return page(c, consultation, { ...told, kind: 'purpose' })
  const wrong = await stepUp(c, field('password'))
  if (wrong) return page(c, consultation, { ...told, kind: 'password', password: wrong })
  const { version } = results
  const object = `${consultation}/${audience}/${version}${purpose && ` ${purpose}`}`
  const entry = { at: c.var.now(), actor: memberOf(c).id, action: 'export responses', object }
  await writeAudited(c.var.store, entry, [])
  const name = `${consultation}-${audience}-v${version}.csv`
  return c.body(responsesCsv(c.var.store, results), 200, downloadHeaders(name, csv))
})

exportRoutes.get('/c/:consultation/export/:audience/codebook.csv', async (c) => {
  const { consultation, audience } = c.req.param()
  const results = await findResults(c, consultation, audience)
  if (!results) return c.notFound()
  const name = `${consultation}-${audience}-v${results.version}-codebook.csv`
  return c.body(codebookCsv(results.edition), 200, downloadHeaders(name, csv))
})

async function page(c: AppContext, id: string, problem?: ExportProblem) {
  const consultation = await findConsultation(c.var.store, id)
  if (!consultation) return c.notFound()
  const editions = await Promise.all(
    consultation.editions.map(async ({ audience, version }) => {
      const results = await findResults(c, id, audience)
      return { audience, count: results?.columns.count ?? 0, versions: version }
    }),
  )
  const shown = ExportPage({
    place: await deskPlace(c),
    consultation: { id, title: textIn(consultation.title, 'zh-CN') },
    editions,
    problem,
    asksPassword: !isConfirmed(c),
    mayExport: may(memberOf(c).role, 'export responses'),
  })
  return render(c, shown, problem ? 422 : 200)
}
