import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  exactGroups,
  mayBeSame,
  sameGroups,
} from '../../../../surveys/engine/open-text/same-texts.ts'

/** Pairs of neighbouring characters two texts share, of all they have. */
function alike(one: string, other: string): number {
  const pairs = (text: string) =>
    new Set([...text].slice(1).map((sign, at) => `${text[at]}${sign}`))
  const [a, b] = [pairs(one), pairs(other)]
  const shared = [...a].filter((pair) => b.has(pair)).length
  return shared / (a.size + b.size - shared)
}

test('texts that differ only in blanks, points and width are the same', () => {
  const said = ['路灯太暗！', '路灯 太暗', '路灯太暗。。', '路灯太亮'].map((text) => ({ text }))
  expect(exactGroups(said).map((group) => group.length)).toEqual([3, 1])
})

test('what may be the same is every pair that shares enough, and how much is as anyone could count it', () => {
  const signs = fc.constantFrom(...'路灯太暗了亮')
  const text = fc.array(signs, { minLength: 2, maxLength: 8 }).map((all) => all.join(''))
  fc.assert(
    fc.property(fc.uniqueArray(text, { maxLength: 9 }), (said) => {
      const all = said.map((one, at) => ({ seq: at + 1, text: one, codes: ['c1', 'c2'] }))
      const offered = mayBeSame(sameGroups(all, []), [], { least: 0.2, most: 99 })
      const byHand = all.flatMap((one) =>
        all.filter((other) => one.seq < other.seq && alike(one.text, other.text) >= 0.2),
      )
      expect(offered.length).toBe(byHand.length)
      for (const { one, other, overlap } of offered)
        expect(overlap).toBeCloseTo(alike(one.text, other.text), 10)
      const best = mayBeSame(sameGroups(all, []), [], { least: 0.2, most: 2 })
      expect(best.map(({ overlap }) => overlap)).toEqual(
        offered.slice(0, 2).map(({ overlap }) => overlap),
      )
    }),
  )
})

const texts = [
  { seq: 1, text: '库房改客厅', codes: ['c1'] },
  { seq: 2, text: '库房改图书角', codes: ['c1'] },
  { seq: 3, text: '库房改客厅。', codes: ['c1'] },
  { seq: 4, text: '库房改客厅吧', codes: ['c2'] },
]

test('only texts under the same code are offered, the most alike first, each pair once', () => {
  const groups = sameGroups(texts, [])
  expect(groups.map((group) => group.map(({ seq }) => seq))).toEqual([[1, 3], [2], [4]])
  const offered = mayBeSame(groups, [], { least: 0.2, most: 10 })
  expect(offered.map(({ one, other }) => [one.seq, other.seq])).toEqual([[1, 2]])
})

test('what a person has looked at is not offered again, through whichever copy they looked', () => {
  const looked = [{ a: 2, b: 3, same: false }]
  expect(mayBeSame(sameGroups(texts, looked), looked, { least: 0.2, most: 10 })).toEqual([])
})

test('a merge is a link: taking it away brings back what was there before', () => {
  const seqs = fc.integer({ min: 1, max: 8 })
  const links = fc.array(fc.record({ a: seqs, b: seqs, same: fc.boolean() }), { maxLength: 10 })
  const written = fc.uniqueArray(
    fc.record({ seq: seqs, text: fc.constantFrom('树', '灯', '路') }),
    {
      selector: ({ seq }) => seq,
      maxLength: 8,
    },
  )
  fc.assert(
    fc.property(written, links, fc.record({ a: seqs, b: seqs }), (all, before, { a, b }) => {
      const groups = sameGroups(all, before)
      expect(groups.flat().length).toBe(all.length)
      const merged = sameGroups(all, [...before, { a, b, same: true }])
      expect(merged.length).toBeLessThanOrEqual(groups.length)
      expect(merged.flat().length).toBe(all.length)
      expect(sameGroups(all, before)).toEqual(groups)
    }),
  )
})
