import { describe, expect, test } from 'vitest'
import {
  type AreaCoverage,
  type Composition,
  standing,
  standingName,
  unheard,
} from '../../../web/desk/coverage/coverage.ts'

const area = (name: string, households: number | null, scanned: number): AreaCoverage => ({
  ...{ id: name, name, households, scanned, helped: 0, paper: 0 },
})

const composition = (...groups: [label: string, share: number, target: number][]): Composition => ({
  ...{ id: 'age', title: '年龄', base: 100, isSet: true },
  categories: groups.map(([label, share, target]) => ({
    ...{ id: label, label, count: share * 100, share, target },
  })),
})

describe('people who came beside people who live there', () => {
  test.each([
    [0.0499, 0.1, '少得多'],
    [0.05, 0.1, '偏少'],
    [0.14, 0.25, '偏少'],
    [0.0799, 0.1, '偏少'],
    [0.12, 0.15, '差不多'],
    [0.125, 0.1, '差不多'],
    [0.1251, 0.1, '偏多'],
    [0.26, 0.15, '偏多'],
    [0.2, 0.1, '偏多'],
    [0.2001, 0.1, '多得多'],
  ])('%d of an expected %d are %s', (share, target, name) => {
    expect(standingName(standing(share, target))).toBe(name)
  })

  test('are not graded where nothing is known or nobody is expected', () => {
    expect([standing(null, 0.5), standing(0.5, undefined), standing(0.5, 0)]).toEqual([
      ...[undefined, undefined, undefined],
    ])
  })

  test('are told apart in the sentence: few, and fewer than there should be', () => {
    const told = unheard(
      [],
      [composition(['青年', 0.1, 0.3], ['中年', 0.2, 0.3], ['老年', 0.7, 0.4])],
    )
    expect(told).toBe(
      '「青年」来的人不到应有的一半；「中年」来的人偏少。可以再上门、再放纸质问卷。',
    )
  })
})

test('nobody is said to be heard well enough where all shares are hidden', () => {
  const [{ categories, ...rest }] = [composition(['青年', 0.5, 0.5])]
  const hidden = categories.map((one) => ({ ...one, count: null, share: null }))
  expect(unheard([area('东村', null, 9)], [{ ...rest, base: null, categories: hidden }])).toBe(
    '有的格子不显示，还比不出谁没说。',
  )
})

describe('neighbourhoods', () => {
  test('are not ranked: nobody is called the last where all answered about alike', () => {
    const told = unheard([area('东村', 100, 11), area('西村', 100, 9), area('无数', null, 1)], [])
    expect(told).toBe('按填了的户数和构成看，没有哪一群人明显缺席。')
  })

  test('that are hardly heard are named in the order they lie in, not from the worst', () => {
    const told = unheard([area('东村', 100, 4), area('西村', 100, 2), area('南村', 100, 60)], [])
    expect(told).toContain('「东村」、「西村」每百户收到的不到各居民区合起来的一半')
  })

  test('say nothing of each other before anything came in', () => {
    expect(unheard([area('东村', 100, 0), area('西村', 50, 0)], [])).toBe(
      '还没有人回答，说不上谁还没说。',
    )
  })
})
