import { smallestGroup } from '../../../surveys/engine/guard.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { isFiltered } from '../../../web/desk/results/filter.ts'
import { QuestionPage } from '../../../web/desk/results/question-page.tsx'
import { ResultsPage } from '../../../web/desk/results/results-page.tsx'
import { staffRouter } from '../../desk/access/session.ts'
import { comparisonOf } from '../../desk/compare/comparison.ts'
import { modesApart } from '../../desk/compare/modes.ts'
import { pairwiseOf } from '../../desk/compare/pairwise.ts'
import { deskPlace } from '../../desk/place.ts'
import { readFilter } from '../../desk/results/filter.ts'
import { filterChoices, findResults, resultSections } from '../../desk/results/results.ts'
import { resultsCsv } from '../../desk/results/results-csv.ts'
import { firstWritings, writingsPage } from '../../desk/results/writings.ts'
import { downloadHeaders } from '../../exports/csv.ts'
import { comparisonFile, pairwiseFile, resultFile } from '../../exports/file-tables.ts'
import { asksForFile, tablesFile } from '../../exports/tables-csv.ts'
import { render } from '../../request/render.ts'

/** What people answered: all questions of an edition, one question by itself, and the tables as a file. */
export const resultRoutes = staffRouter()

resultRoutes.get('/c/:consultation/results/:audience{[a-z]+}?', async (c) => {
  const asked = c.req.param('audience') ?? 'adult'
  const results = await findResults(c, c.req.param('consultation'), asked)
  if (!results) return c.notFound()
  const filter = readFilter(c)
  const { consultation, audience, version, versions, columns } = results
  const { seen, sections } = resultSections(results, filter)
  return render(
    c,
    ResultsPage({
      place: await deskPlace(c),
      consultation: { id: consultation.id, title: textIn(consultation.title, 'zh-CN') },
      ...{ audience, version, versions, filter, seen, sections },
      choices: filterChoices(results),
      total: columns.count,
      k: smallestGroup(audience),
      now: c.var.now(),
      writings: isFiltered(filter) ? new Map() : await firstWritings(c, results, sections),
    }),
  )
})

resultRoutes.get('/c/:consultation/results/:file{[a-z]+\\.csv}', async (c) => {
  const audience = c.req.param('file').replace('.csv', '')
  const results = await findResults(c, c.req.param('consultation'), audience)
  if (!results) return c.notFound()
  const { id } = results.consultation
  const body = resultsCsv(results, readFilter(c), c.var.now())
  return c.body(
    body,
    200,
    downloadHeaders(`${id}-${audience}-results.csv`, 'text/csv; charset=utf-8'),
  )
})

resultRoutes.get('/c/:consultation/results/:audience{[a-z]+}/:question', async (c) => {
  const results = await findResults(c, c.req.param('consultation'), c.req.param('audience'))
  const asked = results?.edition.sections
    .flatMap(({ questions }) => questions)
    .find(({ id }) => id === c.req.param('question'))
  if (!results || !asked || asked.kind === 'note') return c.notFound()
  const filter = readFilter(c)
  const { consultation, audience, version, versions } = results
  const { sections } = resultSections(results, filter, asked.id)
  const table = sections.flatMap(({ tables }) => tables).find(({ id }) => id === asked.id)
  const plain = !isFiltered(filter) && table
  const written = plain
    ? await writingsPage(c, results, table, Number(c.req.query('before')) || undefined)
    : undefined
  const comparison = plain ? comparisonOf(results, asked) : undefined
  const pairwise = plain ? pairwiseOf(results, asked) : undefined
  const k = smallestGroup(audience)
  if (asksForFile(c)) {
    const files = [comparison && comparisonFile(comparison), pairwise && pairwiseFile(pairwise)]
    const name = `${consultation.id}-${audience}-${asked.id}`
    return tablesFile(c, name, [table && resultFile(table), ...files], k)
  }
  return render(
    c,
    QuestionPage({
      place: await deskPlace(c),
      consultation: { id: consultation.id, title: textIn(consultation.title, 'zh-CN') },
      version: version < versions ? version : undefined,
      k,
      ...{ audience, filter, table: table ?? 'too-few' },
      choices: filterChoices(results),
      title: textIn(asked.title, 'zh-CN'),
      question: asked.id,
      comparison,
      modes: plain ? modesApart(results, asked) : undefined,
      pairwise,
      writings: written?.writings ?? [],
      older: written?.before === undefined ? undefined : `?before=${written.before}#texts`,
    }),
  )
})
