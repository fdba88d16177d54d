import { Hono } from 'hono'
import { listConsultations, type OpenConsultation } from '../../db/consultations.ts'
import { findMailbox, listNeighbourhoods, type Mailbox } from '../../db/mailboxes.ts'
import type { Audience } from '../../surveys/engine/definition.ts'
import { hueOf, type Planted } from '../../web/drawings/forest.tsx'
import { signsOf } from '../../web/drawings/signs.ts'
import { CoverPage } from '../../web/resident/cover-page.tsx'
import { EndedPage } from '../../web/resident/ended-page.tsx'
import { ForestPage } from '../../web/resident/forest-page.tsx'
import { ProblemPage } from '../../web/resident/problem-page.tsx'
import { to } from '../../web/resident/reader.ts'
import { SeveralPage } from '../../web/resident/several-page.tsx'
import { words } from '../../web/words/words.ts'
import type { AppContext, AppEnv } from '../host.ts'
import { publicationDates } from '../releases/published.ts'
import { readerOf } from '../request/reader.ts'
import { render } from '../request/render.ts'
import { mailboxGrowth } from '../responses/mailbox-growth.ts'
import { questionnaireAddress } from '../responses/questionnaire-address.ts'

/** The pages before the questions: the forest, a mailbox's cover, and where results will be. */
export const forestRoutes = new Hono<AppEnv>()
  .get('/', async (c) => {
    const now = c.get('now')()
    const all = await listConsultations(c.get('store'))
    const consultations = all.filter(({ opensAt }) => opensAt <= now)
    const mailboxes = await everyMailbox(c)
    const growth = await mailboxGrowth(c)
    const published = await publicationDates(c.get('store'))
    const page = { reader: readerOf(c), consultations, mailboxes, growth, published, now }
    return render(c, ForestPage(page))
  })
  // The printed codes are all capitals: that keeps a QR code small.
  .on('GET', ['/m/:code', '/M/:code'], async (c) => {
    const mailbox = await findMailbox(c.get('store'), c.req.param('code'))
    if (!mailbox) return calmly(c, 'unknown', 404)
    const begun = await askedAt(c, mailbox)
    const open = begun.filter(({ closesAt }) => c.get('now')() <= closesAt)
    if (open.length > 0) return coverOf(c, mailbox, open)
    const last = begun.at(-1)
    if (!last) return calmly(c, 'quiet', 200)
    const [tree, publishedAt] = [await treeOf(c, mailbox), await lastOf(c, last)]
    return render(c, EndedPage({ reader: readerOf(c), consultation: last, tree, publishedAt }))
  })
  // An address cut short leads to where everything begins.
  .get('/c/:consultation', (c) => c.redirect(to(readerOf(c), '/'), 302))
  .get('/favicon.ico', (c) => c.redirect('/icon.svg', 301))

const lastOf = async (c: AppContext, { id }: { id: string }) =>
  (await publicationDates(c.get('store')))(id)

async function everyMailbox(c: AppContext) {
  const areas = await listNeighbourhoods(c.get('store'))
  return areas.flatMap(({ mailboxes }) => mailboxes)
}

// Its colour, growth and sign, as in the forest.
async function treeOf(c: AppContext, { code, number }: Mailbox): Promise<Planted> {
  const everyone = await everyMailbox(c)
  const standing = everyone.filter(({ retiredAt }) => retiredAt === null)
  const at = Math.max(
    0,
    standing.findIndex((mailbox) => mailbox.code === code),
  )
  const signs = signsOf(standing.map(({ neighbourhood }) => neighbourhood.name['zh-CN']))
  const growth = await mailboxGrowth(c)
  return { hue: hueOf(at), growth: growth(number), sign: signs[at] }
}

/** What has been asked at a mailbox so far, by its end: the one consultation it stands for, or all. */
async function askedAt(c: AppContext, { consultationId }: Mailbox): Promise<OpenConsultation[]> {
  const now = c.get('now')()
  const all = await listConsultations(c.get('store'))
  return all
    .filter(
      ({ id, opensAt }) => opensAt <= now && (consultationId === null || consultationId === id),
    )
    .sort((a, b) => a.closesAt - b.closesAt)
}

/** The doors into what is open there; of one edition only where the address asks for it, and through it where it is the only one. */
async function coverOf(c: AppContext, mailbox: Mailbox, all: readonly OpenConsultation[]) {
  const reader = readerOf(c)
  // A mailbox that is gone is not where the answer was posted.
  const carried = {
    mailbox: mailbox.retiredAt === null ? mailbox.code : undefined,
    via: c.req.query('via'),
  }
  const door = (id: string, audience: Audience) =>
    questionnaireAddress(reader, id, audience, carried)
  const wanted = withEdition(all, c.req.query('edition'))
  const [only, another] = wanted
  const audience = only?.editions[0]?.audience
  if (only && audience && !another) return c.redirect(door(only.id, audience), 302)
  const open = another ? wanted : all
  const isHere = carried.via !== 'link'
  const page = { reader, mailbox, isHere, tree: await treeOf(c, mailbox) }
  const [first, second] = open
  return !first || second
    ? render(c, SeveralPage({ ...page, consultations: open, door }))
    : render(c, CoverPage({ ...page, consultation: first, door: (one) => door(first.id, one) }))
}

const withEdition = (open: readonly OpenConsultation[], asked: string | undefined) =>
  open
    .map((one) => ({ ...one, editions: one.editions.filter((each) => each.audience === asked) }))
    .filter(({ editions }) => editions.length > 0)

function calmly(c: AppContext, kind: 'unknown' | 'quiet', status: 200 | 404) {
  const reader = readerOf(c)
  const { cover } = words(reader.locale)
  const heading = cover[`${kind}Heading`]
  return render(c, ProblemPage({ reader, heading, more: cover[kind] }), status)
}
