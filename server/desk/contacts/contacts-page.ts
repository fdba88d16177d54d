import { findConsultation } from '../../../db/consultations.ts'
import { expireContacts, listContacts } from '../../../db/contacts.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { ContactsPage } from '../../../web/desk/contacts/contacts-page.tsx'
import type { PasswordProblem } from '../../../web/desk/password-again.tsx'
import { type Contact, openContact } from '../../contacts/contact.ts'
import { purposesOf } from '../../contacts/contact-form.ts'
import { masked } from '../../contacts/masked.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { isConfirmed } from '../access/step-up.ts'
import { deskPlace } from '../place.ts'

interface ContactProblem {
  id: string
  /** What was typed; without a word about the password it is this that is missing. */
  reason: string
  password?: PasswordProblem
}

/** Who wants to take part: masked, but for the one that somebody has just opened. */
export async function contactsPage(
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
