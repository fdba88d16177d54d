import { textIn } from '../../surveys/engine/text.ts'
import { audienceName, momentName } from '../../web/desk/names.ts'
import type { ComparisonTable } from '../../web/desk/results/comparison.tsx'
import type { ResultTable } from '../../web/desk/results/result-table.ts'
import type { Released } from '../../web/public/released.ts'
import { comparisonOf } from '../desk/comparison.ts'
import { type Results, resultSections } from '../desk/results.ts'
import { comparisonRows, type FileRow, resultHeads, resultRows } from './result-rows.ts'
import { type Sheet, workbook } from './sheets.ts'

interface Tables {
  title: string
  tables: ResultTable[]
  comparisons: ComparisonTable[]
}

/** What was made public, as a workbook: the frozen numbers and nothing else. */
export function publicWorkbook(title: string, released: Released) {
  const editions = released.editions.map(({ audience, title, questions }) => ({
    title: `${audienceName(audience)} ${title}`,
    tables: questions.map(({ table }) => table),
    comparisons: questions.flatMap(({ breakdown }) => (breakdown ? [breakdown.table] : [])),
  }))
  const note = `公示的数字，统计截至 ${momentName(released.takenAt)}。`
  return workbook([notes(title, note), ...sheetsOf(editions)])
}

/** For work at the desk: the ledger of suggestions, and every table as the results pages show it. */
export function deskWorkbook(
  title: string,
  editions: readonly Results[],
  ledger: FileRow[],
  now: number,
) {
  const found = editions.map((results): Tables => {
    const { sections } = resultSections(results, { is: [] })
    const questions = results.edition.sections.flatMap((section) => section.questions)
    return {
      title: `${audienceName(results.audience)} ${textIn(results.edition.title, 'zh-CN')}`,
      tables: sections.flatMap(({ tables }) => tables),
      comparisons: questions.flatMap((question) => comparisonOf(results, question) ?? []),
    }
  })
  const note = `工作用表，人数太少的格子不显示。统计截至 ${momentName(now)}。`
  const heads = ledger.length > 0 ? 1 : 0
  const book: Sheet = { name: '台账', rows: ledger, widths: ledgerWidths, heads }
  return workbook([...(heads ? [book] : []), ...sheetsOf(found), notes(title, note)])
}

const ledgerWidths = [10, 12, 8, 12, 12, 12, 20, 30, 30, 10, 14, 12, 12, 14, 12, 10, 12, 10, 20]

function sheetsOf(editions: readonly Tables[]): Sheet[] {
  const frequencies = editions.flatMap(({ title, tables }): FileRow[] => [
    [title],
    ...tables.flatMap(resultRows),
    [],
  ])
  const crosses = editions.flatMap(({ title, comparisons }): FileRow[] =>
    comparisons.length > 0 ? [[title], ...comparisons.flatMap(comparisonRows)] : [],
  )
  const sheets: Sheet[] = [
    {
      ...{ name: '频数', rows: [resultHeads, ...frequencies], heads: 1 },
      widths: [8, 36, 18, 24, 14, 14, 18, 36, 12],
    },
  ]
  if (crosses.length > 0)
    sheets.push({ name: '交叉', rows: crosses, widths: [28, ...Array(24).fill(14)], heads: 0 })
  return sheets
}

function notes(title: string, note: string): Sheet {
  const lines = [
    title,
    '意见征集结果，不等于表决。',
    note,
    '自愿参与，不是随机抽样；百分比都是占被问到这一题的人，多选题合计可以超过 100%。',
    '「–（人数太少）」表示为了不认出个人而不显示；请不要用别的数字把它算出来。',
  ]
  return { name: '说明', rows: lines.map((line) => [line]), widths: [90], heads: 0 }
}
