import type { StoredResponse } from '../../db/response-rows.ts'
import { findResponse } from '../../db/responses.ts'
import type { AppContext } from '../host.ts'
import { floodGate } from '../request/flood.ts'
import { isReceiptOf, readReceipt } from './receipts.ts'

export type LookedUp =
  | { kind: 'found'; response: StoredResponse; receipt: string }
  | { kind: 'deleted'; locator: string; deletedAt: number }
  | { kind: 'unknown' }
  | { kind: 'flood' }

/** What a code leads to. A wrong code says nothing about why it is wrong. */
export async function lookUpReceipt(c: AppContext, text: string): Promise<LookedUp> {
  const read = readReceipt(text)
  if (!read) return { kind: 'unknown' }
  const { locator, receipt } = read
  const calm = (await c.get('host').allows?.(c, 'receipt')) ?? true
  if (!calm || !wrongTries(locator, 0)) return { kind: 'flood' }
  const found = await findResponse(c.get('store'), locator)
  // The same work whether there is such a response or not: how long it takes must not tell.
  const isRight = isReceiptOf(c.get('settings').secretKey, found?.id ?? '', locator, receipt)
  if (found && isRight) {
    return 'deletedAt' in found
      ? { kind: 'deleted', locator, deletedAt: found.deletedAt }
      : { kind: 'found', response: found, receipt }
  }
  wrongTries(locator)
  return { kind: 'unknown' }
}

// Five wrong codes in ten minutes for one response; the secret is far too long to guess at that pace.
const wrongTries = floodGate({ burst: 5, perSecond: 5 / 600 })
