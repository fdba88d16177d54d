import type { Side, SideOption } from '../../../surveys/engine/compare/side.ts'
import type { Question } from '../../../surveys/engine/definition.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import type { Choice } from '../../../web/desk/compare/choice-select.tsx'
import type { CompareChoices } from '../../../web/desk/compare/compare-page.tsx'
import { stepName } from '../../../web/desk/results/step-name.ts'
import { numberedTitle } from '../../../web/numbered-title.ts'
import type { Results } from '../results/results.ts'
import { groupingsOf } from './groupings.ts'

/** What is compared by something that is not answered: which version, which edition. */
export const byVersion = '@version'
export const byEdition = '@edition'

/** What may be compared, and by what. */
export function compareChoices(results: Results): CompareChoices {
  const { edition, groupedFrom, versions, consultation } = results
  const questions = [...questionsOf(edition).values()]
  const sides = questions.flatMap(sideChoices)
  const places = groupingsOf(results).map(({ id, title }) => ({
    id,
    label: textIn(title, 'zh-CN'),
  }))
  return {
    questions: sides.filter(({ id }) => !groupedFrom.has(id)),
    groupings: [
      ...places,
      ...(versions > 1 ? [{ id: byVersion, label: '问卷的版本' }] : []),
      ...(consultation.topics.length > 0
        ? [{ id: byEdition, label: '大人和孩子（同一议题）' }]
        : []),
      ...sides,
    ],
  }
}

/** A question as something to choose, or each of its rows; what of it is compared, where that is not plain. */
export function sideChoices(question: Question): Choice[] {
  const title = numberedTitle(question)
  const row = (id: string, label: string) => ({
    id: `${question.id}.${id}`,
    label: `${title} — ${label}`,
  })
  const whole = (what?: string) => [
    { id: question.id, label: what ? `${title}（${what}）` : title },
  ]
  switch (question.kind) {
    case 'single':
    case 'consent':
    case 'scale':
    case 'multiple':
    case 'number':
    case 'date':
      return whole()
    case 'matrix':
      return question.rows.map(({ id, label }) => row(id, textIn(label, 'zh-CN')))
    case 'pair':
      return question.pairs.map(({ id, options }) =>
        row(id, options.map(({ label }) => textIn(label, 'zh-CN')).join(' / ')),
      )
    case 'rank':
      return whole('排在第一的')
    case 'budget':
      return whole(`给过${textIn(question.unit, 'zh-CN')}的`)
    case 'pin':
      return whole(question.categories ? '放了哪种图钉' : '放没放图钉')
    case 'text':
      return whole('写没写')
    case 'drawing':
      return whole('画没画')
    case 'photo':
      return whole('交没交')
    case 'note':
      return []
  }
}

/** What an option of a side is called. */
function optionName({ id, label, bin }: SideOption, question: Question | undefined): string {
  if (label) return textIn(label, 'zh-CN')
  if (!bin) return id === 'answered' ? '有' : '没有'
  const { from, to } = bin
  if (question?.kind === 'date') return stepName(from, 'month')
  const isNumber = question?.kind === 'number'
  const unit = isNumber && question.unit ? textIn(question.unit, 'zh-CN') : ''
  if (to === Number.POSITIVE_INFINITY) return `${from}${unit}及以上`
  if (from === Number.NEGATIVE_INFINITY) return `不到 ${to}${unit}`
  if (!isNumber || !question.whole) return `${from}–${to}${unit}（不含 ${to}）`
  return to - from === 1 ? `${from}${unit}` : `${from}–${to - 1}${unit}`
}

/** What all options of a side are called. */
export function namesOf(edition: Results['edition'], key: string, { options }: Side): string[] {
  const question = questionsOf(edition).get(key.split('.')[0] ?? '')
  return options.map((option) => optionName(option, question))
}
