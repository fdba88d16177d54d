import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { landFor } from '../../web/drawings/forest-land.ts'
import { growths } from '../../web/drawings/growth.ts'
import { signsOf } from '../../web/drawings/signs.ts'
import { ForestPage } from '../../web/resident/forest-page.tsx'
import { forestStyle, residentStyle } from '../../web/resident/style.ts'

const limit = 25_000

/** The forest page with so many mailboxes, of every growth. */
function pageWith(many: number): string {
  const mailboxes = Array.from({ length: many }, (_, i) => ({
    ...{ number: i, code: `BOX${i}`, retiredAt: null },
    name: { 'zh-CN': `汇成${i}村东门活动中心邮筒`, en: `Huicheng ${i} east gate mailbox` },
    place: { 'zh-CN': '东门传达室右手边', en: 'to the right of the east gate' },
    neighbourhood: { name: { 'zh-CN': `汇成${i}村` } },
  }))
  const growth = (number: number) => growths[number % growths.length] ?? 'sown'
  const reader = { locale: 'zh-CN' as const, chosen: false, demo: false, here: '/' }
  return String(
    ForestPage({
      ...{ reader, consultations: [], mailboxes, growth, now: 0 },
      published: () => undefined,
    }),
  )
}

describe('the forest', () => {
  test.each([0, 1, 5, 12, 30])('with %i mailboxes weighs no more than 25 kB', (many) => {
    const page = residentStyle + forestStyle + pageWith(many)
    expect(gzipSync(page, { level: 6 }).length).toBeLessThanOrEqual(limit)
  })

  test.each([1, 5, 12, 30])('of %i mailboxes is a list of them all, in words', (many) => {
    const list = pageWith(many).split('<ul class="boxes">')[1] ?? ''
    expect(list.match(/<li>/g)).toHaveLength(many)
    expect(list.match(/刚种下|长高了|抽了新枝|枝叶茂盛|长成大树/g)).toHaveLength(many)
    const picture = pageWith(many).split('<div class="forest')[1] ?? ''
    expect(picture).toMatch(/^[^>]*aria-hidden="true"/)
    expect(picture.split('<div')[0]?.match(/<a (?![^>]*tabindex="-1")/g)).toBeNull()
  })

  test('without a mailbox says that none is planted yet', () => {
    expect(pageWith(0)).toContain('这里还没有种下邮筒')
  })

  test.each([1, 2, 5, 12, 30, 60])('gives %i trees a place of their own, left to right', (many) => {
    for (const width of [400, 1280]) {
      const all = Array.from({ length: many }, (_, i) => growths[i % growths.length] ?? 'sown')
      const { places, height } = landFor(all, width)
      expect(places).toHaveLength(many)
      expect(places.map(({ x }) => x)).toEqual(places.map(({ x }) => x).sort((a, b) => a - b))
      for (const { x, y } of places) {
        expect(x > 0 && x < width && y > 0 && y < height).toBe(true)
      }
      // The box itself, 86 wide and 94 high at full size, is never behind another one.
      for (const a of places) {
        for (const b of places) {
          const apart = Math.abs(a.x - b.x) > 80 * b.size || Math.abs(a.y - b.y) > 80 * b.size
          expect(a === b || apart).toBe(true)
        }
      }
    }
  })

  test('paints the one character on each plate that tells the places apart', () => {
    expect(signsOf(['汇成一村', '汇成二村', '汇成三村'])).toEqual(['一', '二', '三'])
    expect(signsOf(['汇成一村', '田林十二村'])).toEqual([undefined, undefined])
    expect(signsOf(['汇成一村'])).toEqual([undefined])
    expect(signsOf(['汇成村', '汇成村'])).toEqual([undefined, undefined])
    expect(signsOf([])).toEqual([])
  })
})
