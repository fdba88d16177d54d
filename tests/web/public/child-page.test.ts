import { expect, test } from 'vitest'
import type { Body, Count, ResultTable } from '../../../web/desk/results/result-table.ts'
import { ChildResultsPage } from '../../../web/public/child-page.tsx'
import type { Released } from '../../../web/public/released.ts'

const bars = (counts: Record<string, Count>, base: number) =>
  Object.entries(counts).map(([label, count]) => ({
    ...{ id: label, label, count },
    share: count === null ? null : count / base,
  }))

/** What the children's page says of one question that two hundred of them were asked. */
function told(body: Body): string {
  const table: ResultTable = {
    ...{ id: 'K', number: '1', title: '你觉得？', kind: 'single', people: '小朋友' },
    ...{ sentence: '', remark: undefined, base: 200, apart: [], body },
  }
  const edition = { audience: 'child', version: 1, title: '', people: 200 } as const
  const questions = [{ takenAt: 0, table }]
  const released: Released = {
    ...{ format: 1, consultation: 'round', title: '', takenAt: 0, organiser: '', phone: '' },
    ...{ note: '', highlights: [] },
    editions: [{ ...edition, neighbourhoods: [], questions, withheld: [] }],
  }
  const shown = { released, decisions: [], number: 1, publishedAt: 0, others: [], isNewest: true }
  const reader = { locale: 'zh-CN', chosen: false, demo: false, here: '/' } as const
  const page = `${ChildResultsPage({ reader, shown })}`
  return /<section class="card told-in-ten".*?<\/section>/s.exec(page)?.[0] ?? ''
}

const labels = (card: string) => [...card.matchAll(/<b>(.*?)<\/b>/g)].map(([, label]) => label)

test('children read every option that is told, the most common first', () => {
  const counts = { 一村: 30, 二村: 42, 三村: 50, 四村: 35, 别的: 43 }
  const card = told({ shape: 'bars', bars: bars(counts, 200) })
  expect(labels(card)).toEqual(['三村', '别的', '二村', '四村', '一村'])
  expect(card).not.toContain('先不写')
})

test('of what is hidden they read only that it is left out, not that few chose it', () => {
  const counts = { 很放心: 52, 还可以: 90, 有点怕: null, 很怕: null }
  const card = told({ shape: 'scale', bars: bars(counts, 200), outside: undefined })
  expect(labels(card)).toEqual(['还可以', '很放心'])
  expect(card).toContain('有几样先不写')
  expect(card).not.toMatch(/太少|不显示/)
})

test('what nobody chose is told apart from what fewer than one in ten did', () => {
  const card = told({ shape: 'bars', bars: bars({ 花园: 190, 空地: 10, 车棚: 0 }, 200) })
  expect(card).toMatch(/空地.*10 个人里，大约 1 个.*车棚.*没有人选/s)
  const rare = told({ shape: 'bars', bars: bars({ 花园: 400, 空地: 12 }, 412) })
  expect(rare).toMatch(/空地.*10 个人里，不到 1 个/s)
})
