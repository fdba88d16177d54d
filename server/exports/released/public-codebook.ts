import type { OpenConsultation } from '../../../db/consultations.ts'
import type { Edition, Question } from '../../../surveys/engine/definition.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { allOptions } from '../../../surveys/engine/visibility.ts'
import { audienceName } from '../../../web/desk/names.ts'
import { baseRule } from '../base-rule.ts'
import { byteOrderMark, csvLine } from '../csv.ts'
import { kindName } from '../kind-name.ts'
import { missingCodes, missingMeantBy, missingNames } from '../missing.ts'

/** What every question and option is called, who was asked it, and what is not told: no answer is in it. */
export function publicCodebook({ editions }: Pick<OpenConsultation, 'editions'>): string {
  return [
    byteOrderMark,
    csvLine([
      '版',
      '问卷版本',
      '题',
      '题号',
      '题目',
      '题型',
      '谁被问到',
      '选项',
      '选项的话',
      '缺失代码',
    ]),
    ...editions.flatMap(({ audience, version, edition }) =>
      edition.sections.flatMap(({ questions, showIf }) =>
        questions
          .filter(({ kind }) => kind !== 'note')
          .flatMap((question) => {
            const asked = baseRule([showIf, question.showIf], edition)
            const about = [
              ...[audienceName(audience), version, question.id, question.number ?? ''],
              ...[textIn(question.title, 'zh-CN'), kindName(question), asked],
            ]
            return codes(question, edition).map((code) => csvLine([...about, ...code]))
          }),
      ),
    ),
    ...notes.map((note) => csvLine(['', '', '', '', note])),
  ].join('')
}

function codes(question: Question, edition: Edition): (string | number)[][] {
  const missing = missingCodes(question)
  const options = allOptions(question, edition).map((option) => {
    const meant = missingMeantBy(option, question)
    return [option.id, textIn(option.label, 'zh-CN'), meant ? missing[meant] : '']
  })
  const rows = question.kind === 'matrix' ? question.rows : []
  return [
    ...rows.map(({ id, label }) => [id, `（行）${textIn(label, 'zh-CN')}`, '']),
    ...options,
    ['', missingNames.unshown, missing.unshown],
    ['', missingNames.skipped, missing.skipped],
  ]
}

const notes = [
  '百分比都以被问到这一题的人为底数；按前面的回答没有问到的人不在内，多选题合计可以超过 100%。',
  '公示的数字里，少于 10 人的格子不显示，被问到的人不足 20 的题不公布；能用别的数字算出来的格子也不显示。在 SPSS 文件里这样的格子是 −95。',
  '自愿参与，不是随机抽样；意见征集结果，不等于表决。',
]
