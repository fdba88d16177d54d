/** A script for R that reads the CSV file of a release; it needs no package. */
export const releasedR = (
  csvName: string,
): string => `# 公示的数字：一行一个数。意见征集结果，不等于表决；自愿参与，不是随机抽样。
# 先下载同一期的 CSV，和这个文件放在一起，再运行：source("这个文件", encoding = "UTF-8")

d <- read.csv("${csvName}", fileEncoding = "UTF-8-BOM", check.names = FALSE,
              colClasses = "character", na.strings = character(0))
d <- d[d[["题号"]] != "", ]
# 以 = + - @ 等开头的文字在 CSV 里前面多一个撇号，去掉就是原文
d[] <- lapply(d, function(x) sub("^'", "", x))
number <- function(x) suppressWarnings(as.numeric(x))

r <- data.frame(
  edition = factor(d[["版"]]), question = d[["题号"]], title = d[["题目"]], row = d[["行"]],
  option = d[["选项"]], group = factor(d[["组"]]), n = number(d[["人数"]]),
  share = number(d[["占被问到的人"]]), base = number(d[["n（被问到的人）"]]),
  score = number(d[["数值"]]), hidden = d[["隐去"]] == "1", counted = as.Date(d[["统计截至"]])
)
# hidden 是 TRUE 的行不显示（人太少，或者写了就能把人太少的数算出来），n 是 NA；请不要用别的数字把它算出来。
# 例如：subset(r, question == r$question[1] & group == "所有人")
`
