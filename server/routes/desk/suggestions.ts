import { writeAudited } from '../../../db/audit.ts'
import { findConsultation } from '../../../db/consultations.ts'
import { listNeighbourhoods } from '../../../db/mailboxes.ts'
import { notAllowed } from '../../desk/access/not-allowed.ts'
import { may } from '../../desk/access/permissions.ts'
import { by, memberOf, staffRouter } from '../../desk/access/session.ts'
import { stepUp } from '../../desk/access/step-up.ts'
import { readForm } from '../../desk/form.ts'
import { sameCounts } from '../../desk/suggestions/same-suggestions.ts'
import { allSuggested, ledgerCsv } from '../../desk/suggestions/suggested.ts'
import { suggestionsPage } from '../../desk/suggestions/suggestions-page.ts'
import { downloadHeaders } from '../../exports/csv.ts'

/** What residents propose: the list, and the official register as a file. */
export const suggestionRoutes = staffRouter()

const path = '/c/:consultation/suggestions'

suggestionRoutes.get(path, (c) => suggestionsPage(c))

/** What residents wrote, as they wrote it: the same door as for single answers. */
suggestionRoutes.post(`${path}/register`, async (c) => {
  if (!may(memberOf(c).role, 'export responses')) return notAllowed(c)
  const id = c.req.param('consultation')
  const consultation = await findConsultation(c.var.store, id)
  if (!consultation) return c.notFound()
  const wrong = await stepUp(c, (await readForm(c))('password'))
  if (wrong) return suggestionsPage(c, { password: wrong })
  await writeAudited(c.var.store, { ...by(c), action: 'export suggestions', object: id }, [])
  const all = await allSuggested(c.var.store, id)
  const same = await sameCounts(c.var.store, consultation, all)
  const areas = await listNeighbourhoods(c.var.store)
  const headers = downloadHeaders(`${id}-suggestions.csv`, 'text/csv; charset=utf-8')
  return c.body(ledgerCsv(all, areas, same), 200, headers)
})
