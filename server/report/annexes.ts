import type { Edition } from '../../surveys/engine/definition.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { allOptions } from '../../surveys/engine/visibility.ts'
import { audienceName } from '../../web/desk/names.ts'
import type { Block } from '../../web/desk/report/report.ts'
import { kindName } from '../exports/kind-name.ts'
import { paragraph, type ReportFacts } from './facts.ts'

/** 附件 1: the questionnaires as they were frozen when they were published. */
export function questionnaires({ asked }: ReportFacts): Block[] {
  return asked.map(({ audience, version, edition }) => ({
    ...{ kind: 'table', caption: `${audienceName(audience)}问卷（第 ${version} 版）` },
    heads: ['题号', '题目', '怎么答', '选项'],
    rows: edition.sections.flatMap(({ showIf, questions }) =>
      questions
        .filter(({ kind }) => kind !== 'note')
        .map((question) => {
          const whom = showIf || question.showIf ? '（按前面的回答，有的人不问）' : ''
          return [
            ...[question.number ?? '–', `${textIn(question.title, 'zh-CN')}${whom}`],
            ...[kindName(question), choices(question, edition)],
          ]
        }),
    ),
  }))
}

type Asked = Edition['sections'][number]['questions'][number]

function choices(question: Asked, edition: Edition): string {
  const label = ({ label }: { label: Parameters<typeof textIn>[0] }) => textIn(label, 'zh-CN')
  const options = allOptions(question, edition).map(label)
  if (question.kind === 'pair')
    return question.pairs.map(({ options }) => options.map(label).join(' / ')).join('；')
  const rows = question.kind === 'matrix' ? `${question.rows.map(label).join('；')}。每行：` : ''
  return `${rows}${options.join('；')}`
}

/** 附件 2: the register, with no other words of residents than those that were let out. */
export function register({ ledger }: ReportFacts): Block[] {
  if (ledger.length === 0)
    return [paragraph('annex/register', '还没有经两人看过、可以公开的建议，这里不列。')]
  return [
    {
      ...{ kind: 'table', caption: '居民建议台账（公开的措辞）' },
      heads: ledgerHeads,
      rows: ledger.map((row) => row.map(String)),
    },
  ]
}

/** Which columns of the register stand in the report: none that says where or when somebody wrote. */
export const ledgerHeads = ['编号', '类别', '对策建议', '承办单位', '期限', '是否采纳']
