import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'

/** As `expect(found).toEqual(wanted)`, which takes long to walk through large arrays: here only if they differ. */
export function expectEqual(found: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(found, wanted)) expect(found).toEqual(wanted)
}
