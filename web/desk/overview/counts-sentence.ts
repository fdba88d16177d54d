import { number } from '../names.ts'
import { shareText } from '../results/result-table.ts'
import type { CountsTable } from './counts-figure.tsx'

/** The row of those who came without a mailbox. */
export const noMailbox = '没有邮筒'

/** What a table of counts says, each column for itself. Neighbourhoods are not ranked, so none is named. */
export function countsSentence({ of, columns, rows }: CountsTable): string {
  const parts = columns.map((name, at) => {
    const counts = rows.map(({ label, counts }) => ({ label, count: counts[at] ?? 0 }))
    const all = counts.reduce((sum, { count }) => sum + count, 0)
    if (all === 0) return `${name}还没有收到`
    const told = { day: busiest, channel: commonest, neighbourhood: spread }[of]
    return `${name} ${number(all)} 份${told(counts, all)}`
  })
  return `${parts.join('；')}。`
}

interface Counted {
  label: string
  count: number
}

function busiest(days: Counted[], all: number): string {
  const most = largest(days)
  if (most.count === all) return `，都在${most.label}`
  return `，最多的一天是${most.label}，${number(most.count)} 份`
}

function commonest(channels: Counted[], all: number): string {
  const most = largest(channels)
  return `，${most.label}的最多，${number(most.count)} 份（${shareText(most.count / all)}）`
}

function spread(areas: Counted[]): string {
  const from = areas.filter(({ label, count }) => label !== noMailbox && count > 0).length
  const without = areas.find(({ label }) => label === noMailbox)?.count ?? 0
  const rest = without > 0 ? `，另有 ${number(without)} 份不是从邮筒来的` : ''
  return `，来自 ${from} 个居民区${rest}`
}

const largest = (all: Counted[]): Counted =>
  all.reduce((most, one) => (one.count > most.count ? one : most))
