import { describe, expect, test } from 'vitest'
import { child as garden } from '../../../surveys/definitions/garden/child.ts'
import { child as huicheng } from '../../../surveys/definitions/huicheng/child.ts'
import type { Edition } from '../../../surveys/engine/definition.ts'
import { spell } from '../../../surveys/engine/spelling.ts'
import { readings } from '../../../web/resident/pinyin/pinyin-words.ts'
import { chinese } from '../../../web/words/zh-CN.ts'
import { gardenReadings, huichengReadings, wordsReadings } from './readings.ts'

/** A text as it is read out: `fàng xué hòu，nǐ cháng zài nǎ r wán？` */
function read(text: string, table: Record<string, string>): string {
  const pieces = spell(text, table)
  if (!pieces) throw new Error(`no reading for: ${text}`)
  const syllables = (piece: (typeof pieces)[number]) =>
    typeof piece === 'string' ? piece : ` ${piece.syllables.join(' ')} `
  return pieces
    .map(syllables)
    .join('')
    .replace(/ +/g, ' ')
    .replace(/ ?(\p{P}) ?/gu, '$1')
    .trim()
}

/** Everything Chinese that a child reads in its edition, once each. */
function textsOf(edition: Edition): string[] {
  const found = new Set<string>()
  const collect = (value: unknown) => {
    if (value === null || typeof value !== 'object' || 'by' in value) return
    if ('zh-CN' in value && typeof value['zh-CN'] === 'string') found.add(value['zh-CN'])
    else Object.values(value).forEach(collect)
  }
  const { notice, pinyin, ...whatChildrenRead } = edition
  collect(whatChildrenRead)
  return [...found].filter((text) => /\p{Script=Han}/u.test(text))
}

describe.each([
  ['汇成', huicheng, huichengReadings],
  ['口袋花园', garden, gardenReadings],
] as const)('the pinyin of the children’s edition %s', (_, edition, checked) => {
  const table = edition.pinyin ?? {}

  test('covers every text, read as someone checked by eye', () => {
    const texts = textsOf(edition)
    expect(Object.fromEntries(texts.map((text) => [text, read(text, table)]))).toEqual(checked)
  })

  test('has one syllable for each character', () => {
    const uneven = Object.entries(table).filter(
      ([word, reading]) => reading.split(' ').length !== [...word].length,
    )
    expect(uneven).toEqual([])
  })
})

test('the pages’ own words for children are read as someone checked by eye', () => {
  const { script, form, kinds, pinyin, praise } = chinese
  const said = [
    ...[script.nextChild, script.skip, form.back, form.sendChild, form.upTo(2), form.several],
    ...[form.backOne, script.listen, script.readAll, kinds.rankAll, kinds.rankMost(3)],
    ...[kinds.onPaper, kinds.undo, kinds.clear, kinds.sure],
    ...[form.limit(60), form.skippableChild, form.carried, pinyin.add, pinyin.remove, ...praise],
  ]
  expect(Object.fromEntries(said.map((text) => [text, read(text, readings)]))).toEqual(
    wordsReadings,
  )
})

describe('spelling', () => {
  const table = { 长: 'cháng', 长大: 'zhǎng dà', 快乐: 'kuài lè' }

  test('takes the longest word that has a reading', () => {
    expect(spell('长大', table)).toEqual([{ word: '长大', syllables: ['zhǎng', 'dà'] }])
    expect(spell('长！', table)).toEqual([{ word: '长', syllables: ['cháng'] }, '！'])
  })

  test('takes a shorter word where the longest one leaves something nobody can read', () => {
    const words = { 最想: 'zuì xiǎng', 最: 'zuì', 想要: 'xiǎng yào' }
    expect(spell('最想要', words)?.length).toBe(2)
  })

  test('leaves a text alone where one character has no reading, and where nothing is Chinese', () => {
    expect(spell('长高', table)).toBeUndefined()
    expect(spell('6、7', table)).toBeUndefined()
    expect(spell('constructor 大', table)).toBeUndefined()
  })

  test('passes over a reading that has too few syllables', () => {
    expect(spell('快乐', { 快乐: 'kuài', 快: 'kuài', 乐: 'lè' })).toEqual([
      { word: '快', syllables: ['kuài'] },
      { word: '乐', syllables: ['lè'] },
    ])
  })
})
