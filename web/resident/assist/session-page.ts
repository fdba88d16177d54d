import { byId } from '../dom.ts'
import { standInHall } from './hall.ts'
import { rememberHome } from './home.ts'
import { letLeave } from './leave.ts'
import { leaveNoTrail } from './no-trail.ts'
import { serveMany } from './serve-many.ts'
import type { SessionData } from './session-data.tsx'

// One phone, many people: on every page under a volunteer's link, or under that of a device in a hall.
const data = byId('session')
if (data) {
  const session: SessionData = JSON.parse(data.textContent ?? '{}')
  const form = byId('form')
  const isSheet = form instanceof HTMLFormElement && 'send' in form.dataset
  const sheet = isSheet ? serveMany(form, session) : undefined
  const inHall = session.channel === 'kiosk'
  rememberHome(inHall ? session.start : '')
  if (inHall) standInHall(session, sheet)
  letLeave(session)
  // A volunteer who touched a link by mistake may come back to what is half filled in.
  if (inHall || !sheet) leaveNoTrail()
}
