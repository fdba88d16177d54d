import { describe, expect, test } from 'vitest'
import {
  isLateLocator,
  isReceiptOf,
  newLocator,
  readReceipt,
  receiptOf,
} from '../../server/responses/receipts.ts'

const key = new TextEncoder().encode('a key of thirty-two bytes or more, for tests')
const id = '3f0c9b1e-5d7a-4c2e-9f10-2b8d6a4e7c11'
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a receipt', () => {
  test('is five groups of four that can be read aloud', () => {
    expect(receiptOf(key, id, newLocator(false))).toMatch(
      /^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/,
    )
  })

  test('is the same every time for the same response', () => {
    const locator = newLocator(false)
    expect(receiptOf(key, id, locator)).toBe(receiptOf(key, id, locator))
    expect(receiptOf(key, id, 'ABCDEFG')).toBe(receiptOf(new Uint8Array(key), id, 'ABCDEFG'))
  })

  test('cannot be made from what a stolen database holds', () => {
    const other = new TextEncoder().encode('another key of thirty-two bytes or more')
    const receipt = receiptOf(key, id, 'ABCDEFG')
    expect(receiptOf(other, id, 'ABCDEFG')).not.toBe(receipt)
    expect(isReceiptOf(other, id, 'ABCDEFG', receipt)).toBe(false)
    expect(isReceiptOf(key, id, 'ABCDEFG', receipt)).toBe(true)
    expect(isReceiptOf(key, id.replace('3', '4'), 'ABCDEFG', receipt)).toBe(false)
  })

  test('is understood as people type it', () => {
    const receipt = receiptOf(key, id, '0110ABC')
    for (const typed of [
      receipt.toLowerCase(),
      receipt.replaceAll('-', ''),
      ` ${receipt.replaceAll('-', ' ')} `,
      receipt.replaceAll('0', 'o').replaceAll('1', 'l'),
      receipt.replaceAll('1', 'I').replaceAll('-', '—'),
      receipt.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ]) {
      expect(readReceipt(typed)).toEqual({ locator: '0110ABC', receipt })
    }
  })

  test('with any one wrong character is recognised as mistyped', () => {
    const characters = receiptOf(key, id, newLocator(false)).replaceAll('-', '')
    for (let at = 0; at < characters.length; at++) {
      for (const wrong of alphabet) {
        if (wrong === characters[at]) continue
        expect(
          readReceipt(characters.slice(0, at) + wrong + characters.slice(at + 1)),
        ).toBeUndefined()
      }
    }
  })

  test('with two characters swapped is recognised as mistyped', () => {
    const characters = [...receiptOf(key, id, newLocator(false)).replaceAll('-', '')]
    for (let a = 0; a < characters.length; a++) {
      for (let b = a + 1; b < characters.length; b++) {
        const swapped = [...characters]
        swapped[a] = characters[b] ?? ''
        swapped[b] = characters[a] ?? ''
        if (characters[a] !== characters[b]) expect(readReceipt(swapped.join(''))).toBeUndefined()
      }
    }
  })

  test.each(['', 'A', 'ABCD-EFGH', '💌'.repeat(20), 'A'.repeat(1000), 'U'.repeat(20), '../../etc'])(
    'is not %s',
    (text) => expect(readReceipt(text)).toBeUndefined(),
  )

  test('says whether the response came after closing, and nothing else', () => {
    for (let i = 0; i < 100; i++) {
      expect(isLateLocator(newLocator(true))).toBe(true)
      expect(isLateLocator(newLocator(false))).toBe(false)
    }
    expect(new Set(Array.from({ length: 1000 }, () => newLocator(false))).size).toBe(1000)
  })
})
