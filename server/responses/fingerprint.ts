import { hash } from 'node:crypto'
import { canonicalJson } from '../../surveys/engine/canonical.ts'

/** SHA-256 of the canonical JSON: the same answers give the same fingerprint whichever way they were written down. */
export function sha256Of(value: unknown): string {
  return hash('sha256', canonicalJson(value))
}
