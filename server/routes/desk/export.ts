import { writeAudited } from '../../../db/audit.ts'
import { findConsultation } from '../../../db/consultations.ts'
import { currentRelease } from '../../../db/releases.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import type { ExportProblem } from '../../../web/desk/export/export-forms.tsx'
import { ExportPage } from '../../../web/desk/export/export-page.tsx'
import { exportFormats } from '../../../web/desk/export/formats.ts'
import { notAllowed } from '../../desk/access/not-allowed.ts'
import { may } from '../../desk/access/permissions.ts'
import { by, memberOf, staffRouter } from '../../desk/access/session.ts'
import { isConfirmed, stepUp } from '../../desk/access/step-up.ts'
import { cut, readForm, tidy } from '../../desk/form.ts'
import { deskPlace } from '../../desk/place.ts'
import { findResults } from '../../desk/results/results.ts'
import { downloadHeaders } from '../../exports/csv.ts'
import { responsesFile } from '../../exports/formats.ts'
import { beginProgress, findProgress, newProgressId } from '../../exports/progress.ts'
import { rScript } from '../../exports/r-script.ts'
import { codebookCsv } from '../../exports/responses/codebook.ts'
import { xlsxType } from '../../exports/sheets.ts'
import { deskWorkbook } from '../../exports/workbooks.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** Results and answers as files: what is public for everybody, single responses for few, and written down. */
export const exportRoutes = staffRouter()

const csv = 'text/csv; charset=utf-8'
const path = '/c/:consultation/export'

exportRoutes.get(path, (c) => page(c, c.req.param('consultation')))

exportRoutes.post(`${path}/workbook`, (c) => workbook(c, 'work'))

exportRoutes.post(`${path}/analysis`, async (c) => {
  if (!may(memberOf(c).role, 'export responses')) return notAllowed(c)
  const field = await readForm(c)
  const refused = await refusal(c, 'analysis', field)
  if (refused) return page(c, c.req.param('consultation'), refused)
  return workbook(c, 'analysis', purposeIn(field))
})

exportRoutes.post(`${path}/:audience{adult|child}`, async (c) => {
  if (!may(memberOf(c).role, 'export responses')) return notAllowed(c)
  const { consultation, audience } = c.req.param()
  const field = await readForm(c)
  const results = await findResults(c, consultation, audience, Number(field('version')))
  if (!results) return c.notFound()
  const format = exportFormats.find((one) => one === field('format')) ?? 'csv'
  const refused = await refusal(c, results.audience, field)
  if (refused) return page(c, consultation, { ...refused, format })
  const purpose = purposeIn(field)
  const { version } = results
  const object = `${consultation}/${audience}/${version}${format === 'csv' ? '' : ` ${format}`} ${purpose}`
  const entry = { ...by(c), action: 'export responses', object }
  await writeAudited(c.var.store, entry, [])
  const file = await responsesFile(c.var.store, results, {
    ...{ format, now: c.var.now() },
    told: beginProgress(field('progress'), memberOf(c).id, results.columns.count),
  })
  const name = `${consultation}-${audience}-v${version}.${file.ending}`
  return c.body(file.body, 200, downloadHeaders(name, file.type))
})

exportRoutes.get(`${path}/progress/:download`, (c) => {
  const found = findProgress(c.req.param('download'), memberOf(c).id)
  return c.json(found ?? { rows: 0, of: 0, done: true })
})

exportRoutes.get(`${path}/:audience/codebook.csv`, async (c) => {
  const { consultation, audience } = c.req.param()
  const results = await findResults(c, consultation, audience)
  if (!results) return c.notFound()
  const name = `${consultation}-${audience}-v${results.version}-codebook.csv`
  return c.body(codebookCsv(results), 200, downloadHeaders(name, csv))
})

exportRoutes.get(`${path}/:audience/script.R`, async (c) => {
  const { consultation, audience } = c.req.param()
  const results = await findResults(c, consultation, audience)
  if (!results) return c.notFound()
  const name = `${consultation}-${audience}-v${results.version}`
  const body = rScript(results, `${name}.csv`)
  return c.body(body, 200, downloadHeaders(`${name}.R`, 'text/plain; charset=utf-8'))
})

type Field = (name: string) => string

const purposeIn = (field: Field) => cut(tidy(field('purpose')), 100)

/** Why what residents wrote is not given out now: nobody said what for, or the password is not right. */
async function refusal(
  c: AppContext,
  what: ExportProblem['what'],
  field: Field,
): Promise<ExportProblem | undefined> {
  const purpose = purposeIn(field)
  // Whoever reads the operation log a year later must be able to tell what a file was for.
  if ([...purpose].length < 4) return { what, purpose, kind: 'purpose' }
  const password = await stepUp(c, field('password'))
  return password && { what, purpose, kind: 'password', password }
}

async function workbook(c: AppContext, flavour: 'work' | 'analysis', purpose = '') {
  const id = c.req.param('consultation') ?? ''
  const consultation = await findConsultation(c.var.store, id)
  if (!consultation) return c.notFound()
  const found = await Promise.all(
    consultation.editions.map(({ audience }) => findResults(c, id, audience)),
  )
  const editions = found.filter((results) => results !== undefined)
  const now = c.var.now()
  const action = flavour === 'work' ? 'export workbook' : 'export responses'
  const object = flavour === 'work' ? id : `${id} workbook ${purpose}`
  await writeAudited(c.var.store, { ...by(c), action, object }, [])
  const body = await deskWorkbook(c.var.store, { consultation, editions, flavour, now })
  const name = flavour === 'work' ? 'workbook' : 'analysis'
  return c.body(body, 200, downloadHeaders(`${id}-${name}.xlsx`, xlsxType))
}

async function page(c: AppContext, id: string, problem?: ExportProblem) {
  const consultation = await findConsultation(c.var.store, id)
  if (!consultation) return c.notFound()
  const editions = await Promise.all(
    consultation.editions.map(async ({ audience, version }) => {
      const results = await findResults(c, id, audience)
      const count = results?.columns.count ?? 0
      return { audience, count, versions: version, progress: newProgressId() }
    }),
  )
  const release = await currentRelease(c.var.store, id)
  const shown = ExportPage({
    place: await deskPlace(c),
    consultation: { id, title: textIn(consultation.title, 'zh-CN') },
    editions,
    problem,
    publishedAt: release?.publishedAt ?? undefined,
    asksPassword: !isConfirmed(c),
    mayExport: may(memberOf(c).role, 'export responses'),
  })
  return render(c, shown, problem ? 422 : 200)
}
