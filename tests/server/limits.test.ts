import { describe, expect, test } from 'vitest'
import { callerAddress, callerKeys, isLoopback } from '../../server/request/caller.ts'
import { floodGate } from '../../server/request/flood.ts'
import { isWithinLimits } from '../../server/request/json-limits.ts'
import { isStorable } from '../../server/request/stored-text.ts'
import { sha256Of } from '../../server/responses/fingerprint.ts'
import { canonicalJson } from '../../surveys/engine/canonical.ts'

describe('JSON is measured before it is parsed', () => {
  test.each([
    ['{"a":"[[[[[[[[[[[[[[[[[["}', true],
    ['{"a":"\\"{{{{{{{{{{{{{{{{"}', true],
    ['{"a":"\\\\"}', true],
    ['[[[[[[[[[[[[1]]]]]]]]]]]]', true],
    ['[[[[[[[[[[[[[1]]]]]]]]]]]]]', false],
    [`{"a":${'['.repeat(100_000)}`, false],
    [`{${Array.from({ length: 2000 }, (_, i) => `"k${i}":1`).join()}}`, true],
    [`{${Array.from({ length: 2001 }, (_, i) => `"k${i}":1`).join()}}`, false],
    [`[${'1,'.repeat(4001)}1]`, false],
    ['"never closed', true],
    ['', true],
  ])('%#', (json, within) => expect(isWithinLimits(json)).toBe(within))

  test('a hostile body of the largest size is measured in a moment', () => {
    for (const unit of ['\\', '"', '{', '"\\"', '":']) {
      const started = performance.now()
      isWithinLimits(unit.repeat(Math.floor(262_144 / unit.length)))
      expect(performance.now() - started).toBeLessThan(100)
    }
  })
})

describe('text is stored as it was written or not at all', () => {
  test.each([
    ['你好 👨‍👩‍👧‍👦', true],
    [{ a: ['x', { b: '𠮷' }] }, true],
    ['a\0b', false],
    [{ a: ['x', { b: '\ud83d' }] }, false],
    [{ 'a\udc00': 1 }, false],
    ['字'.repeat(4000), true],
    ['👍'.repeat(4000), true],
    ['字'.repeat(4001), false],
    [null, true],
    [3, true],
  ])('%#', (value, storable) => expect(isStorable(value)).toBe(storable))
})

describe('the fingerprint of a submission', () => {
  test('does not depend on the order in which it was written down', () => {
    expect(canonicalJson({ b: [2, 1], a: { d: '汇', c: 1.5 } })).toBe(
      '{"a":{"c":1.5,"d":"汇"},"b":[2,1]}',
    )
    expect(sha256Of({ b: 1, a: 2 })).toBe(sha256Of({ a: 2, b: 1 }))
  })

  test('depends on everything that was said', () => {
    expect(sha256Of({ a: ['x', 'y'] })).not.toBe(sha256Of({ a: ['y', 'x'] }))
    expect(sha256Of({ a: '1' })).not.toBe(sha256Of({ a: 1 }))
    expect(sha256Of({ a: 1, b: undefined })).toBe(sha256Of({ a: 1 }))
  })
})

describe('a flood', () => {
  test('is stopped for the one who makes it, and ends by itself', () => {
    let now = 0
    const mayGoOn = floodGate({ burst: 3, perSecond: 1 }, () => now)
    expect([1, 2, 3, 4].map(() => mayGoOn('a'))).toEqual([true, true, true, false])
    expect(mayGoOn('b')).toBe(true)
    now = 2000
    expect([1, 2, 3].map(() => mayGoOn('a'))).toEqual([true, true, false])
  })

  test('looking costs nothing', () => {
    const mayGoOn = floodGate({ burst: 1, perSecond: 0 })
    expect([mayGoOn('a', 0), mayGoOn('a', 0), mayGoOn('a'), mayGoOn('a', 0)]).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  test('of a hundred thousand callers does not fill the memory', () => {
    const mayGoOn = floodGate({ burst: 1, perSecond: 0 })
    for (let i = 0; i < 100_000; i++) mayGoOn(`caller ${i}`)
    // The first are forgotten, which lets them in again; the last are not.
    expect(mayGoOn('caller 0')).toBe(true)
    expect(mayGoOn('caller 99999')).toBe(false)
  })
})

describe('who calls', () => {
  test('is counted from the right past our own proxies, never from what the caller wrote', () => {
    expect(callerAddress('10.0.0.1', '6.6.6.6, 1.2.3.4', 0)).toBe('10.0.0.1')
    expect(callerAddress('10.0.0.1', '6.6.6.6, 1.2.3.4', 1)).toBe('1.2.3.4')
    expect(callerAddress('10.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.9', 2)).toBe('1.2.3.4')
    expect(callerAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1')
  })

  test('is one home, whichever of its many addresses it uses', () => {
    const keyOf = callerKeys(() => 0)
    expect(keyOf('2001:db8:1:2::1')).toBe(keyOf('2001:0DB8:1:2:ffff:ffff:ffff:ffff'))
    expect(keyOf('2001:db8:1:2::1')).not.toBe(keyOf('2001:db8:1:3::1'))
    expect(keyOf('::ffff:1.2.3.4')).toBe(keyOf('1.2.3.4'))
    expect(keyOf('1.2.3.4')).not.toContain('1.2.3')
  })

  test('has another name every day', () => {
    let now = 0
    const keyOf = callerKeys(() => now)
    const today = keyOf('1.2.3.4')
    expect(keyOf('1.2.3.4')).toBe(today)
    now = 86_400_000
    expect(keyOf('1.2.3.4')).not.toBe(today)
  })

  test('is this machine itself on loopback', () => {
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.1'].map(isLoopback)).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
})
