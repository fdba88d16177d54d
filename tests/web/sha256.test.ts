import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '../../web/resident/offline/sha256.ts'

const fromNode = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('a phone without cryptography finds the same fingerprint as the server, at every length around a block', () => {
  for (let length = 0; length < 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 7 + length) & 255)
    expect(sha256(bytes)).toBe(fromNode(bytes))
  }
})

test('and of any content', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => {
      expect(sha256(bytes)).toBe(fromNode(bytes))
    }),
  )
})

test('and of a photo of two megabytes', () => {
  const photo = Uint8Array.from({ length: 2_000_000 }, (_, i) => (i * i) & 255)
  expect(sha256(photo)).toBe(fromNode(photo))
})
