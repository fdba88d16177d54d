import { Hono } from 'hono'
import { resident } from '../../db/audit.ts'
import { findConsultation, type OpenConsultation } from '../../db/consultations.ts'
import { deleteContact } from '../../db/contacts.ts'
import type { Edition } from '../../surveys/engine/definition.ts'
import {
  ContactPage,
  type ContactProblem,
  type EnteredContact,
  GoneContactPage,
  KeptContactPage,
} from '../../web/resident/contact-page.tsx'
import { ProblemPage } from '../../web/resident/problem-page.tsx'
import { to } from '../../web/resident/reader.ts'
import { words } from '../../web/words/words.ts'
import { contactOfCode, keepContact } from '../contacts/contact.ts'
import { purposesOf, readContact } from '../contacts/contact-form.ts'
import type { AppContext, AppEnv } from '../host.ts'
import { answerProblem } from '../request/problems.ts'
import { readerOf } from '../request/reader.ts'
import { render } from '../request/render.ts'
import { lateMs } from '../responses/late.ts'

/** Leaving a way to be reached, and taking it back. Reached without a receipt, and not logged. */
export const contactRoutes = new Hono<AppEnv>()
  .use('/contact/*', async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  .get('/contact/:consultation', async (c) => {
    const asking = await askingIn(c, c.req.param('consultation'))
    return asking ? showForm(c, asking, blank) : notNow(c)
  })
  .post('/contact/:consultation', async (c) => {
    const asking = await askingIn(c, c.req.param('consultation'))
    if (!asking) return notNow(c)
    const form = await c.req.formData()
    const { entered, problems } = readContact(form, purposesOf(asking.edition, asking.contact))
    if (problems.length > 0) return showForm(c, asking, entered, problems)
    const { name, reach, purposes } = entered
    const code = await keepContact(c, asking.consultation.id, { name, reach, purposes })
    return c.redirect(to(readerOf(c), `/contact/${asking.consultation.id}/kept/${code}`), 303)
  })
  .get('/contact/:consultation/kept/:code', async (c) => {
    const { consultation, code } = c.req.param()
    const contact = await contactAt(c, consultation, code)
    if (!contact) return answerProblem(c, 'not-found')
    const { expiresAt } = contact
    return render(c, KeptContactPage({ reader: readerOf(c), consultation, code, expiresAt }))
  })
  .post('/contact/:consultation/kept/:code', async (c) => {
    const { consultation, code } = c.req.param()
    const contact = await contactAt(c, consultation, code)
    if (!contact) return answerProblem(c, 'not-found')
    const by = resident(c.get('now')())
    await deleteContact(c.get('store'), contact, by, 'withdraw contact')
    return render(c, GoneContactPage({ reader: readerOf(c) }))
  })

interface Asking {
  consultation: OpenConsultation
  edition: Edition
  contact: NonNullable<Edition['contact']>
}

const blank = { name: '', reach: '', purposes: [], agree: false }

// As long as late answers are taken.
async function askingIn(c: AppContext, id: string): Promise<Asking | undefined> {
  const consultation = await findConsultation(c.get('store'), id)
  const now = c.get('now')()
  if (!consultation || now < consultation.opensAt || now > consultation.closesAt + lateMs) {
    return undefined
  }
  for (const { audience, edition } of consultation.editions) {
    // Never of a child, whatever a definition says.
    if (audience === 'adult' && edition.contact) {
      return { consultation, edition, contact: edition.contact }
    }
  }
  return undefined
}

function showForm(
  c: AppContext,
  { consultation, edition, contact }: Asking,
  entered: EnteredContact,
  problems: ContactProblem[] = [],
) {
  const purposes = purposesOf(edition, contact)
  const { notice } = contact
  const page = { reader: readerOf(c), consultation, notice, purposes, entered, problems }
  return render(c, ContactPage(page), problems.length > 0 ? 422 : 200)
}

async function contactAt(c: AppContext, consultation: string, code: string) {
  const calm = (await c.get('host').allows?.(c, 'receipt')) ?? true
  const contact = calm ? await contactOfCode(c, code) : undefined
  return contact?.consultationId === consultation ? contact : undefined
}

function notNow(c: AppContext) {
  const reader = readerOf(c)
  const { contact } = words(reader.locale)
  return render(c, ProblemPage({ reader, heading: contact.closed }), 404)
}
