import { describe, expect, test } from 'vitest'
import { areasOf } from '../../../server/desk/results/areas.ts'
import type { Filled } from '../../../surveys/engine/answers.ts'
import { encodeColumns } from '../../../surveys/engine/columns.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { tally } from '../../../surveys/engine/tally.ts'
import { resultOf } from '../../../web/desk/results/result-of.ts'
import type { Body, ResultTable } from '../../../web/desk/results/result-table.ts'
import { adultOf, kindsRound } from '../../server/desk/kinds-round.ts'

const edition = adultEdition()

function adultEdition() {
  const [adult] = kindsRound.editions
  if (!adult) throw new Error('the round has an adult edition')
  return adult
}

type Answer = Filled['answers'][string] | undefined

/** The result of one question when people answered it like this. */
function resultsOf(id: string, answers: Answer[]): ResultTable {
  const rows = answers.map((answer, seq) => ({
    ...{ seq, day: 20_000, mailboxNumber: 1, channel: 'qr' as const },
    answers: answer === undefined ? {} : { [id]: answer },
  }))
  const columns = encodeColumns(edition, rows)
  const question = questionsOf(edition).get(id)
  const table =
    question &&
    resultOf(
      question,
      edition,
      tally(question, edition, columns),
      rows.length,
      areasOf({ columns }, question, 5),
    )
  if (!table) throw new Error(id)
  return table
}

function bodyOf<S extends Body['shape']>(
  table: ResultTable,
  shape: S,
): Extract<Body, { shape: S }> {
  const { body } = table
  if (body.shape !== shape) throw new Error(body.shape)
  return body as Extract<Body, { shape: S }>
}

const times = (count: number, answer: Answer) => Array.from({ length: count }, () => answer)
const figures = (table: ResultTable) =>
  bodyOf(table, 'measures').rows.map(({ id, figures: list }) => [id, ...list.map((f) => f.value)])

describe('an order of what is dear', () => {
  const people = [
    ...times(17, ['flowers', 'bench', 'wild', 'play']),
    ...times(13, ['bench', 'flowers', 'wild', 'play']),
    ...times(12, ['wild', 'bench', 'flowers', 'play']),
  ]

  test('says who came first most often and who comes first when all places count', () => {
    expect(resultsOf('Q2', people).sentence).toBe(
      '42 位居民里，17 位把「花坛」排在第一，最多；把所有名次算在一起，「长椅」最靠前（77 分）。',
    )
  })

  test('is sorted by score, and tells the mean place, first places and how many ranked it', () => {
    expect(figures(resultsOf('Q2', people))).toEqual([
      ['bench', 77, 1.7, 13, 42],
      ['flowers', 71, 1.9, 17, 42],
      ['wild', 52, 2.4, 12, 42],
      ['play', 0, 4, 0, 42],
    ])
  })

  test('gives those left out what is left of the points', () => {
    const partly = resultsOf('Q2', times(12, ['bench']))
    expect(figures(partly)).toEqual([
      ['bench', 100, 1, 12, 12],
      ['flowers', 33, null, 0, 0],
      ['play', 33, null, 0, 0],
      ['wild', 33, null, 0, 0],
    ])
  })

  test('hides who came first where few put it there, with the one that would tell', () => {
    const few = [...times(20, ['bench', 'wild']), ...times(8, ['wild']), ...times(2, ['play'])]
    const firsts = figures(resultsOf('Q2', few)).map(([id, , , first]) => [id, first])
    expect(Object.fromEntries(firsts)).toEqual({ bench: 20, wild: null, play: null, flowers: 0 })
  })

  test('still tells of the others where the few who skipped are hidden', () => {
    const table = resultsOf('Q2', [...people, undefined])
    expect(table.sentence).toBe(
      '问到 43 位居民，17 位把「花坛」排在第一，最多；把所有名次算在一起，「长椅」最靠前（77 分）。',
    )
    expect(figures(table).map(([id, , , first]) => [id, first])).toContainEqual(['wild', null])
  })

  test.each([0, 1, 4, 9])('tells no score when %i people ranked', (count) => {
    const table = resultsOf('Q2', times(count, ['bench', 'wild']))
    expect(figures(table).every(([, score]) => score === null)).toBe(true)
    expect(table.sentence).not.toMatch(/ 分/)
    expect(JSON.stringify(table.body)).not.toMatch(/NaN|undefined|Infinity/)
  })
})

describe('stickers', () => {
  test('are told per person, of all that were given, and by how many', () => {
    const table = resultsOf('Q3', [
      ...times(10, { bench: 6, flowers: 4 }),
      ...times(10, { flowers: 2 }),
    ])
    expect(figures(table)).toEqual([
      ['bench', 3, 50, 10],
      ['flowers', 3, 50, 20],
      ['play', 0, 0, 0],
      ['wild', 0, 0, 0],
    ])
    expect(table.sentence).toBe(
      '20 位居民里，分给「长椅」的贴纸最多，人均 3.0（占 50%）；其次是「花坛」，人均 3.0（占 50%）。',
    )
    expect(table.remark).toContain('每人最多 10 个贴纸')
  })

  test('most of which come from one person are not told', () => {
    const told = figures(resultsOf('Q3', [...times(12, { bench: 1 }), { play: 10 }]))
    expect(told.find(([id]) => id === 'play')).toEqual(['play', null, null, null])
  })
})

describe('days', () => {
  const march = (day: number) => `2026-03-${String(day).padStart(2, '0')}`
  const labels = (table: ResultTable) => bodyOf(table, 'days').bars.map(({ label }) => label)

  test('close to each other stand one by one, those between them too', () => {
    const table = resultsOf('Q4', [...times(8, march(2)), ...times(6, march(5))])
    expect(bodyOf(table, 'days').bars.map(({ label, count }) => [label, count])).toEqual([
      ['3月2日（一）', 8],
      ['3月3日（二）', 0],
      ['3月4日（三）', 0],
      ['3月5日（四）', 6],
    ])
    expect(table.sentence).toContain('正中间的一位选的是「3月2日（一）」')
  })

  test('of which most would be too few are put together by week', () => {
    const table = resultsOf(
      'Q4',
      Array.from({ length: 40 }, (_, n) => march(2 + (n % 20))),
    )
    expect(labels(table)).toEqual(['3月2日–8日', '3月9日–15日', '3月16日–22日'])
    expect(table.remark).toBe('按周合在一起')
  })

  test('far from each other are put together by month', () => {
    const year = Array.from(
      { length: 120 },
      (_, n) => `2026-${String(1 + (n % 12)).padStart(2, '0')}-09`,
    )
    expect(labels(resultsOf('Q4', year))).toHaveLength(12)
    expect(labels(resultsOf('Q4', year))[0]).toBe('2026年1月')
  })

  test('in another century make no endless list', () => {
    const table = resultsOf('Q4', [...times(6, '1926-03-02'), ...times(6, '2126-03-02')])
    expect(labels(table)).toEqual(['1926年3月', '2126年3月'])
  })

  test('few people chose are hidden', () => {
    const table = resultsOf('Q4', [...times(20, march(2)), ...times(9, march(3)), march(4)])
    expect(bodyOf(table, 'days').bars.map(({ count }) => count)).toEqual([20, null, null])
  })
})

describe('pins', () => {
  const pin = (x: number, y: number, category = 'lamp') => ({ x, y, category })

  test('are told by place, most people first, with what they stand for', () => {
    const table = resultsOf('Q5', [
      ...times(12, [pin(0.3, 0.6)]),
      ...times(8, [pin(0.31, 0.6, 'seat'), pin(0.9, 0.1)]),
    ])
    const { places, categories } = bodyOf(table, 'places')
    expect(categories).toEqual(['灯', '座位'])
    expect(places.map(({ label, people, cells }) => [label, people, ...cells])).toEqual([
      ['C4', 20, 12, 8],
      ['H1', 8, 8, 0],
    ])
    expect(table.sentence).toBe('20 位居民里，放在「C4」的最多，20 位；其次是「H1」，8 位。')
  })

  test('are deepest where most people are', () => {
    const table = resultsOf('Q5', [...times(100, [pin(0.3, 0.6)]), ...times(5, [pin(0.9, 0.1)])])
    expect(bodyOf(table, 'places').areas.map(({ tone }) => tone)).toEqual([5, 2])
  })

  test('that are scattered are told of as such', () => {
    const people = Array.from({ length: 8 }, (_, n) => [pin(n / 8, (n % 6) / 6)])
    const table = resultsOf('Q5', people)
    expect(table.sentence).toContain('放得很散')
    expect(bodyOf(table, 'places').areas).toEqual([])
  })

  test.each([1, 4])('of %i people are not shown', (count) => {
    const { places, areas } = bodyOf(resultsOf('Q5', times(count, [pin(0.3, 0.6)])), 'places')
    expect([places, areas]).toEqual([[], []])
  })

  test('do not tell how many skipped, where that is hidden', () => {
    const table = resultsOf('Q5', [...times(30, [pin(0.3, 0.6)]), undefined, undefined])
    expect(bodyOf(table, 'places')).toMatchObject({ answered: null, places: [{ people: null }] })
    expect(table.sentence).toBe('问到 32 位居民，放在「C4」的最多。')
  })
})

test('options with pictures keep them', () => {
  const { bars } = bodyOf(resultsOf('Q1', times(12, 'play')), 'bars')
  expect(bars[0]).toMatchObject({
    label: '玩的地方',
    count: 12,
    image: { src: '/pictures/garden-play.svg', alt: '玩的地方' },
  })
})

test('a consent is told like a choice', () => {
  const table = resultsOf('Q6', [...times(14, 'yes'), ...times(6, 'no')])
  expect(table.sentence.replace(/ /g, '')).toContain('选「可以」的最多，14位（70%）')
})

test.each(['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6'])('%s says so when nobody was asked', (id) => {
  expect(resultsOf(id, []).sentence).toBe('还没有人被问到这一题。')
})

test.each(['Q2', 'Q3', 'Q4', 'Q5'])('%s says so when everybody skipped it', (id) => {
  const { sentence } = resultsOf(id, times(20, undefined))
  expect(sentence).toMatch(/还没有人|没有人选/)
})

test.each(['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6'])('%s of a thousand people is told in full', (id) => {
  const table = resultsOf(
    id,
    Array.from({ length: 1000 }, (_, n) => adultOf(n)[id]),
  )
  expect(table.base).toBe(1000)
  expect(table.sentence).toMatch(/^(问到 )?1,000 位/)
  expect(JSON.stringify(table.body)).not.toMatch(/NaN|Infinity|不显示/)
})
