import { findConsultation, type OpenConsultation } from '../../../db/consultations.ts'
import { listMembers } from '../../../db/members.ts'
import {
  currentRelease,
  draftRelease,
  endRelease,
  findNumbered,
  listReleases,
  publishRelease,
  type Release,
  type ReleaseFacts,
} from '../../../db/releases.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { ReleasePage, type ReleaseProblem } from '../../../web/desk/releases/release-page.tsx'
import {
  type Chosen,
  type ListedRelease,
  ReleasesPage,
} from '../../../web/desk/releases/releases-page.tsx'
import { tracesIn } from '../../../web/desk/texts/masks.ts'
import { ChildResultsPage } from '../../../web/public/child-page.tsx'
import { PreviewBar } from '../../../web/public/preview-bar.tsx'
import { ReleasedPage, type Shown } from '../../../web/public/released-page.tsx'
import { by, memberOf, staffRouter } from '../../desk/access/session.ts'
import { readForm, tidy } from '../../desk/form.ts'
import { deskPlace } from '../../desk/place.ts'
import type { AppContext } from '../../host.ts'
import { choicesOf, firstChosen, highlightsOf, offeredQuestions } from '../../releases/choices.ts'
import { type Publishable, publishableEditions } from '../../releases/publishable.ts'
import { readSnapshot } from '../../releases/published.ts'
import { publicDecisions } from '../../releases/released-decisions.ts'
import { resultsPoster } from '../../releases/results-poster.ts'
import { saysTooLittle } from '../../releases/says-too-little.ts'
import { takeSnapshot } from '../../releases/take-snapshot.ts'
import { readerOf } from '../../request/reader.ts'
import { render } from '../../request/render.ts'
import { isStorable } from '../../request/stored-text.ts'

/** Results on their way to the public: one drafts, another looks and publishes. */
export const releaseRoutes = staffRouter()

const path = '/c/:consultation/releases'
const one = `${path}/:number{[0-9]{1,9}}` as const
const longestNote = 500
const longestWhy = 200

releaseRoutes.get(path, async (c) => {
  const consultation = await findConsultation(c.var.store, c.req.param('consultation'))
  if (!consultation) return c.notFound()
  const last = await currentRelease(c.var.store, consultation.id)
  const editions = await publishableEditions(c.var.store, consultation)
  const chosen = firstChosen(editions, last && readSnapshot(last))
  return releasesPage(c, consultation, editions, chosen)
})

releaseRoutes.post(path, async (c) => {
  const { store } = c.var
  const consultation = await findConsultation(store, c.req.param('consultation'))
  if (!consultation) return c.notFound()
  const chosen = await readChosen(c)
  const editions = await publishableEditions(store, consultation)
  const choices = choicesOf(editions, chosen)
  if (choices.every(({ questions }) => questions.length === 0))
    return releasesPage(c, consultation, editions, chosen, 'nothing')
  if ([...chosen.note].length > longestNote || !isStorable(chosen.note))
    return releasesPage(c, consultation, editions, chosen, 'note')
  const words = { note: chosen.note, highlights: highlightsOf(chosen) }
  const { released, counted } = await takeSnapshot(store, consultation, choices, c.var.now(), words)
  const draft = {
    ...{ consultationId: consultation.id, note: chosen.note },
    ...{ snapshot: JSON.stringify(released), counted: JSON.stringify(counted) },
  }
  const { number } = await draftRelease(store, draft, by(c))
  return c.redirect(`/desk/c/${consultation.id}/releases/${number}`, 303)
})

releaseRoutes.get(one, (c) => releasePage(c))

releaseRoutes.post(`${one}/publication`, async (c) => {
  const found = await findOne(c)
  if (!found) return c.notFound()
  const field = await readForm(c)
  if (field('seen') === '') return releasePage(c, { problem: 'unseen' })
  if (await saysTooLittle(c.var.store, found.release)) return releasePage(c, { problem: 'empty' })
  if (!(await publishRelease(c.var.store, found.release.id, by(c))))
    return releasePage(c, { problem: 'refused' })
  return c.redirect(addressOf(found), 303)
})

releaseRoutes.post(`${one}/end`, async (c) => {
  const found = await findOne(c)
  if (!found) return c.notFound()
  const field = await readForm(c)
  const why = tidy(field('why'))
  if (why === '' || [...why].length > longestWhy || !isStorable(why))
    return releasePage(c, { problem: 'why', why })
  // Everybody reads it on the page of what was taken back.
  const isTold = found.release.state === 'published' && tracesIn(why).length > 0
  if (isTold && tidy(field('seen')) !== why) return releasePage(c, { problem: 'traces', why })
  if (!(await endRelease(c.var.store, found.release.id, why, by(c))))
    return releasePage(c, { problem: 'refused' })
  return c.redirect(addressOf(found), 303)
})

releaseRoutes.get(`${one}/preview`, async (c) => {
  const found = await findOne(c)
  if (!found) return c.notFound()
  const page = { reader: readerOf(c), shown: await shownOf(c, found.release) }
  const children = PreviewBar({ back: addressOf(found) })
  return render(c, ReleasedPage({ ...page, children }))
})

releaseRoutes.get(`${one}/preview/child`, async (c) => {
  const found = await findOne(c)
  if (!found) return c.notFound()
  const page = { reader: readerOf(c), shown: await shownOf(c, found.release) }
  const children = PreviewBar({ back: addressOf(found) })
  return render(c, ChildResultsPage({ ...page, children }))
})

releaseRoutes.get(`${one}/preview/poster`, async (c) => {
  const found = await findOne(c)
  if (!found) return c.notFound()
  const shown = await shownOf(c, found.release)
  return render(c, resultsPoster(c, shown, addressOf(found)))
})

interface Found {
  consultation: OpenConsultation
  release: Release
}

async function findOne(c: AppContext): Promise<Found | undefined> {
  const { consultation: id = '', number = '' } = c.req.param() as Record<string, string>
  const consultation = await findConsultation(c.var.store, id)
  const release = consultation && (await findNumbered(c.var.store, id, Number(number)))
  return consultation && release && { consultation, release }
}

const addressOf = ({ consultation, release }: Found) =>
  `/desk/c/${consultation.id}/releases/${release.number}`

// As it would look if it were published now, alone.
const shownOf = async (c: AppContext, release: Release): Promise<Shown> => ({
  ...{ released: readSnapshot(release), number: release.number, others: [], isNewest: true },
  decisions: await publicDecisions(c.var.store, release.consultationId),
  publishedAt: release.publishedAt ?? undefined,
})

async function readChosen(c: AppContext): Promise<Chosen> {
  const body: Record<string, unknown> = await c.req.parseBody({ all: true })
  const all = (name: string) =>
    [body[name]].flat().filter((value): value is string => typeof value === 'string')
  return {
    questions: all('question'),
    byNeighbourhood: all('byNeighbourhood'),
    highlights: [0, 1, 2].flatMap((at) => all(`highlight${at}`)).filter(Boolean),
    note: tidy((all('note')[0] ?? '').replace(/\r\n?/g, '\n')),
  }
}

async function releasesPage(
  c: AppContext,
  consultation: OpenConsultation,
  editions: readonly Publishable[],
  chosen: Chosen,
  problem?: 'nothing' | 'note',
) {
  const { store } = c.var
  const { id, title } = consultation
  const members = await listMembers(store)
  const nameOf = namesOf(members)
  const offered = editions.map(({ audience, version, edition, columns }) => ({
    ...{ audience, version, people: columns.count },
    questions: offeredQuestions(edition),
  }))
  const page = ReleasesPage({
    place: await deskPlace(c),
    consultation: { id, title: textIn(title, 'zh-CN') },
    releases: (await listReleases(store, id)).map((release) => listed(release, nameOf)),
    ...{ offered, chosen, problem, isAlone: members.length < 2, longest: longestNote },
  })
  return render(c, page, problem ? 422 : 200)
}

async function releasePage(c: AppContext, wrong: { problem?: ReleaseProblem; why?: string } = {}) {
  const found = await findOne(c)
  if (!found) return c.notFound()
  const { consultation, release } = found
  const { store, settings } = c.var
  const all = await listReleases(store, consultation.id)
  const page = ReleasePage({
    place: await deskPlace(c),
    consultation: { id: consultation.id, title: textIn(consultation.title, 'zh-CN') },
    release: listed(release, namesOf(await listMembers(store))),
    released: readSnapshot(release),
    isMine: release.draftedBy === memberOf(c).id,
    isStale: all.some(
      ({ publishedAt }) => publishedAt !== null && publishedAt >= release.draftedAt,
    ),
    isEmpty: release.state === 'draft' && (await saysTooLittle(store, release)),
    address: `${settings.publicOrigin}/c/${consultation.id}/results`,
    ...wrong,
  })
  return render(c, page, wrong.problem ? 422 : 200)
}

const namesOf = (members: Awaited<ReturnType<typeof listMembers>>) => (id: string | null) =>
  members.find((member) => member.id === id)?.name ?? '一位同事'

function listed(release: ReleaseFacts, nameOf: ReturnType<typeof namesOf>): ListedRelease {
  return {
    ...release,
    draftedBy: nameOf(release.draftedBy),
    publishedBy: nameOf(release.publishedBy),
  }
}
