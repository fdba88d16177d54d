import { describe, expect, test } from 'vitest'
import type { Count, ResultTable } from '../../../web/desk/results/result-table.ts'
import { sentence } from '../../../web/desk/results/sentence.ts'
import { headlineOf } from '../../../web/public/headline.ts'

const labels = ['很满意', '比较满意', '一般', '不太满意', '很不满意']

/** How content two hundred people said they are, from best to worst. */
function scaleOf(...counts: Count[]): ResultTable {
  const bars = counts.map((count, at) => ({
    ...{ id: String(at), label: labels[at] ?? '', count },
    share: count === null ? null : count / 200,
  }))
  const told: Omit<ResultTable, 'sentence'> = {
    ...{ id: 'Q', number: '1', title: '满意吗？', kind: 'scale', people: '居民' },
    ...{ remark: undefined, base: 200, apart: [] },
    body: { shape: 'scale', bars, outside: undefined },
  }
  return { ...told, sentence: sentence(told) }
}

describe('what is told first of a scale is the figure its sentence begins with', () => {
  test.each([
    // 17 and 69 of 200: rounded one by one they would make 44 %.
    [[17, 69, 64, 30, 20], '43%', '很满意、比较满意'],
    [[null, 69, null, 30, 20], '25%', '不太满意、很不满意'],
  ])('%j', (counts, figure, label) => {
    const table = scaleOf(...counts)
    expect(headlineOf(table)).toEqual({ figure, label })
    expect(/\d+%/.exec(table.sentence)?.[0]).toBe(figure)
    expect(table.sentence).toContain(label.replace('、', '」或「'))
  })

  test('and nothing, where neither end is told', () => {
    const table = scaleOf(null, 69, 64, 30, null)
    expect(headlineOf(table)).toBeUndefined()
    expect(table.sentence).not.toMatch(/\d%/)
  })
})

test('of hidden options it is said neither that few chose them nor that the largest shown is the largest', () => {
  const bars = [90, 40, null, null].map((count, at) => ({
    ...{ id: String(at), label: labels[at] ?? '', count },
    share: count === null ? null : count / 200,
  }))
  const told = { ...scaleOf(), kind: 'single' as const, body: { shape: 'bars' as const, bars } }
  expect(sentence(told)).toBe(
    '问到 200 位居民，显示的几项里，选「很满意」的最多，90 位（45%）；其次是「比较满意」40 位（20%）。',
  )
})
