import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countWords, usesWord } from '../../../../surveys/engine/open-text/count-words.ts'
import { segment } from '../../../../surveys/engine/open-text/segment.ts'
import { type Lexicon, lexiconOf } from '../../../../surveys/lexicon/lexicon.ts'
import { stopWords } from '../../../../surveys/lexicon/stops.ts'
import { lexiconWords } from '../../../../surveys/lexicon/words.ts'

/** What residents write, cut by hand. */
const byHand = [
  '希望 在 楼道 里 加装电梯 ， 老人 上下楼 太 累',
  '居委会 门口 的 路灯 太暗 ， 晚上 容易 摔跤',
  '电瓶车 飞线充电 很 危险 ， 建议 装 充电桩',
  '绿化带 里 种 点 花 ， 不要 停车',
  '垃圾库房 改 成 社区客厅 ， 让 老人 有 地方 坐',
  '非机动车棚 太 小 ， 共享单车 乱停乱放',
  '汇成三村 的 健身器材 坏 了 没 人 修',
  '希望 物业 清理 楼道堆物',
  '孩子 放学 以后 没有 地方 玩 ， 想要 滑梯 和 秋千',
  '快递柜 放 在 人行道 上 挡 路',
  '下雨天 积水 ， 下水道 堵塞',
  '业委会 公布 维修基金 和 公共收益',
  '遛狗 不 拴 狗绳 ， 狗粪 没 人 清扫',
  '想要 一个 图书角 和 自习室',
  '广场舞 音响 太吵 ， 晚上 扰民',
]

function edges(words: readonly string[]): Set<string> {
  let at = 0
  return new Set(
    words.map((word) => {
      at += word.length
      return `${at - word.length} ${at}`
    }),
  )
}

/** F1 of words found, against the hand. */
function quality(words: ReadonlySet<string>): number {
  let [hits, found, real] = [0, 0, 0]
  for (const line of byHand) {
    const parts = line.split(' ').filter((part) => part !== '，')
    const cut = line.replaceAll(' ', '').split('，')
    const mine = edges(cut.flatMap((part) => segment(part, words)).filter((part) => part !== null))
    const theirs = edges(parts)
    found += mine.size
    real += theirs.size
    for (const one of mine) if (theirs.has(one)) hits++
  }
  return (2 * hits) / (found + real)
}

const shipped = lexiconOf([])

describe('cutting a text into words', () => {
  test('the lexicon makes a real difference to what residents write', () => {
    const [without, withIt] = [quality(new Set()), quality(shipped.words)]
    expect(without).toBeLessThan(0.86)
    expect(withIt).toBeGreaterThan(0.95)
  })

  test('words of the neighbourhood stay in one piece, the longest that fits', () => {
    expect(segment('非机动车棚', shipped.words)).toEqual(['非机动车棚'])
    expect(segment('大门卫生差', shipped.words)).toEqual(['大门', '卫生', '差'])
  })

  test('nothing is lost, whatever is written and whatever the lexicon holds', () => {
    const characters = fc.constantFrom(...'居委会电瓶车路灯，。 a1修树楼道')
    const word = fc.array(characters, { minLength: 1, maxLength: 12 }).map((all) => all.join(''))
    fc.assert(
      fc.property(word, fc.uniqueArray(word, { maxLength: 6 }), (text, words) => {
        const parts = segment(text, new Set(words))
        // A comma may stand inside a number.
        const marks = /[，,。\s]/g
        const said = parts.filter((part) => part !== null).join('')
        expect(said.replace(marks, '')).toBe(
          text.normalize('NFKC').toLowerCase().replace(marks, ''),
        )
      }),
    )
  })
})

describe('counting words', () => {
  const lexicon: Lexicon = { words: new Set(['路灯', '太暗', '门口']), stops: new Set(['希望']) }

  test('a person counts once, and words of fewer than k people are told to nobody', () => {
    const texts = ['路灯路灯，路灯', '希望路灯太暗', '门口', '门口路灯']
    const { words } = countWords(texts, lexicon, 2)
    expect(words).toEqual([
      { word: '路灯', people: 3 },
      { word: '门口', people: 2 },
    ])
    expect(countWords(texts, lexicon, 5)).toEqual({ words: [], phrases: [] })
  })

  test('two words stand beside each other only where nothing stands between', () => {
    const { phrases } = countWords(['路灯太暗', '路灯太暗。', '路灯，太暗'], lexicon, 2)
    expect(phrases).toEqual([{ word: '路灯 太暗', people: 2 }])
  })

  test('every counted word leads to just as many texts', () => {
    const part = fc.constantFrom('路灯', '太暗', '门口', '希望', '，', '树', '12', '修剪')
    const text = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        const { words, phrases } = countWords(texts, lexicon, 1)
        for (const { word, people } of [...words, ...phrases]) {
          expect(texts.filter((one) => usesWord(one, word, lexicon)).length).toBe(people)
        }
      }),
    )
  })
})

test('the shipped lists hold a few hundred different words, none of them both kept and left out', () => {
  expect(lexiconWords.length).toBeGreaterThan(400)
  expect(new Set(lexiconWords).size).toBe(lexiconWords.length)
  expect(new Set(stopWords).size).toBe(stopWords.length)
  expect(stopWords.filter((word) => lexiconWords.includes(word))).toEqual([])
})

test('what is added or removed at the desk is added to or removed from the shipped words', () => {
  const { words, stops } = lexiconOf([
    { list: 'words', word: '汇成十村', present: true },
    { list: 'words', word: '路灯', present: false },
    { list: 'stops', word: '路灯', present: true },
  ])
  expect([words.has('汇成十村'), words.has('路灯'), stops.has('路灯')]).toEqual([true, false, true])
})
