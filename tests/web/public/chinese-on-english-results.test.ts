import { expect, test } from 'vitest'
import { ChildResultsPage } from '../../../web/public/child-page.tsx'
import type { Decided } from '../../../web/public/decided.ts'
import type { Released } from '../../../web/public/released.ts'
import { ReleasedPage } from '../../../web/public/released-page.tsx'
import { unmarkedChinese } from '../unmarked-chinese.ts'

const at = Date.UTC(2026, 2, 2)
const reader = { locale: 'en', chosen: true, demo: true, here: '/', phone: '6400 1234 转 8' }
const bars = ['路灯亮一点', '有地方坐'].map((label, i) => ({
  ...{ id: `${i}`, label, count: 30 - i, share: 0.71 - i / 9 },
}))
const table = {
  ...{ id: 'Q3', number: '3', title: '最该先办哪几件？', kind: 'multiple', people: '居民' },
  ...{ sentence: '42 位被问到的居民中，选「路灯亮一点」的最多，30 位。', base: 42, apart: [] },
  body: { shape: 'bars', bars },
}
const edition = (audience: string) => ({
  ...{ audience, version: 1, title: '问卷', people: 42 },
  ...{ neighbourhoods: [{ id: 'e', name: '东村', people: 42 }] },
  questions: [{ takenAt: at, table }],
  withheld: [{ id: 'Q4', number: '4', title: '还缺什么？', why: 'few' }],
})
const released = {
  ...{ format: 1, consultation: 'round', takenAt: at, title: '院子', organiser: '居委会' },
  ...{ phone: '', note: '谢谢', highlights: ['adult-Q3'] },
  editions: [edition('adult'), edition('child')],
  suggestions: [
    {
      ...{ number: 1, people: 12, category: '公共空间', wording: '放一张长椅', unit: '物业' },
      ...{ outcome: 'adopted', adoptedAs: 'livelihood', reply: '六月就放' },
    },
  ],
} as unknown as Released
const finding = { release: 1, takenAt: at, title: table.title }
const decided = (verdict: 'do' | 'not'): Decided =>
  ({
    ...{
      id: 1,
      title: '路口装灯',
      verdict,
      decision: '装一盏灯',
      reason: '大家都要',
      action: '先装',
    },
    ...{ unit: '物业', dueOn: '2026-06-01', options: '两盏或一盏', decidedBy: '居委会' },
    ...{ decidedOn: '2026-03-03', publishedAt: at, progress: 'doing', progressNote: '正在装' },
    ...{ progressAt: at, photo: '/f/1.jpg' },
    findings: [{ ...finding, told: { sentence: table.sentence, base: 42, people: '居民' } }],
  }) as unknown as Decided

test('published results and decisions mark their Chinese as Chinese on an English page', () => {
  const decisions = [decided('do'), decided('not')]
  const shown = { released, decisions, number: 1, publishedAt: at, others: [], isNewest: true }
  for (const page of [ReleasedPage({ reader, shown }), ChildResultsPage({ reader, shown })]) {
    const html = String(page)
    expect(html).toContain('路口装灯')
    expect(unmarkedChinese(html)).toEqual([])
  }
})

test('Chinese that nothing marks is found', () => {
  const page =
    '<html lang="en"><p>by <b>居委会</b></p><i lang="zh-CN">好<u>的</u></i>再<img alt="图">'
  expect(unmarkedChinese(page)).toEqual(['居委会', '再', '<img alt="图">'])
})
