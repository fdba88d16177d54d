import type { WordCount } from '../../surveys/engine/open-text/count-words.ts'
import {
  type AreaCoverage,
  type Composition,
  standing,
  standingName,
  total,
  type WeightedTable,
  type Weighting,
} from '../../web/desk/coverage/coverage.ts'
import { type CountsTable, rowHeads } from '../../web/desk/overview/counts-figure.tsx'
import type { ComparisonTable } from '../../web/desk/results/comparison.tsx'
import type { Pairwise } from '../../web/desk/results/question-page.tsx'
import { baseText, fewestForShare, type ResultTable } from '../../web/desk/results/result-table.ts'
import type { CodedAgreement } from '../../web/desk/texts/agreement-page.tsx'
import { resultHeads, resultRows } from './result-rows.ts'
import type { FileTable } from './tables-csv.ts'
import { toldCount, toldShare } from './told-figures.ts'

/** One question's own table. */
export const resultFile = (table: ResultTable): FileTable => ({
  ...{ caption: table.title, heads: resultHeads, rows: resultRows(table) },
})

/** One question in each neighbourhood: a line for each option in each of them. */
export function comparisonFile({ caption, groups, rows, foot }: ComparisonTable): FileTable {
  return {
    caption,
    heads: ['选项', '居民区', '人数或得分', '占比', foot],
    rows: rows.flatMap(({ label, cells }) =>
      cells.map(({ count, share, text }, at) => {
        const n = groups[at]?.n ?? null
        const isFew = n !== null && n < fewestForShare
        const base = isFew ? baseText(n) : toldCount(n)
        return [label, groups[at]?.name ?? '', toldCount(count), text ? '' : toldShare(share), base]
      }),
    ),
  }
}

/** Who was put before whom. */
export function pairwiseFile({ rows }: Pairwise): FileTable {
  return {
    caption: '两两比，谁排在谁前面',
    heads: ['排在前面的', '排在后面的', '人数', '占两项分出先后的人', 'n（两项分出先后的人）'],
    rows: rows.map(({ before, after, count, of }) => [
      ...[
        before,
        after,
        toldCount(count),
        toldShare(count === null || !of ? null : count / of),
        toldCount(of),
      ],
    ]),
  }
}

/** How many came in, of one consultation. */
export function countsFile(title: string, table: CountsTable): FileTable {
  const { caption, of, columns, rows, extra } = table
  return {
    caption: `${title}：${caption}`,
    heads: [rowHeads[of], ...columns, ...(extra ? [extra.head] : [])],
    rows: rows.map(({ label, counts }, at) => [
      ...[label, ...counts, ...(extra ? [number(extra.cells[at] ?? '')] : [])],
    ]),
  }
}

export const areasFile = (areas: readonly AreaCoverage[]): FileTable => ({
  caption: '各居民区收到多少',
  heads: ['居民区', '户数', '答卷', '每百户', '扫码和链接', '代填和现场', '纸质'],
  rows: areas.map((area) => {
    const { name, households, scanned, helped, paper } = area
    const rate = households ? Math.round((1000 * total(area)) / households) / 10 : ''
    return [name, households ?? '', total(area), rate, scanned, helped, paper]
  }),
})

export const compositionFile = ({ title, base, categories }: Composition): FileTable => ({
  caption: `来的人和住的人：${title}`,
  heads: ['选项', '来的人', '占答了这一题的人', '应有', '比一比', 'n（答了这一题的人）'],
  rows: categories.map(({ label, count, share, target }) => [
    ...[label, toldCount(count), toldShare(share), target === undefined ? '' : target],
    ...[standingName(standing(share, target)), toldCount(base)],
  ]),
})

export function weightedFile(
  { title, base, leftOut, rows }: WeightedTable,
  weighting: Weighting,
): FileTable {
  const cost =
    weighting.kind === 'weighted'
      ? `（相当于 ${Math.round(weighting.effective)} 份不加权的，设计效应 ${weighting.designEffect.toFixed(2)}）`
      : ''
  return {
    caption: `按构成加权：${title}${cost}`,
    heads: [
      '选项',
      '人数',
      '没加权',
      '加权以后',
      'n（被问到、又参加加权的人）',
      '缺加权题没有算的人',
    ],
    rows: rows.map(({ label, count, share, weighted }) => [
      ...[
        label,
        toldCount(count),
        toldShare(share),
        toldShare(weighted),
        toldCount(base),
        toldCount(leftOut),
      ],
    ]),
  }
}

/** Words by how many people use them. */
export const wordsFile = (
  caption: string,
  counts: readonly WordCount[],
  texts: number,
): FileTable => ({
  caption,
  heads: ['词', '人数', '占写话的人'],
  rows: counts.map(({ word, people }) => [word, people, toldShare(people / texts)]),
})

/** How far two readers agree on each code. */
export const agreementFile = (codes: readonly CodedAgreement[], twice: number): FileTable => ({
  caption: `两位各自归类，每一类合得上多少（n = ${twice} 段）`,
  heads: ['类', 'κ', '都归', '只有第一位', '只有第二位', '都没归'],
  rows: codes.map(({ name, agreement: { kappa, both, firstOnly, secondOnly, neither } }) => [
    ...[name, kappa === undefined ? '–' : Math.round(kappa * 100) / 100],
    ...[both, firstOnly, secondOnly, neither],
  ]),
})

const number = (text: string) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text)
