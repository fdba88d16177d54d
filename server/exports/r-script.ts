import { textIn } from '../../surveys/engine/text.ts'
import { audienceName } from '../../web/desk/names.ts'
import type { Results } from '../desk/results/results.ts'
import { missingNames } from './missing.ts'
import type { Variable } from './variable.ts'
import { variablesOf } from './variables.ts'

/**
 * A script for R that reads the CSV file of the same version: factors in the order of the options, numbers
 * as numbers, and beside each column with gaps why they are there. It needs no package.
 */
export function rScript(results: Results, csvName: string): string {
  const { consultation, audience, version } = results
  const asked = variablesOf(results).filter(({ column }) => !fixed.has(column))
  const title = `${textIn(consultation.title, 'zh-CN')} ${audienceName(audience)}第 ${version} 版`
  return `# ${title.replace(/\s+/g, ' ')}
# 先在工作台下载同一版的 CSV，和这个文件放在一起，再运行：source("这个文件", encoding = "UTF-8")
# 自愿参与的意见征集，不是随机抽样，也不等于表决。

file <- ${quoted(csvName)}
d <- read.csv(file, fileEncoding = "UTF-8-BOM", check.names = FALSE, colClasses = "character",
              na.strings = character(0))
# 以 = + - @ 等开头的文字在 CSV 里前面多一个撇号，去掉就是原文
d[] <- lapply(d, function(x) sub("^'", "", x))
gaps <- c(${[...Object.values(missingNames).slice(0, 2), ''].map(quoted).join(', ')})
reason <- list()
keep <- function(name) {
  x <- d[[name]]
  reason[[name]] <<- ifelse(x %in% gaps[1:2], x, NA)
  x[x %in% gaps] <- NA
  x
}
choice <- function(name, levels, label) {
  x <- factor(keep(name), levels = levels)
  attr(x, "label") <- label
  x
}
amount <- function(name, label) {
  x <- as.numeric(keep(name))
  attr(x, "label") <- label
  x
}
words <- function(name, label) {
  x <- keep(name)
  attr(x, "label") <- label
  x
}

r <- data.frame(row.names = seq_len(nrow(d)))
for (name in c("居民区", "邮筒", "渠道", "代填方式", "帮忙的人", "帮忙的地方", "当面同意")) r[[name]] <- factor(d[[name]])
r[["日期"]] <- as.Date(d[["日期"]])
r[["迟到"]] <- d[["迟到"]] == "1"
${asked.map(lineOf).join('')}
# r 是整理好的数据；reason 是每一列为什么空着（${missingNames.unshown} 或 ${missingNames.skipped}）。
# 例如：table(r[[10]], useNA = "ifany")
`
}

const fixed = new Set(
  'row version neighbourhood mailbox channel day late assisted_mode assisted_relation assisted_place assisted_consented'.split(
    ' ',
  ),
)

function lineOf(variable: Variable): string {
  const { name, column, label, kind, values, missing, set } = variable
  if (column.endsWith('.~given')) return ''
  const at = `${quoted(column)}`
  const to = `r[[${quoted(name)}]] <- `
  if (kind === 'text') return `${to}words(${at}, ${quoted(label)})\n`
  if (kind === 'date') return `${to}as.Date(words(${at}, ${quoted(label)}))\n`
  const isChoice = values.length > 0 && !set && !values.some(([code]) => code === 0)
  if (!isChoice || variable.measure === 'scale') return `${to}amount(${at}, ${quoted(label)})\n`
  // What people would not or could not say is an answer here; only SPSS has codes for it.
  const said = missing.slice(2)
  const levels = new Set([...values, ...said].map(([, words]) => quoted(words)))
  return `${to}choice(${at}, c(${[...levels].join(', ')}), ${quoted(label)})\n`
}

const quoted = (text: string) =>
  `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/[\r\n]+/g, ' ')}"`
