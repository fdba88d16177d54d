import type { Block } from '../../web/desk/report/report.ts'
import { countText, type ResultTable, shareText } from '../../web/desk/results/result-table.ts'
import type { ReleasedEdition } from '../../web/public/released.ts'
import { editionOf, heading, numerals, paragraph, type ReportFacts } from './facts.ts'
import { markedPlaces } from './marked.ts'
import { sinceBefore } from './since-before.ts'

/** 二、主要结果: what most asked for, every question with its sentence and chart, what comes first where. */
export function findings(facts: ReportFacts): Block[] {
  const adult = editionOf(facts, 'adult')
  if (!adult) return [paragraph('findings/none', '成人版没有公示的题目。')]
  const wished = mostWished(adult)
  const firsts = firstNeeds(adult)
  const compared = sinceBefore(facts)
  const sections: [string, Block[]][] = [
    ...(wished ? [['需求度排序', wished] as [string, Block[]]] : []),
    ['各题结果', adult.questions.map(({ table }) => figure(adult, table))],
    ...(firsts ? [['各居民区排在第一的需求', firsts] as [string, Block[]]] : []),
    ['各居民区的差别', markedPlaces(adult)],
    ...(compared.length > 0 ? [['与上一次比较', compared] as [string, Block[]]] : []),
  ]
  return sections.flatMap(([title, blocks], at) => [
    heading(`（${numerals[at]}）${title}`),
    ...blocks,
  ])
}

/** 四、儿童的声音: what children were asked, never added to what adults said. */
export function childrensVoices(facts: ReportFacts): Block[] {
  const child = editionOf(facts, 'child')
  if (!child || child.questions.length === 0)
    return [paragraph('child/none', '这一次没有公示儿童版的结果。')]
  const intro = '以下是小朋友自己的回答，题目和大人的不同，单独统计。人数少于 10 的格子都不显示。'
  return [
    paragraph('child/intro', intro),
    ...child.questions.map(({ table }) => figure(child, table)),
  ]
}

function figure({ audience }: ReleasedEdition, table: ResultTable): Block {
  const sentence = paragraph(`${audience}/${table.id}`, table.sentence)
  return { kind: 'figure', audience, table, sentence }
}

const topTen = 10

/** The question with the most things to wish for, its first ten, as a share of the people who were asked. */
function mostWished({ questions }: ReleasedEdition): Block[] | undefined {
  const tables = questions
    .map(({ table }) => table)
    .filter(({ kind, body }) => kind === 'multiple' && body.shape === 'bars')
  const [widest] = tables.sort((a, b) => barsOf(b).length - barsOf(a).length)
  if (!widest || widest.base === null) return
  const ranked = barsOf(widest)
    .filter((bar) => !bar.mark && bar.count !== null)
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0))
    .slice(0, topTen)
  const [first, second, third] = ranked
  if (!first) return
  const rest = [second, third]
    .filter((bar) => bar !== undefined)
    .map(({ label, share }) => `「${label}」（${shareText(share)}）`)
  const after = rest.length > 0 ? `，其次是${rest.join('、')}` : ''
  return [
    paragraph(
      'findings/wished',
      `需求度是选了这一项的人占被问到的人的比例。问到「${widest.title}」的 ${countText(widest.base)} 位居民中，选「${first.label}」的最多，需求度 ${shareText(first.share)}${after}。`,
    ),
    {
      kind: 'table',
      caption: `需求度排序（${widest.number ? `第 ${widest.number} 题` : widest.title}，n = ${countText(widest.base)}，可多选）`,
      heads: ['位次', '选项', '人数', '需求度'],
      rows: ranked.map(({ label, count, share }, at) => [
        ...[String(at + 1), label, countText(count), shareText(share)],
      ]),
    },
  ]
}

const barsOf = ({ body }: ResultTable) => (body.shape === 'bars' ? body.bars : [])

/** Of the same question, what most people of each neighbourhood chose; only where every other number is told. */
function firstNeeds({ questions }: ReleasedEdition): Block[] | undefined {
  const compared = questions
    .filter(({ table, breakdown }) => table.kind === 'multiple' && breakdown)
    .sort((a, b) => barsOf(b.table).length - barsOf(a.table).length)[0]?.breakdown?.table
  if (!compared) return
  const rows = compared.groups.map(({ name, n }, group) => {
    const cells = compared.rows.map(({ label, cells }) => ({ label, ...cells[group] }))
    const seen = cells.flatMap(({ label, count, share }) =>
      typeof count === 'number' ? [{ label, count, share: share ?? null }] : [],
    )
    const [top] = seen.sort((a, b) => b.count - a.count)
    // What is hidden may be the largest: a number is hidden also to cover another.
    const isClear =
      top &&
      n !== null &&
      seen.length === compared.rows.length &&
      seen.filter(({ count }) => count === top.count).length === 1
    return isClear
      ? [name, countText(n), top.label, `${countText(top.count)}（${shareText(top.share)}）`]
      : [name, countText(n), '有不显示的或并列，不写', '–']
  })
  return [
    paragraph(
      'findings/firsts',
      '按邮筒所在的居民区分开看，不是排名；人数少的地方差别不一定说明什么。',
    ),
    {
      kind: 'table',
      caption: compared.caption.replace(/^各居民区：/, '各居民区选得最多的一项：'),
      heads: ['居民区', 'n', '选得最多', '人数（占比）'],
      rows,
    },
  ]
}
