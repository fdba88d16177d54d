import type { ComparisonTable } from './comparison.tsx'
import { countText, shareText } from './result-table.ts'

/**
 * What comes first in most neighbourhoods, and then what does elsewhere, in geographic order. Of what is hidden
 * nothing is said.
 */
export function comparisonSentences(table: ComparisonTable, people: string): string[] {
  const firsts = table.groups.flatMap((_, at) => firstOf(table, at))
  const [most] = commonest(firsts)
  if (!most) return ['为了不认出个人，各居民区的数字都不显示。']
  const told = firsts.filter(({ label }) => label === most)
  const others = firsts.filter(({ label }) => label !== most)
  const [first, ...more] = told.map(({ name, n, said }, at) => {
    return `${name} ${countText(n)} 位${at === 0 ? people : ''}${said}`
  })
  const places = [first, ...more].join('、')
  const elsewhere = others.map(({ name, n, said, label }) => {
    return `${name}是「${label}」（${countText(n)} 位${said}）`
  })
  const silent = table.groups.length - firsts.length
  const notes = [
    ...(firsts.every(({ isWhole }) => isWhole) ? [] : ['只比显示出来的格子']),
    ...(silent > 0 ? [`另有 ${silent} 处不显示`] : []),
  ]
  return [
    `「${most}」在 ${firsts.length} 处里的 ${told.length} 处排在最前：${places}。`,
    ...(others.length > 0 ? [`别处排在最前的，${elsewhere.join('；')}。`] : []),
    ...(notes.length > 0 ? [`${notes.join('；')}。`] : []),
  ]
}

interface First {
  name: string
  n: number
  label: string
  said: string
  /** Nothing in the column is hidden. */
  isWhole: boolean
}

/** The largest told number of a neighbourhood, unless it is nobody's. */
function firstOf({ groups, rows }: ComparisonTable, at: number): First[] {
  const { name = '', n = null } = groups[at] ?? {}
  const cells = rows.flatMap(({ label, cells }) => {
    const { count = null, share = null, text } = cells[at] ?? {}
    return count === null || share === null ? [] : [{ label, count, share, text }]
  })
  const [top, next] = cells.sort((a, b) => b.share - a.share)
  if (n === null || !top || top.count === 0) return []
  const number = top.text
    ? `，${top.text}`
    : `中 ${countText(top.count)} 位（${shareText(top.share)}）`
  const said = `${number}${next?.share === top.share ? '，并列' : ''}`
  return [{ name, n, label: top.label, said, isWhole: cells.length === rows.length }]
}

function commonest(firsts: readonly First[]): string[] {
  const times = new Map<string, number>()
  for (const { label } of firsts) times.set(label, (times.get(label) ?? 0) + 1)
  return [...times].sort(([, a], [, b]) => b - a).map(([label]) => label)
}
