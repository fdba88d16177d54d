import { smallestGroup } from '../../../surveys/engine/guard.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { isFiltered } from '../../../web/desk/results/filter.ts'
import { ResultsPage } from '../../../web/desk/results/results-page.tsx'
import { staffRouter } from '../../desk/access/session.ts'
import { deskPlace } from '../../desk/place.ts'
import { readFilter } from '../../desk/results/filter.ts'
import { questionPage } from '../../desk/results/question-page.ts'
import { filterChoices, findResults, resultSections } from '../../desk/results/results.ts'
import { resultsCsv } from '../../desk/results/results-csv.ts'
import { firstWritings } from '../../desk/results/writings.ts'
import { downloadHeaders } from '../../exports/csv.ts'
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

resultRoutes.get('/c/:consultation/results/:audience{[a-z]+}/:question', questionPage)
