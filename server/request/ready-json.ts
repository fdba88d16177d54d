import type { AppContext } from '../host.ts'
import type { Settings } from '../settings.ts'
import { securityHeaders } from './security-headers.ts'

/**
 * A small JSON answer with all its headers at once. Thousands of these leave in a second, and adding
 * headers one by one to an answer that exists already would cost more than making the receipt.
 */
export function readyJson(c: AppContext, body: object, status: 200 | 201): Response {
  const text = JSON.stringify(body)
  const bytes = Buffer.byteLength(text)
  c.set('readyBytes', bytes)
  return new Response(text, { status, headers: headersFor(c.get('settings')) })
}

export const isReadyToSend = (c: AppContext) => c.get('readyBytes') !== undefined

const known = new WeakMap<Settings, Record<string, string>>()
function headersFor(settings: Settings): Record<string, string> {
  const headers = known.get(settings) ?? {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    ...Object.fromEntries(securityHeaders(settings, 'data')),
  }
  known.set(settings, headers)
  return headers
}
