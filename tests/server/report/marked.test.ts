import { expect, test } from 'vitest'
import { markedPlaces } from '../../../server/report/marked.ts'
import type { ReleasedEdition, ReleasedQuestion } from '../../../web/public/released.ts'

const counted = (count: number, of: number) => ({ count, share: count / of })

/** The same numbers under any question: 90 of 100 in the one village, 10 of 100 in the other. */
const question = (id: string, title: string): ReleasedQuestion => ({
  takenAt: 0,
  table: {
    ...{ id, title, number: id, kind: 'single', people: '居民', sentence: '', remark: undefined },
    ...{ base: 200, apart: [] },
    body: {
      shape: 'bars',
      bars: [
        { id: 'a', label: '东村', ...counted(100, 200) },
        { id: 'b', label: '西村', ...counted(100, 200) },
      ],
    },
  },
  breakdown: {
    takenAt: 0,
    table: {
      ...{ caption: '', note: '', foot: '' },
      groups: [
        { name: '东村', n: 100 },
        { name: '西村', n: 100 },
      ],
      rows: [
        { label: '东村', cells: [counted(90, 100), counted(10, 100)] },
        { label: '西村', cells: [counted(10, 100), counted(90, 100)] },
      ],
    },
  },
})

test('that people of one village do not live in the other is no difference worth telling', () => {
  const edition: ReleasedEdition = {
    ...{ audience: 'adult', version: 1, title: '成人版', people: 200 },
    ...{ neighbourhoods: [], withheld: [] },
    questions: [question('Q1', '您现在住在哪里？'), question('Q2', '小花园先修哪一边？')],
  }
  const [, marked] = markedPlaces(edition)
  const rows = marked?.kind === 'table' ? marked.rows : []
  expect(rows.map(([title]) => title)).toEqual(Array(4).fill('小花园先修哪一边？'))
})
