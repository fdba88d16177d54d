import { findConsultation } from '../../../db/consultations.ts'
import { workingCalendar } from '../../../db/holidays.ts'
import { listNeighbourhoods } from '../../../db/mailboxes.ts'
import { countSuggested, listSuggested } from '../../../db/suggestion-list.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { lastYearOf } from '../../../surveys/engine/working-days.ts'
import type { PasswordProblem } from '../../../web/desk/password-again.tsx'
import { places } from '../../../web/desk/suggestions/suggested.ts'
import type { Entered } from '../../../web/desk/suggestions/suggestion-forms.tsx'
import { SuggestionsPage } from '../../../web/desk/suggestions/suggestions-page.tsx'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { may } from '../access/permissions.ts'
import { memberOf } from '../access/session.ts'
import { isConfirmed } from '../access/step-up.ts'
import { deskPlace } from '../place.ts'
import { lateness, listedSuggestions } from './suggested.ts'

const pageSize = 30

interface Wrong {
  /** A form that could not be saved, with what was typed. */
  entered?: Entered
  password?: PasswordProblem
}

/** The page of suggestions, from the one an address asks for or a form was about. */
export async function suggestionsPage(c: AppContext, { entered, password }: Wrong = {}) {
  const { store } = c.var
  const id = c.req.param('consultation') ?? ''
  const consultation = await findConsultation(store, id)
  if (!consultation) return c.notFound()
  const at = places.find((one) => one === c.req.query('at'))
  const before = entered ? entered.seq + 1 : Number(c.req.query('before')) || undefined
  const late = await lateness(store, c.var.now())
  const wanted = { at, late, before, limit: pageSize + 1 }
  const found = await listSuggested(store, id, wanted)
  const areas = await listNeighbourhoods(store)
  const about = { areas, now: c.var.now(), memberId: memberOf(c).id }
  const page = SuggestionsPage({
    place: await deskPlace(c),
    consultation: { id, title: textIn(consultation.title, 'zh-CN') },
    suggestions: await listedSuggestions(store, id, found.slice(0, pageSize), about),
    ...{ at, entered, first: before === undefined, saved: c.req.query('saved') !== undefined },
    counts: await countSuggested(store, id, late),
    older: found.length > pageSize ? found[pageSize - 1]?.seq : undefined,
    calendarEnds: lastYearOf(await workingCalendar(store)),
    mayExport: may(memberOf(c).role, 'export responses'),
    ...{ asksPassword: !isConfirmed(c), wrongPassword: password },
  })
  if (entered?.meanwhile) return render(c, page, 409)
  return render(c, page, entered || password ? 422 : 200)
}
