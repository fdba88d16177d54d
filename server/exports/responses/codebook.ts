import { textIn } from '../../../surveys/engine/text.ts'
import type { Results } from '../../desk/results/results.ts'
import { byteOrderMark, csvLine } from '../csv.ts'
import { variablesOf } from '../variables.ts'
import { assistanceColumns } from './assistance-columns.ts'
import { questionColumns } from './response-columns.ts'

/** The columns before the answers. */
export const fixedColumns = [
  ['序号', '在这个文件里的顺序，与任何人无关', ''],
  ['版本', '问卷的版本', ''],
  ['居民区', '邮筒所在的居民区，没有邮筒时为空', ''],
  ['邮筒', '邮筒的编码', ''],
  ['渠道', '答卷怎样收到', '扫码 / 链接 / 纸质 / 代填 / 现场设备'],
  ['日期', '收到的日期（上海时间），不记时分', ''],
  ['迟到', '征询结束以后收到', '1 是 / 0 否'],
  ...assistanceColumns,
] as const

/** What each column of the file of responses means, which words it may hold, and what SPSS calls it. */
export function codebookCsv(results: Results): string {
  const variables = new Map(variablesOf(results).map((variable) => [variable.column, variable]))
  const line = (column: string, inSpss: string, ...rest: string[]) => {
    const { name = '', values = [], missing = [] } = variables.get(inSpss) ?? {}
    return csvLine([column, ...rest, name, [...values, ...missing].map(codeText).join('；')])
  }
  const lines = questionColumns(results.edition).flatMap(({ question, columns }) =>
    columns.map(({ name, meaning, values }) =>
      line(name, name, textIn(question.title, 'zh-CN'), meaning, values),
    ),
  )
  return [
    byteOrderMark,
    csvLine(['列', '题目', '这一列是什么', '可能的值', 'SPSS 变量名', 'SPSS 编码']),
    ...fixedColumns.map(([name, meaning, values], at) =>
      line(name, spssOrigins[at] ?? '', '', meaning, values),
    ),
    ...lines,
    csvLine(['', '', '以 = + - @ 等开头的文字前面加了撇号，去掉第一个撇号就是原文', '', '', '']),
  ].join('')
}

// What the columns before the answers are called in SPSS, in the same order.
const spssOrigins = [
  ...['row', 'version', 'neighbourhood', 'mailbox', 'channel', 'day', 'late'],
  ...['assisted_mode', 'assisted_relation', 'assisted_place', 'assisted_consented'],
]

const codeText = ([code, words]: [number, string]) => `${code} ${words}`
