import { describe, expect, test } from 'vitest'
import { graphemeCount } from '../../../surveys/engine/graphemes.ts'

describe('characters are counted as a reader counts them, on new phones and on old', () => {
  const rows: [string, number][] = [
    ['', 0],
    ['邮筒森林', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['𠮷野家', 3],
    ['👨‍👩‍👧', 1],
    ['👍🏽👍', 2],
    ['🇨🇳🇫🇷', 2],
    ['1️⃣', 1],
    ['❤️', 1],
    ['a\r\nb', 3],
    ['第一行\n第二行', 7],
  ]
  test.each(rows)('%j', (text, count) => {
    expect(graphemeCount(text)).toBe(count)
    expect(graphemeCount(text, null)).toBe(count)
  })
})
