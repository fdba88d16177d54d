import { hex } from './new-id.ts'

/**
 * SHA-256 in hex. The browser's own is missing wherever an address has no lock: there ours is fetched, and
 * where that does not come through nothing is proved.
 */
export async function fingerprint(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  if (crypto.subtle) return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
  const ours = await import('./sha256.ts').catch(() => undefined)
  return ours?.sha256(bytes)
}
