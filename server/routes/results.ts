import { Hono } from 'hono'
import { findConsultation, type OpenConsultation } from '../../db/consultations.ts'
import { currentRelease, listReleases } from '../../db/releases.ts'
import { dateOf } from '../../surveys/engine/shanghai.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { dateWords } from '../../web/dates.ts'
import { ChildResultsPage } from '../../web/public/child-page.tsx'
import { EmbedPage } from '../../web/public/embed-page.tsx'
import type { Released } from '../../web/public/released.ts'
import { ReleasedPage, resultsAddress, type Shown } from '../../web/public/released-page.tsx'
import { ProblemPage } from '../../web/resident/problem-page.tsx'
import { to } from '../../web/resident/reader.ts'
import { ResultsPage } from '../../web/resident/results-page.tsx'
import { words } from '../../web/words/words.ts'
import { downloadHeaders } from '../exports/csv.ts'
import { publicCodebook } from '../exports/released/public-codebook.ts'
import { releasedCsv } from '../exports/released/released-csv.ts'
import { releasedR } from '../exports/released/released-r.ts'
import { releasedSav } from '../exports/released/released-sav.ts'
import { xlsxType } from '../exports/sheets.ts'
import { publicWorkbook } from '../exports/workbooks.ts'
import type { AppContext, AppEnv } from '../host.ts'
import { atomFeed } from '../releases/atom.ts'
import { findPublished } from '../releases/published.ts'
import { resultsPoster } from '../releases/results-poster.ts'
import { answerProblem } from '../request/problems.ts'
import { readerOf } from '../request/reader.ts'
import { render } from '../request/render.ts'

/** What was published, as pages, a poster, a feed and files. None of them reads a single answer. */
export const resultRoutes = new Hono<AppEnv>()
  .get('/c/:consultation/results', (c) =>
    showing(c, (shown) => render(c, ReleasedPage({ reader: readerOf(c), shown }))),
  )
  .get('/c/:consultation/results/child', (c) =>
    showing(c, (shown) => render(c, ChildResultsPage({ reader: readerOf(c), shown }))),
  )
  .get('/c/:consultation/results/embed', (c) =>
    showing(c, (shown) => render(c, EmbedPage({ reader: readerOf(c), shown }))),
  )
  .get('/c/:consultation/results/poster', (c) =>
    showing(c, (shown) =>
      render(c, resultsPoster(c, shown, resultsAddress(readerOf(c), shown, ''))),
    ),
  )
  .get('/c/:consultation/results.json', (c) =>
    showing(c, (shown) => {
      c.header('Cache-Control', 'private, no-cache')
      return c.json(shown.released)
    }),
  )
  .get('/c/:consultation/decisions.json', (c) =>
    showing(c, (shown) => {
      c.header('Cache-Control', 'private, no-cache')
      return c.json(shown.decisions)
    }),
  )
  .get('/c/:consultation/results.csv', (c) =>
    showing(c, ({ released }) =>
      c.body(releasedCsv(released), 200, fileHeaders(released, 'csv', 'text/csv; charset=utf-8')),
    ),
  )
  .get('/c/:consultation/results.xlsx', (c) =>
    showing(c, async ({ released }) =>
      c.body(await publicWorkbook(released), 200, fileHeaders(released, 'xlsx', xlsxType)),
    ),
  )
  .get('/c/:consultation/results.sav', (c) =>
    showing(c, ({ released }) =>
      c.body(releasedSav(released), 200, fileHeaders(released, 'sav', 'application/x-spss-sav')),
    ),
  )
  .get('/c/:consultation/results.R', (c) =>
    showing(c, ({ released }) => {
      const script = releasedR(`${fileName(released)}.csv`)
      return c.body(script, 200, fileHeaders(released, 'R', 'text/plain; charset=utf-8'))
    }),
  )
  .get('/c/:consultation/codebook.csv', async (c) => {
    const consultation = await begun(c)
    if (!consultation) return answerProblem(c, 'unknown-consultation')
    const headers = downloadHeaders(`codebook-${consultation.id}.csv`, 'text/csv; charset=utf-8')
    return c.body(publicCodebook(consultation), 200, headers)
  })
  .get('/c/:consultation/results.atom', async (c) => {
    const consultation = await begun(c)
    if (!consultation) return answerProblem(c, 'unknown-consultation')
    const releases = await everyStanding(c, consultation.id)
    c.header('Content-Type', 'application/atom+xml; charset=utf-8')
    const about = { id: consultation.id, title: textIn(consultation.title, 'zh-CN') }
    return c.body(atomFeed(about, releases, c.get('settings').publicOrigin))
  })

/** Answers with the release the address asks for, or says why there is none. */
async function showing(
  c: AppContext,
  show: (shown: Shown) => Response | Promise<Response>,
): Promise<Response> {
  const consultation = await begun(c)
  if (!consultation) return answerProblem(c, 'unknown-consultation')
  const asked = c.req.query('no')
  const number = asked === undefined ? undefined : Number(asked)
  if (number !== undefined && !(Number.isSafeInteger(number) && number > 0))
    return noSuchNumber(c, consultation)
  const published = await findPublished(c.get('store'), consultation.id, number)
  const reader = readerOf(c)
  switch (published.kind) {
    case 'shown':
      return show(published.shown)
    case 'withdrawn': {
      const { withdrawnHeading, withdrawn } = words(reader.locale).released
      const more = `${withdrawn(dateWords(published.at, reader.locale))}${published.why}`
      return render(c, ProblemPage({ reader, heading: withdrawnHeading, more }), 410)
    }
    case 'none':
      if (number !== undefined) return noSuchNumber(c, consultation)
      if (isFile(c)) return answerProblem(c, 'unknown-consultation')
      return render(c, ResultsPage({ reader, consultation, now: c.get('now')() }))
  }
}

const isFile = (c: AppContext) => /\.(json|csv|xlsx|sav|R)$/.test(c.req.path)

const fileName = ({ consultation, takenAt }: Released) =>
  `results-${consultation}-${dateOf(takenAt)}`

const fileHeaders = (released: Released, ending: string, type: string) =>
  downloadHeaders(`${fileName(released)}.${ending}`, type)

async function everyStanding(c: AppContext, consultation: string): Promise<Shown[]> {
  const all = await listReleases(c.get('store'), consultation)
  const standing = all.filter(({ state }) => state === 'published').slice(0, mostInFeed)
  const found = await Promise.all(
    standing.map(({ number }) => findPublished(c.get('store'), consultation, number)),
  )
  return found
    .flatMap((one) => (one.kind === 'shown' ? [one.shown] : []))
    .sort((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0))
}

const mostInFeed = 20

async function begun(c: AppContext): Promise<OpenConsultation | undefined> {
  const consultation = await findConsultation(c.get('store'), c.req.param('consultation') ?? '')
  return consultation && c.get('now')() >= consultation.opensAt ? consultation : undefined
}

async function noSuchNumber(c: AppContext, { id }: OpenConsultation) {
  const reader = readerOf(c)
  const { noSuchNumber: heading, noSuchNumberMore: more, newest } = words(reader.locale).released
  const isOut = (await currentRelease(c.get('store'), id)) !== undefined
  const way = isOut ? { href: to(reader, `/c/${id}/results`), label: newest } : undefined
  return render(c, ProblemPage({ reader, heading, more, way }), 404)
}
