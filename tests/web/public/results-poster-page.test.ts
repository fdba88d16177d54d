import { expect, test } from 'vitest'
import type { Decided, Verdict } from '../../../web/public/decided.ts'
import type { Released } from '../../../web/public/released.ts'
import { ResultsPosterPage } from '../../../web/public/results-poster-page.tsx'

const released: Released = {
  ...{
    format: 1,
    consultation: 'round',
    title: '院子怎么改',
    takenAt: 0,
    organiser: '',
    phone: '',
  },
  ...{ note: '', highlights: [], editions: [] },
}

const decided = (title: string, verdict: Verdict): Decided => ({
  ...{ number: 1, title, options: '', verdict, decision: '', reason: `${title}的原因` },
  ...{ decidedBy: '', decidedOn: '', action: '', unit: '物业', dueOn: '' },
  ...{ progress: 'planned', progressNote: '', progressAt: null, photo: undefined },
  ...{ findings: [], publishedAt: 0 },
})

test('what is done in part stands once, under what will be done, with why the rest is not', () => {
  const decisions = [decided('装灯', 'do'), decided('修路', 'partly'), decided('电梯', 'not')]
  const shown = { released, decisions, number: 1, publishedAt: 0, others: [], isNewest: true }
  const address = { address: 'https://a.example/', short: 'a.example', back: '/' }
  const page = `${ResultsPosterPage({ shown, paper: 'a4', demo: false, ...address })}`
  const [, will = '', cannot = ''] = /要做什么(.*)做不到的，和原因(.*)<\/section>/s.exec(page) ?? []
  expect(will).toMatch(/装灯.*修路（做一部分）.*修路的原因/s)
  expect(will).not.toContain('装灯的原因')
  expect(cannot).toContain('电梯的原因')
  expect(cannot).not.toContain('修路')
})
