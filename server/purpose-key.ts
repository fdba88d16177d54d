import { createHmac } from 'node:crypto'

type Purpose = 'receipt' | 'contact' | 'contact code' | 'deleted' | 'password link' | 'guardian'

/** Each purpose has a key of its own, so that nothing keyed for one can pass for another. */
export function purposeKey(secretKey: Uint8Array, purpose: Purpose): Buffer {
  const known = keys.get(secretKey) ?? new Map<Purpose, Buffer>()
  keys.set(secretKey, known)
  const key =
    known.get(purpose) ??
    createHmac('sha256', secretKey).update(`mailbox-forest ${purpose}`).digest()
  known.set(purpose, key)
  return key
}

const keys = new WeakMap<Uint8Array, Map<Purpose, Buffer>>()
