import { createHmac, hash } from 'node:crypto'
import { canonicalJson } from '../../surveys/engine/canonical.ts'
import { purposeKey } from '../purpose-key.ts'

/** SHA-256 of the canonical JSON: the same answers give the same fingerprint whichever way they were written down. */
export function sha256Of(value: unknown): string {
  return hash('sha256', canonicalJson(value))
}

/** The same under this site's key: nobody without it can try out which answers have this hash. */
export function keyedSha256(secretKey: Uint8Array, sha256: string): string {
  return createHmac('sha256', purposeKey(secretKey, 'deleted')).update(sha256).digest('hex')
}
