import { textIn } from '../../../surveys/engine/text.ts'
import { ComparePage } from '../../../web/desk/compare/compare-page.tsx'
import { staffRouter } from '../../desk/access/session.ts'
import { compare } from '../../desk/compare/compare.ts'
import { byEdition, byVersion, compareChoices } from '../../desk/compare/compare-choices.ts'
import { compareCsv } from '../../desk/compare/compare-csv.ts'
import { compareVersions } from '../../desk/compare/compare-versions.ts'
import { topicsBeside, topicsFile } from '../../desk/compare/topics.ts'
import { deskPlace } from '../../desk/place.ts'
import { readFilter } from '../../desk/results/filter.ts'
import {
  filterChoices,
  findResults,
  type Results,
  resultsAsked,
} from '../../desk/results/results.ts'
import { downloadHeaders } from '../../exports/csv.ts'
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
      outcome: await outcomeOf(c, results, { q, by }),
    }),
  )
})

compareRoutes.get('/c/:consultation/compare.csv', async (c) => {
  const results = await resultsAsked(c)
  const { q, by } = asked(c)
  const outcome = results && (await outcomeOf(c, results, { q, by }))
  if (!results || !outcome || typeof outcome === 'string') return c.notFound()
  if ('topics' in outcome) return topicsFile(c, results.consultation.id, outcome.topics)
  const name = `${results.consultation.id}-${results.audience}-${q}-${by}.csv`.replaceAll('@', '')
  return c.body(
    compareCsv(outcome, c.var.now()),
    200,
    downloadHeaders(name, 'text/csv; charset=utf-8'),
  )
})

/** Versions and editions are compared by what each tells of itself; all else is counted anew. */
async function outcomeOf(c: AppContext, results: Results, { q, by }: { q: string; by: string }) {
  const { consultation, audience, versions } = results
  if (by === byVersion) {
    const numbers = Array.from({ length: versions }, (_, at) => at + 1)
    const found = numbers.map((version) => findResults(c, consultation.id, audience, version))
    const all = (await Promise.all(found)).filter((one) => one !== undefined)
    return compareVersions(all, q, readFilter(c))
  }
  if (by !== byEdition) return compare(results, q, by, readFilter(c))
  const [question] = q.split('.')
  const topics = consultation.topics.filter(({ questions }) =>
    questions.some((one) => one.audience === audience && one.question === question),
  )
  return { topics: await topicsBeside(c, consultation.id, topics) }
}

const asked = (c: AppContext) => ({ q: c.req.query('q') ?? '', by: c.req.query('by') ?? '' })
