import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { purposeKey } from '../purpose-key.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const locatorLength = 7
const secretLength = 12 // 60 bits

/**
 * What a response is looked up by: random, stored with it. Only its first bit means something, that the response
 * came after closing: so a repeat is answered in the same words even when nothing but this is left of it.
 */
export function newLocator(late: boolean): string {
  const bytes = someRandomBytes()
  bytes[0] = ((bytes[0] ?? 0) & 15) | (late ? 16 : 0)
  let locator = ''
  for (const byte of bytes) locator += alphabet[byte & 31]
  return locator
}

// Asking the system for a few bytes costs as much as asking for many.
let pool = Buffer.alloc(0)
function someRandomBytes(): Buffer {
  if (pool.length < locatorLength) pool = randomBytes(locatorLength * 512)
  const bytes = pool.subarray(0, locatorLength)
  pool = pool.subarray(locatorLength)
  return bytes
}

export const isLateLocator = (locator: string) => alphabet.indexOf(locator.charAt(0)) >= 16

/**
 * The code a resident keeps: locator, 60 secret bits and a check character in groups of four.
 * The secret is derived and stored nowhere, so a repeat gives the same code and a stolen database gives none.
 */
export function receiptOf(
  secretKey: Uint8Array,
  responseId: string,
  locator: string,
  purpose: CodePurpose = 'receipt',
): string {
  const body = locator + secretOf(purposeKey(secretKey, purpose), responseId)
  return (body + checkCharacter(body)).replace(/.{4}(?=.)/g, '$&-')
}

/** The code of a contact is made the same way and looks the same; neither passes for the other. */
type CodePurpose = 'receipt' | 'contact code'

/** Reads a code as people type it (case, spaces, O for 0, I or L for 1). Undefined when it cannot be one. */
export function readReceipt(text: string): { locator: string; receipt: string } | undefined {
  if (text.length > 80) return undefined
  const characters = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (characters.length !== locatorLength + secretLength + 1) return undefined
  for (const character of characters) if (!alphabet.includes(character)) return undefined
  const body = characters.slice(0, -1)
  if (checkCharacter(body) !== characters.at(-1)) return undefined
  return {
    locator: body.slice(0, locatorLength),
    receipt: characters.replace(/.{4}(?=.)/g, '$&-'),
  }
}

/** Whether this code (as `readReceipt` gives it) belongs to this response; takes the same time right or wrong. */
export function isReceiptOf(
  secretKey: Uint8Array,
  responseId: string,
  locator: string,
  receipt: string,
  purpose: CodePurpose = 'receipt',
): boolean {
  const expected = Buffer.from(receiptOf(secretKey, responseId, locator, purpose))
  const given = Buffer.from(receipt)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

function secretOf(key: Buffer, responseId: string): string {
  const mac = createHmac('sha256', key).update(responseId).digest()
  let secret = ''
  // Five bits of each of twelve bytes: simple, and the bytes are independent.
  for (let i = 0; i < secretLength; i++) secret += alphabet[(mac[i] ?? 0) & 31]
  return secret
}

// Σ αⁱ·dᵢ over GF(32): finds every single wrong character and every two swapped ones.
function checkCharacter(body: string): string {
  let sum = 0
  for (let i = body.length - 1; i >= 0; i--) {
    sum = timesAlpha(sum ^ alphabet.indexOf(body.charAt(i)))
  }
  return alphabet.charAt(sum)
}

const timesAlpha = (value: number) => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31
