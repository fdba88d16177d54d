import { createHash } from 'node:crypto'
import { purposeKey } from '../purpose-key.ts'

/**
 * Seals a value so that only this site's key opens it (AES-256-GCM, a fresh nonce each time, bound to the
 * row it stands in). The key's name goes with it: a seal made with another key says so instead of failing.
 */
export async function seal(secretKey: Uint8Array, id: string, value: object): Promise<string> {
  const key = purposeKey(secretKey, 'contact')
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(value))
  const sealed = await crypto.subtle.encrypt(how(nonce, id), await cryptoKey(key), plain)
  const parts = [nonce, new Uint8Array(sealed)].map((bytes) =>
    Buffer.from(bytes).toString('base64url'),
  )
  return ['1', nameOf(key), ...parts].join('.')
}

/** What was sealed, or undefined when it was sealed with another key, for another row, or was changed since. */
export async function unseal(
  secretKey: Uint8Array,
  id: string,
  sealed: string,
): Promise<unknown | undefined> {
  const key = purposeKey(secretKey, 'contact')
  const [format, name, ...parts] = sealed.split('.')
  if (format !== '1' || name !== nameOf(key)) return undefined
  const [nonce, bytes] = parts.map((part) => new Uint8Array(Buffer.from(part, 'base64url')))
  if (!nonce || !bytes) return undefined
  try {
    const plain = await crypto.subtle.decrypt(how(nonce, id), await cryptoKey(key), bytes)
    return JSON.parse(new TextDecoder().decode(plain))
  } catch {
    return undefined
  }
}

const how = (iv: Uint8Array<ArrayBuffer>, id: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(id),
})

const cryptoKey = (key: Buffer) =>
  crypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, ['encrypt', 'decrypt'])

const nameOf = (key: Buffer) => createHash('sha256').update(key).digest('hex').slice(0, 8)
