import { deleteContact, listContacts, recordOpening } from '../../../db/contacts.ts'
import { by, staffRouter } from '../../desk/access/session.ts'
import { stepUp } from '../../desk/access/step-up.ts'
import { contactsPage } from '../../desk/contacts/contacts-page.ts'
import { readForm, tidy } from '../../desk/form.ts'
import type { AppContext } from '../../host.ts'
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

async function rowOf(c: AppContext, consultation: string, id: string) {
  const rows = await listContacts(c.var.store, consultation, c.var.now())
  return rows.find((row) => row.id === id)
}
