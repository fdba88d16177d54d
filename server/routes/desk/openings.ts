import {
  listConsultations,
  type OpenConsultation,
  openConsultation,
} from '../../../db/consultations.ts'
import { listNeighbourhoods } from '../../../db/mailboxes.ts'
import type { Store } from '../../../db/store.ts'
import type { Consultation } from '../../../surveys/engine/definition.ts'
import { endOfDay } from '../../../surveys/engine/shanghai.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { OpenedBeforePage, OpeningPage } from '../../../web/desk/opening/opening-page.tsx'
import { OpeningsPage } from '../../../web/desk/opening/openings-page.tsx'
import { by, staffRouter } from '../../desk/access/session.ts'
import { offered, offeredTemplates, templateNamed } from '../../desk/consultations/openings.ts'
import { readForm } from '../../desk/form.ts'
import { deskPlace } from '../../desk/place.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** Opening a consultation from one of the templates: what each asks, and one more look before it is public. */
export const openingRoutes = staffRouter('open consultations')

openingRoutes.get('/openings', async (c) => {
  const templates = offeredTemplates(await listConsultations(c.var.store), c.var.now())
  return render(c, OpeningsPage({ place: await deskPlace(c), templates }))
})

openingRoutes.get('/openings/:template', async (c) => {
  const template = templateNamed(c.req.param('template'))
  if (!template) return c.notFound()
  const now = c.var.now()
  const known = await listConsultations(c.var.store)
  const about = offered(template, known, now)
  if (about.state !== 'new') return openedBefore(c, template, 200)
  const open = known
    .filter(({ closesAt }) => closesAt > now)
    .sort((one, other) => one.closesAt - other.closesAt)
  const newest = newestOf(known)
  const page = OpeningPage({
    ...{ place: await deskPlace(c), template: about },
    lengths: lengthsFor(template).map((days) => ({ days, closesAt: endOfDay(now, days) })),
    tied: await tiedMailboxes(c.var.store),
    others: open.map(({ title, closesAt }) => ({ title: textIn(title, 'zh-CN'), closesAt })),
    particularsOf: newest && textIn(newest.title, 'zh-CN'),
  })
  return render(c, page)
})

openingRoutes.post('/openings/:template', async (c) => {
  const template = templateNamed(c.req.param('template'))
  if (!template) return c.notFound()
  const field = await readForm(c)
  const days = lengthsFor(template).find((one) => String(one) === field('days'))
  if (days === undefined) return c.redirect(`/desk/openings/${template.id}`, 303)
  const { store } = c.var
  const particulars = newestOf(await listConsultations(store))?.particulars
  const opened = await openConsultation(
    store,
    { ...template, collectionDays: days },
    by(c),
    // Who asks and who can be rung stays the same; when there will be results does not.
    particulars && { ...particulars, resultsBy: '' },
  )
  return opened
    ? c.redirect(`/desk/c/${template.id}/particulars?opened`, 303)
    : openedBefore(c, template, 409)
})

async function tiedMailboxes(store: Store): Promise<number> {
  const areas = await listNeighbourhoods(store)
  return areas
    .flatMap(({ mailboxes }) => mailboxes)
    .filter(({ consultationId, retiredAt }) => consultationId !== null && retiredAt === null).length
}

async function openedBefore(c: AppContext, template: Consultation, status: 200 | 409) {
  const known = await listConsultations(c.var.store)
  const page = { place: await deskPlace(c), template: offered(template, known, c.var.now()) }
  return render(c, OpenedBeforePage(page), status)
}

const newestOf = (known: readonly OpenConsultation[]) => known.at(-1)

/** In days; the template's own is among them. */
const lengthsFor = ({ collectionDays }: Consultation) =>
  [...new Set([7, 15, 30, 60, collectionDays])].sort((one, other) => one - other)
