import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { type ContactRow, findContact, insertContact } from '../../db/contacts.ts'
import type { AppContext } from '../host.ts'
import { floodGate } from '../request/flood.ts'
import { isReceiptOf, newLocator, readReceipt, receiptOf } from '../responses/receipts.ts'
import { seal, unseal } from './seal.ts'

const ContactSchema = v.object({
  name: v.string(),
  reach: v.string(),
  purposes: v.array(v.string()),
})

/** How somebody who wants to take part is called and reached, and what for (options of the question that led here). */
export type Contact = v.InferOutput<typeof ContactSchema>

/** Stores it sealed and gives the code with which it is taken back. Nothing leads from here to a response. */
export async function keepContact(
  c: AppContext,
  consultation: string,
  contact: Contact,
): Promise<string> {
  const { secretKey } = c.get('settings')
  const id = randomUUID()
  const locator = newLocator(false)
  const sealed = await seal(secretKey, id, contact)
  const row = { id, consultationId: consultation, sealed, withdrawLocator: locator }
  await insertContact(c.get('store'), row, c.get('now')())
  return receiptOf(secretKey, id, locator, 'contact code')
}

/** The stored contact that a withdrawal code belongs to. */
export async function contactOfCode(c: AppContext, code: string): Promise<ContactRow | undefined> {
  const read = readReceipt(code)
  if (!read) return undefined
  if (!wrongTries(read.locator, 0)) return undefined
  const { secretKey } = c.get('settings')
  const found = await findContact(c.get('store'), read.locator, c.get('now')())
  const right = isReceiptOf(secretKey, found?.id ?? '', read.locator, read.receipt, 'contact code')
  if (right) return found
  wrongTries(read.locator)
  return undefined
}

// As for receipts.
const wrongTries = floodGate({ burst: 5, perSecond: 5 / 600 })

export async function openContact(
  secretKey: Uint8Array,
  { id, sealed }: ContactRow,
): Promise<Contact | undefined> {
  const read = v.safeParse(ContactSchema, await unseal(secretKey, id, sealed))
  return read.success ? read.output : undefined
}
