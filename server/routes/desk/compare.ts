import { textIn } from '../../../surveys/engine/text.ts'
import { ComparePage } from '../../../web/desk/compare/compare-page.tsx'
import { compare, compareChoices } from '../../desk/compare.ts'
import { compareCsv } from '../../desk/compare-csv.ts'
import { downloadHeaders } from '../../desk/csv.ts'
import { readFilter } from '../../desk/filter.ts'
import { deskPlace } from '../../desk/place.ts'
import { filterChoices, findResults } from '../../desk/results.ts'
import { staffRouter } from '../../desk/session.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** Any question by any other. */
export const compareRoutes = staffRouter()

compareRoutes.get('/c/:consultation/compare', async (c) => {
  const results = await resultsAsked(c)
  if (!results) return c.notFound()
  const { consultation, audience } = results
  const choices = compareChoices(results)
  const { q, by } = asked(c)
  return render(
    c,
    ComparePage({
      place: await deskPlace(c),
      consultation: { id: consultation.id, title: textIn(consultation.title, 'zh-CN') },
      ...{ audience, choices, filter: readFilter(c), filterChoices: filterChoices(results) },
      audiences: consultation.editions.map((edition) => edition.audience),
      asked: { q, by },
      outcome: compare(results, q, by, readFilter(c)),
    }),
  )
})

compareRoutes.get('/c/:consultation/compare.csv', async (c) => {
  const results = await resultsAsked(c)
  const { q, by } = asked(c)
  const outcome = results && compare(results, q, by, readFilter(c))
  if (!results || !outcome || typeof outcome === 'string') return c.notFound()
  const name = `${results.consultation.id}-${results.audience}-${q}-${by}.csv`.replaceAll('@', '')
  return c.body(
    compareCsv(outcome, c.var.now()),
    200,
    downloadHeaders(name, 'text/csv; charset=utf-8'),
  )
})

const asked = (c: AppContext) => ({ q: c.req.query('q') ?? '', by: c.req.query('by') ?? '' })

function resultsAsked(c: AppContext) {
  return findResults(c, c.req.param('consultation') ?? '', c.req.query('edition') ?? 'adult')
}
