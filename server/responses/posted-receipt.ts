import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { stayMinutes } from '../../web/resident/assist/next-person.tsx'
import type { AppContext } from '../host.ts'

/**
 * In a hall the code just given stands in no address, where the browser would remember it for the next person,
 * but goes along in a cookie that is taken away as soon as somebody begins anew. What changes a cookie also
 * makes a browser drop the pages it kept for the way back.
 */
export const postedPath = '/r/posted'

const cookieName = 'posted'
const cookieRules = { httpOnly: true, sameSite: 'Strict', path: '/' } as const
// "Stay longer" works in the last second too.
const seconds = stayMinutes * 60 + 30

export function carryReceipt(c: AppContext, receipt: string): void {
  const secure = c.get('settings').publicOrigin.startsWith('https:')
  setCookie(c, cookieName, receipt, { ...cookieRules, secure, maxAge: seconds })
}

export const carriedReceipt = (c: AppContext) => getCookie(c, cookieName)

/** Somebody begins: whoever goes back from here finds no code. */
export function putReceiptAway(c: AppContext): void {
  if (carriedReceipt(c) !== undefined) deleteCookie(c, cookieName, cookieRules)
}
