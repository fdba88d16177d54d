import type { OpenConsultation } from '../../db/consultations.ts'
import type { Store } from '../../db/store.ts'
import type { Audience } from '../../surveys/engine/definition.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { audienceName, momentName } from '../../web/desk/names.ts'
import { notToldMeans, type ResultTable } from '../../web/desk/results/result-table.ts'
import type { Released } from '../../web/public/released.ts'
import { type Results, resultSections } from '../desk/results/results.ts'
import { ledgerHeads } from '../desk/suggestions/suggested.ts'
import { crossRows } from './cross-rows.ts'
import { ledgerLines } from './ledger.ts'
import { responseSheet } from './responses/xlsx-responses.ts'
import { comparisonRows, type FileRow, resultHeads, resultRows } from './result-rows.ts'
import { type Sheet, workbook } from './sheets.ts'

/** What was made public, as a workbook: the frozen numbers, the words that were let out, and nothing else. */
export function publicWorkbook({ title, takenAt, editions }: Released) {
  const frequencies = editions.map(({ audience, title, questions }) => ({
    title: `${audienceName(audience)} ${title}`,
    tables: questions.map(({ table }) => table),
  }))
  const crosses = editions.flatMap(({ audience, title, questions }): FileRow[] => {
    const tables = questions.flatMap(({ breakdown }) => (breakdown ? [breakdown.table] : []))
    return tables.length > 0
      ? [[`${audienceName(audience)} ${title}`], ...tables.flatMap(comparisonRows)]
      : []
  })
  const quotes = editions.flatMap(({ questions }) =>
    questions.flatMap(({ table, quotes = [] }) =>
      quotes.map((quote): FileRow => [table.number ?? table.id, table.title, quote]),
    ),
  )
  const said: Sheet = {
    ...{ name: '原话', rows: [['题号', '题目', '原话（已隐去个人信息）'], ...quotes] },
    ...{ widths: [8, 36, 60], heads: 1 },
  }
  return workbook([
    frequencySheet(frequencies),
    ...crossSheets(crosses),
    ...(quotes.length > 0 ? [said] : []),
    notes(title, [`公示的数字，统计截至 ${momentName(takenAt)}。`]),
  ])
}

interface DeskWorkbook {
  consultation: OpenConsultation
  editions: readonly Results[]
  /** `work`: released wordings only. `analysis`: residents' own words, and every adult's response without who gave it. */
  flavour: 'work' | 'analysis'
  now: number
}

/** For the desk: the register of suggestions, every table as the results pages show it, and for analysis the responses. */
export async function deskWorkbook(
  store: Store,
  { consultation, editions, flavour, now }: DeskWorkbook,
) {
  const words = flavour === 'analysis' ? 'raw' : 'released'
  const ledger = await ledgerLines(store, consultation, words)
  const frequencies = editions.map((results) => ({
    title: titleOf(results),
    tables: resultSections(results, { is: [] }).sections.flatMap(({ tables }) => tables),
  }))
  const crosses: FileRow[] = []
  for (const results of editions) {
    const rows = await crossRows(results)
    if (rows.length > 0) crosses.push([titleOf(results)], ...rows)
  }
  const has = (audience: Audience) => editions.find((one) => one.audience === audience)
  const adult = flavour === 'analysis' && has('adult')
  const raw = adult ? [await rawSheet(store, adult)] : []
  const withheld = flavour === 'analysis' && has('child') !== undefined
  return workbook([
    {
      ...{ name: '台账', rows: [ledgerHeads, ...ledger.map(({ row }) => row)], heads: 1 },
      widths: ledgerHeads.map((head) => ledgerWidths[head] ?? 12),
    },
    frequencySheet(frequencies),
    ...crossSheets(crosses),
    ...raw,
    notes(textIn(consultation.title, 'zh-CN'), [
      `工作用表，统计截至 ${momentName(now)}。`,
      flavour === 'analysis'
        ? '里面有居民的原话和成人的单份答卷，只给写明用途的人用，用完删去，不要转发。'
        : '台账里的建议只写经两人看过、可以公开的措辞；原话在分析用表里。',
      ...(withheld ? [childrenApart] : []),
    ]),
  ])
}

// Children's single responses are closed unless somebody asks for just them and says what for.
const childrenApart =
  '儿童的单份答卷不在里面：默认不开放，确有需要，在导出页「儿童版」一栏另写用途单独导出。'

const titleOf = ({ audience, edition }: Results) =>
  `${audienceName(audience)} ${textIn(edition.title, 'zh-CN')}`

const ledgerWidths: Record<string, number> = {
  ...{ 编号: 8, 渠道: 8, 主题: 20, 主要事由: 30, 对策建议: 30, 相同建议数: 10, 备注: 20, 答复: 30 },
}

// A workbook of several sheets is made in memory, some 40 kB a response; more than this stands in a file of its own, which is streamed.
const mostRaw = 5_000

async function rawSheet(store: Store, results: Results): Promise<Sheet> {
  const { widths, rows } = responseSheet(store, results, () => {})
  const taken: FileRow[] = []
  for await (const row of rows) {
    if (taken.length > mostRaw) {
      taken.push([`只列前 ${mostRaw} 份；全部在单份答卷的 XLSX 或 CSV 里。`])
      break
    }
    taken.push(row)
  }
  return { name: '原始(去标识)', widths, heads: 1, rows: taken }
}

function frequencySheet(editions: readonly { title: string; tables: ResultTable[] }[]): Sheet {
  const rows = editions.flatMap(({ title, tables }): FileRow[] => [
    [title],
    ...tables.flatMap(resultRows),
    [],
  ])
  const widths = [8, 36, 18, 24, 14, 14, 18, 36, 12]
  return { name: '题目频数', rows: [resultHeads, ...rows], heads: 1, widths }
}

const crossSheets = (rows: FileRow[]): Sheet[] =>
  rows.length > 0 ? [{ name: '交叉表', rows, heads: 0, widths: [28, ...Array(24).fill(14)] }] : []

function notes(title: string, more: readonly string[]): Sheet {
  const lines = [
    title,
    '意见征集结果，不等于表决。',
    ...more,
    '自愿参与，不是随机抽样；百分比都是占被问到这一题的人，多选题合计可以超过 100%。',
    `${notToldMeans}请不要用别的数字把它算出来。`,
  ]
  return { name: '说明', rows: lines.map((line) => [line]), widths: [90], heads: 0 }
}
