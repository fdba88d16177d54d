import { randomUUID } from 'node:crypto'
import { isPlainObject } from './plain-object.ts'

export interface Draft {
  [field: string]: unknown
}

/** What a phone would send for the small consultation of the tests; `changes` replaces fields. */
export const draft = (changes: Draft = {}): Draft => ({
  consultation: 'yard',
  edition: 'adult',
  version: 1,
  mailbox: 'ONE1',
  channel: 'qr',
  answers: { Q1: 'a', Q2: ['seats', 'other'], Q3: 'good', Q4: 3, Q5: '多一点树荫。' },
  others: { Q2: '晾衣架' },
  ...changes,
})

export const newId = () => randomUUID()

export const jsonHeaders = { 'Content-Type': 'application/json' }

/** A PUT of this content under this id. */
export const put = (content: unknown, headers: Record<string, string> = jsonHeaders) => ({
  method: 'PUT',
  headers,
  body:
    typeof content === 'string' || content instanceof Uint8Array
      ? (content as BodyInit)
      : JSON.stringify(content),
})

/** The same content with the keys of every object the other way round. */
export function reversed(value: unknown): unknown {
  if (!isPlainObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}
