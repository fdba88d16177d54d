import { writeAudited } from '../../../db/audit.ts'
import { findConsultation } from '../../../db/consultations.ts'
import { listNeighbourhoods } from '../../../db/mailboxes.ts'
import { currentRelease } from '../../../db/releases.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { ExportPage, type ExportProblem } from '../../../web/desk/export/export-page.tsx'
import { exportFormats } from '../../../web/desk/export/formats.ts'
import { codebookCsv } from '../../desk/codebook.ts'
import { byteOrderMark, csvLine, downloadHeaders } from '../../desk/csv.ts'
import { cut, readForm, tidy } from '../../desk/form.ts'
import { notAllowed } from '../../desk/not-allowed.ts'
import { may } from '../../desk/permissions.ts'
import { deskPlace } from '../../desk/place.ts'
import { findResults } from '../../desk/results.ts'
import { sameCounts } from '../../desk/same-suggestions.ts'
import { memberOf, staffRouter } from '../../desk/session.ts'
import { isConfirmed, stepUp } from '../../desk/step-up.ts'
import { allSuggested, ledgerHeads, ledgerRow } from '../../desk/suggested.ts'
import { responsesFile } from '../../exports/formats.ts'
import { beginProgress, findProgress, newProgressId } from '../../exports/progress.ts'
import { rScript } from '../../exports/r-script.ts'
import { resultHeads, resultRows } from '../../exports/result-rows.ts'
import { xlsxType } from '../../exports/sheets.ts'
import { deskWorkbook, publicWorkbook } from '../../exports/workbooks.ts'
import type { AppContext } from '../../host.ts'
import { readSnapshot } from '../../releases/published.ts'
import { render } from '../../request/render.ts'

/** Results and answers as files: what is public for everybody, single responses for few, and written down. */
export const exportRoutes = staffRouter()

const csv = 'text/csv; charset=utf-8'
const path = '/c/:consultation/export'

exportRoutes.get(path, (c) => page(c, c.req.param('consultation')))

exportRoutes.get(`${path}/public.xlsx`, async (c) => {
  const found = await findReleased(c, c.req.param('consultation'))
  if (!found) return c.notFound()
  const body = await publicWorkbook(found.title, found.released)
  return c.body(body, 200, downloadHeaders(`${found.id}-public.xlsx`, xlsxType))
})

exportRoutes.get(`${path}/public.csv`, async (c) => {
  const found = await findReleased(c, c.req.param('consultation'))
  if (!found) return c.notFound()
  const tables = found.released.editions.flatMap(({ questions }) =>
    questions.map(({ table }) => table),
  )
  const lines = [resultHeads, ...tables.flatMap(resultRows)].map(csvLine)
  const body = [byteOrderMark, ...lines, csvLine(['', '意见征集结果，不等于表决。'])].join('')
  return c.body(body, 200, downloadHeaders(`${found.id}-public.csv`, csv))
})

exportRoutes.post(`${path}/workbook`, async (c) => {
  const id = c.req.param('consultation')
  const consultation = await findConsultation(c.var.store, id)
  if (!consultation) return c.notFound()
  const found = await Promise.all(
    consultation.editions.map(({ audience }) => findResults(c, id, audience)),
  )
  const editions = found.filter((results) => results !== undefined)
  const at = c.var.now()
  const areas = await listNeighbourhoods(c.var.store)
  const suggested = await allSuggested(c.var.store, id)
  const same = await sameCounts(c.var.store, consultation, suggested)
  const ledger = [ledgerHeads, ...suggested.map((one) => ledgerRow(one, areas, same))]
  const entry = { at, actor: memberOf(c).id, action: 'export workbook', object: id }
  await writeAudited(c.var.store, entry, [])
  const body = await deskWorkbook(textIn(consultation.title, 'zh-CN'), editions, ledger, at)
  return c.body(body, 200, downloadHeaders(`${id}-workbook.xlsx`, xlsxType))
})

exportRoutes.post(`${path}/:audience{adult|child}`, async (c) => {
  if (!may(memberOf(c).role, 'export responses')) return notAllowed(c)
  const { consultation, audience } = c.req.param()
  const field = await readForm(c)
  const results = await findResults(c, consultation, audience, Number(field('version')))
  if (!results) return c.notFound()
  const purpose = cut(tidy(field('purpose')), 100)
  const format = exportFormats.find((one) => one === field('format')) ?? 'csv'
  const told = { audience: results.audience, purpose, format }
  if (isVague(purpose)) return page(c, consultation, { ...told, kind: 'purpose' })
  const wrong = await stepUp(c, field('password'))
  if (wrong) return page(c, consultation, { ...told, kind: 'password', password: wrong })
  const { version } = results
  const object = `${consultation}/${audience}/${version}${format === 'csv' ? '' : ` ${format}`} ${purpose}`
  const entry = { at: c.var.now(), actor: memberOf(c).id, action: 'export responses', object }
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

// Whoever reads the operation log a year later must be able to tell what a file was for.
const isVague = (purpose: string) => [...purpose].length < 4

async function findReleased(c: AppContext, id: string) {
  const consultation = await findConsultation(c.var.store, id)
  const release = consultation && (await currentRelease(c.var.store, id))
  if (!consultation || !release) return
  const released = readSnapshot(release)
  return { id, title: textIn(consultation.title, 'zh-CN'), released }
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
