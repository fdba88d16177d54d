import { findConsultation } from '../../../db/consultations.ts'
import { deleteContact, expireContacts, listContacts, recordOpening } from '../../../db/contacts.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { ContactsPage } from '../../../web/desk/contacts/contacts-page.tsx'
import type { PasswordProblem } from '../../../web/desk/password-again.tsx'
import { type Contact, openContact } from '../../contacts/contact.ts'
import { purposesOf } from '../../contacts/contact-form.ts'
import { masked } from '../../contacts/masked.ts'
import { by, staffRouter } from '../../desk/access/session.ts'
import { isConfirmed, stepUp } from '../../desk/access/step-up.ts'
import { readForm, tidy } from '../../desk/form.ts'
import { deskPlace } from '../../desk/place.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { isStorable } from '../../request/stored-text.ts'

/** How to reach those who want to take part: masked until somebody opens one and says why. */
export const contactRoutes = staffRouter('see contacts')

const path = '/c/:consultation/contacts'

contactRoutes.get(path, (c) => contactsPage(c, c.req.param('consultation')))

contactRoutes.post(`${path}/:contact/opening`, async (c) => {
  const { consultation, contact: id } = c.req.param()
  const row = await rowOf(c, consultation, id)
  if (!row) return c.notFound()
  const field = await readForm(c)
  const reason = tidy(field('reason').replace(/\s+/g, ' '))
  const isGood = reason !== '' && [...reason].length <= 60 && isStorable(reason)
  if (!isGood) return contactsPage(c, consultation, { problem: { id, reason } })
  const password = await stepUp(c, field('password'))
  if (password) return contactsPage(c, consultation, { problem: { id, reason, password } })
  // First written down, then shown.
  await recordOpening(c.var.store, row, reason, by(c))
  return contactsPage(c, consultation, { opened: id })
})

contactRoutes.post(`${path}/:contact/deletion`, async (c) => {
  const { consultation, contact: id } = c.req.param()
  const row = await rowOf(c, consultation, id)
  if (!row) return c.notFound()
  await deleteContact(c.var.store, row, by(c), 'delete contact')
  return c.redirect(`/desk/c/${consultation}/contacts`, 303)
})

interface ContactProblem {
  id: string
  /** What was typed; without a word about the password it is this that is missing. */
  reason: string
  password?: PasswordProblem
}

async function rowOf(c: AppContext, consultation: string, id: string) {
  const rows = await listContacts(c.var.store, consultation, c.var.now())
  return rows.find((row) => row.id === id)
}

async function contactsPage(
  c: AppContext,
  id: string,
  { opened, problem }: { opened?: string; problem?: ContactProblem } = {},
) {
  const { store, settings } = c.var
  const consultation = await findConsultation(store, id)
  if (!consultation) return c.notFound()
  const now = c.var.now()
  await expireContacts(store, now)
  const labels = new Map(
    consultation.editions.flatMap(({ edition }) =>
      edition.contact
        ? purposesOf(edition, edition.contact).map(({ id, label }) => [id, textIn(label, 'zh-CN')])
        : [],
    ) as [string, string][],
  )
  const rows = await listContacts(store, id, now)
  const contacts = await Promise.all(
    rows.map(async (row) => {
      const contact = await openContact(settings.secretKey, row)
      const isOpen = row.id === opened
      return {
        ...shownOf(contact, isOpen, labels),
        id: row.id,
        createdAt: row.createdAt,
        expiresAt: row.expiresAt,
        isOpen,
      }
    }),
  )
  const title = textIn(consultation.title, 'zh-CN')
  const place = await deskPlace(c)
  const asksPassword = !isConfirmed(c)
  const page = ContactsPage({
    place,
    consultation: { id, title },
    contacts,
    problem,
    asksPassword,
  })
  return render(c, page, problem ? 422 : 200)
}

function shownOf(contact: Contact | undefined, isOpen: boolean, labels: Map<string, string>) {
  if (!contact) return { name: undefined, reach: undefined, purposes: [] }
  const purposes = contact.purposes.map((purpose) => labels.get(purpose) ?? purpose)
  const { name, reach } = contact
  return isOpen ? { name, reach, purposes } : { name: masked(name), reach: masked(reach), purposes }
}
