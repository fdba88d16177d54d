import { createHash } from 'node:crypto'

/** What is stored of a secret that only its holder knows; it is random, so no salt is needed. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
