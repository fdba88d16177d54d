import { createHash } from 'node:crypto'

/**
 * The fingerprint of a submission: SHA-256 of its JSON with the keys of every object in order and no spaces,
 * so that the same answers give the same fingerprint whichever way they were written down.
 */
export function sha256Of(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined)
  // By code unit, the order every language can reproduce.
  fields.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`
}
