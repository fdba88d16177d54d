import { findConsultation, listConsultations } from '../../../db/consultations.ts'
import {
  addMailbox,
  findMailbox,
  listNeighbourhoods,
  type Mailbox,
  renameMailbox,
  retireMailbox,
  tieMailbox,
} from '../../../db/mailboxes.ts'
import { type Text, textIn } from '../../../surveys/engine/text.ts'
import { MailboxPage, RetirementPage } from '../../../web/desk/mailboxes/mailbox-page.tsx'
import { MailboxesPage, type MailboxProblem } from '../../../web/desk/mailboxes/mailboxes-page.tsx'
import { PosterPage } from '../../../web/desk/mailboxes/poster-page.tsx'
import {
  printedAddress,
  QrCode,
  qrModules,
  quietZone,
  shortAddress,
} from '../../../web/desk/mailboxes/qr-code.tsx'
import { by, staffRouter } from '../../desk/access/session.ts'
import { boxCurves } from '../../desk/consultations/overview.ts'
import { readForm, tidy } from '../../desk/form.ts'
import { mailboxHues } from '../../desk/mailboxes/hues.ts'
import { posterOf } from '../../desk/mailboxes/poster.ts'
import { deskPlace } from '../../desk/place.ts'
import { downloadHeaders } from '../../exports/csv.ts'
import { blackAndWhitePng } from '../../files/png.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** Adding, renaming and retiring mailboxes, and what is printed for them. */
export const mailboxRoutes = staffRouter()

mailboxRoutes.get('/mailboxes', (c) => listPage(c))

mailboxRoutes.post('/mailboxes', async (c) => {
  const field = await readForm(c)
  const entered = {
    neighbourhood: field('neighbourhood'),
    code: tidy(field('code')).toUpperCase(),
    ...nameAndPlace(field),
  }
  const { neighbourhood, code, name, place } = entered
  const all = await listNeighbourhoods(c.var.store)
  const problem = /^[A-Z0-9]{3,12}$/.test(code) ? problemWith(entered) : 'code'
  if (problem) return listPage(c, entered, problem)
  if (!all.some(({ id }) => id === neighbourhood)) return c.notFound()
  const added = await addMailbox(
    c.var.store,
    { code, neighbourhoodId: neighbourhood, name: { 'zh-CN': name }, place: { 'zh-CN': place } },
    by(c),
  )
  return added ? c.redirect(`/desk/mailboxes/${code}`, 303) : listPage(c, entered, 'taken')
})

mailboxRoutes.get('/mailboxes/:code', async (c) => {
  const mailbox = await findMailbox(c.var.store, c.req.param('code'))
  return mailbox ? mailboxPage(c, mailbox) : c.notFound()
})

mailboxRoutes.post('/mailboxes/:code/name', async (c) => {
  const mailbox = await findMailbox(c.var.store, c.req.param('code'))
  if (!mailbox) return c.notFound()
  const entered = nameAndPlace(await readForm(c))
  const problem = problemWith(entered)
  if (problem) return mailboxPage(c, mailbox, problem)
  // Another language's name goes with the old one: it would describe what is no longer there.
  const kept = (before: Text, now: string) => (before['zh-CN'] === now ? before : { 'zh-CN': now })
  const { name, place } = entered
  const renamed = { name: kept(mailbox.name, name), place: kept(mailbox.place, place) }
  await renameMailbox(c.var.store, mailbox.code, renamed, by(c))
  return c.redirect(`/desk/mailboxes/${mailbox.code}?saved`, 303)
})

mailboxRoutes.post('/mailboxes/:code/consultation', async (c) => {
  const mailbox = await findMailbox(c.var.store, c.req.param('code'))
  const id = (await readForm(c))('consultation')
  if (!mailbox || (id !== '' && !(await findConsultation(c.var.store, id)))) return c.notFound()
  await tieMailbox(c.var.store, mailbox, id || null, by(c))
  return c.redirect(`/desk/mailboxes/${mailbox.code}?saved`, 303)
})

mailboxRoutes.get('/mailboxes/:code/retirement', async (c) => {
  const mailbox = await findMailbox(c.var.store, c.req.param('code'))
  if (!mailbox || mailbox.retiredAt !== null) return c.notFound()
  return render(c, RetirementPage({ place: await deskPlace(c), mailbox: shown(mailbox) }))
})

mailboxRoutes.post('/mailboxes/:code/retirement', async (c) => {
  const mailbox = await findMailbox(c.var.store, c.req.param('code'))
  if (!mailbox || mailbox.retiredAt !== null) return c.notFound()
  await retireMailbox(c.var.store, mailbox.code, by(c))
  return c.redirect(`/desk/mailboxes/${mailbox.code}`, 303)
})

mailboxRoutes.get('/mailboxes/:code/poster', async (c) => {
  const mailbox = await findMailbox(c.var.store, c.req.param('code'))
  if (!mailbox) return c.notFound()
  return render(c, PosterPage({ place: await deskPlace(c), poster: await posterOf(c, mailbox) }))
})

mailboxRoutes.get('/mailboxes/:code/qr.svg', async (c) => {
  const mailbox = await findMailbox(c.var.store, c.req.param('code'))
  if (!mailbox) return c.notFound()
  const { address, short } = addresses(c, mailbox.code)
  const svg = String(QrCode({ address, label: short }))
  return c.body(svg, 200, downloadHeaders(`${mailbox.code}.svg`, 'image/svg+xml'))
})

// 20 pixels a module: sharp at 60 mm and beyond on any office printer.
const pixelsPerModule = 20

mailboxRoutes.get('/mailboxes/:code/qr.png', async (c) => {
  const mailbox = await findMailbox(c.var.store, c.req.param('code'))
  if (!mailbox) return c.notFound()
  const modules = qrModules(addresses(c, mailbox.code).address)
  const png = await blackAndWhitePng(modules, pixelsPerModule, quietZone)
  return c.body(png, 200, downloadHeaders(`${mailbox.code}.png`, 'image/png'))
})

async function listPage(
  c: AppContext,
  entered?: { neighbourhood: string; code: string; name: string; place: string },
  problem?: MailboxProblem,
) {
  const hues = await mailboxHues(c.var.store)
  const known = await listConsultations(c.var.store)
  const only = (id: string | null) => known.find((one) => one.id === id)?.title
  const neighbourhoods = (await listNeighbourhoods(c.var.store)).map(({ id, name, mailboxes }) => ({
    id,
    name: textIn(name, 'zh-CN'),
    mailboxes: mailboxes.map((mailbox) => {
      const title = only(mailbox.consultationId)
      const asks = title && textIn(title, 'zh-CN')
      return { ...shown(mailbox), hue: hues(mailbox.code), asks }
    }),
  }))
  const place = await deskPlace(c)
  return render(c, MailboxesPage({ place, neighbourhoods, entered, problem }), problem ? 422 : 200)
}

async function mailboxPage(c: AppContext, mailbox: Mailbox, problem?: MailboxProblem) {
  const page = MailboxPage({
    place: await deskPlace(c),
    mailbox: { ...shown(mailbox), neighbourhood: textIn(mailbox.neighbourhood.name, 'zh-CN') },
    ...addresses(c, mailbox.code),
    consultations: (await listConsultations(c.var.store))
      .filter(({ id, closesAt }) => closesAt > c.var.now() || id === mailbox.consultationId)
      .map(({ id, title, closesAt }) => ({
        ...{ id, title: textIn(title, 'zh-CN'), ended: closesAt <= c.var.now() },
        chosen: id === mailbox.consultationId,
      })),
    curves: await boxCurves(c, mailbox.number),
    problem,
    saved: c.req.query('saved') !== undefined,
  })
  return render(c, page, problem ? 422 : 200)
}

function shown({ code, name, place, retiredAt }: Mailbox) {
  return {
    code,
    name: textIn(name, 'zh-CN'),
    place: textIn(place, 'zh-CN'),
    retired: retiredAt !== null,
  }
}

function addresses(c: AppContext, code: string) {
  const { publicOrigin } = c.var.settings
  return { address: printedAddress(publicOrigin, code), short: shortAddress(publicOrigin, code) }
}

function nameAndPlace(field: (name: string) => string) {
  return { name: tidy(field('name')), place: tidy(field('place')) }
}

function problemWith({ name, place }: { name: string; place: string }): MailboxProblem | undefined {
  if (name.length < 1 || [...name].length > 40) return 'name'
  return place.length < 1 || [...place].length > 80 ? 'place' : undefined
}
