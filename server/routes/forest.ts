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
    const reader = readerOf(c)
    const consultation = await current(c)
    if (!consultation) return calmly(c, 'quiet', 200)
    const tree = await treeOf(c, mailbox)
    if (c.get('now')() > consultation.closesAt)
      return render(
        c,
        EndedPage({ reader, consultation, tree, publishedAt: await lastOf(c, consultation) }),
      )
    // A mailbox that is gone is not where the answer was posted.
    const carried = {
      mailbox: mailbox.retiredAt === null ? mailbox.code : undefined,
      via: c.req.query('via'),
    }
    const door = (audience: Audience) =>
      questionnaireAddress(reader, consultation.id, audience, carried)
    const asked = consultation.editions.find(({ audience }) => audience === c.req.query('edition'))
    if (asked) return c.redirect(door(asked.audience), 302)
    const others = (await openNow(c))
      .filter(({ id }) => id !== consultation.id)
      .map(({ id, title }) => ({
        title,
        href: to(reader, `/m/${mailbox.code}`, { c: id, via: carried.via }),
      }))
    return render(c, CoverPage({ reader, tree, mailbox, consultation, door, others }))
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

// The one that was chosen, or else the one that closes first; with none open, the one that ended last.
async function current(c: AppContext): Promise<OpenConsultation | undefined> {
  const begun = await begunByEnd(c)
  const open = await openNow(c)
  return open.find(({ id }) => id === c.req.query('c')) ?? open[0] ?? begun[begun.length - 1]
}

async function openNow(c: AppContext): Promise<OpenConsultation[]> {
  const now = c.get('now')()
  return (await begunByEnd(c)).filter(({ closesAt }) => now <= closesAt)
}

async function begunByEnd(c: AppContext): Promise<OpenConsultation[]> {
  const now = c.get('now')()
  const begun = (await listConsultations(c.get('store'))).filter(({ opensAt }) => opensAt <= now)
  return begun.sort((a, b) => a.closesAt - b.closesAt)
}

function calmly(c: AppContext, kind: 'unknown' | 'quiet', status: 200 | 404) {
  const reader = readerOf(c)
  const { cover } = words(reader.locale)
  const heading = cover[`${kind}Heading`]
  return render(c, ProblemPage({ reader, heading, more: cover[kind] }), status)
}
