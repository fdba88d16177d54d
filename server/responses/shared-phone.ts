import type { AppContext } from '../host.ts'
import { graceMs, openSession } from './assistance.ts'
import { postedPath } from './posted-receipt.ts'

/**
 * The link of a volunteer or of a device in a hall, under which this page is open. One that has run out is
 * carried no further, nor a volunteer's into another consultation; a hall stays a hall whatever is opened in it.
 */
export async function findSharedPhone(c: AppContext): Promise<void> {
  const token = c.req.query('a')
  if (!token || /^\/(api|desk)\//.test(c.req.path)) return
  // A form that was opened in time may be sent a little later, and its receipt be seen.
  const mayBeLate = c.req.method === 'POST' || c.req.path === postedPath
  const now = c.get('now')() - (mayBeLate ? graceMs : 0)
  const session = await openSession(c.get('store'), token, now)
  if (!session) return
  const { channel, consultationId } = session
  const elsewhere = /^\/c\/([^/]+)/.exec(c.req.path)?.[1] ?? consultationId
  if (channel === 'assisted' && elsewhere !== consultationId) return
  c.set('shared', { token, channel })
  // Whoever comes next and swipes back finds nothing that was kept.
  if (channel === 'kiosk') c.header('Cache-Control', 'no-store')
}
