import { pathTo } from '../../db/answer-path.ts'
import type { Answer, Pin } from '../../surveys/engine/answers.ts'
import type { Edition, Option, Question, QuestionOf } from '../../surveys/engine/definition.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { allOptions } from '../../surveys/engine/visibility.ts'
import { numberedTitle } from '../../web/numbered-title.ts'
import type { ResponseRecord } from './variable.ts'
import {
  amount,
  choice,
  type Draft,
  dateAt,
  draft,
  given,
  type Of,
  pick,
  place,
  textAt,
} from './variable-drafts.ts'

/** The variables of one question; names are given to them later, when all are known. */
export function questionVariables(question: Question, edition: Edition): Draft[] {
  const { id } = question
  const title = numberedTitle(question)
  const of = { question, title }
  const options = allOptions(question, edition)
  switch (question.kind) {
    case 'single':
      return [choice(of, id, title, options, (answer) => answer), ...otherOf({ question, title })]
    case 'scale':
    case 'consent':
      return [choice(of, id, title, options, (answer) => answer)]
    case 'multiple':
      return [...options.map((option) => pick(of, option)), ...otherOf({ question, title })]
    case 'matrix':
      return question.rows.map(({ id: row, label }) =>
        choice(of, `${id}.${row}`, `${title}：${textIn(label, 'zh-CN')}`, options, at(row)),
      )
    case 'pair':
      return question.pairs.map(({ id: pair, options }) =>
        choice(of, `${id}.${pair}`, `${title}：${labels(options)}`, options, at(pair)),
      )
    case 'rank':
      return question.options.map((option) => place(of, option))
    case 'budget': {
      const unit = textIn(question.unit, 'zh-CN')
      return question.options.map(({ id: option, label }) =>
        amount(
          of,
          `${id}.${option}`,
          `${title}：给「${textIn(label, 'zh-CN')}」几个${unit}`,
          (answer) => Number(at(option)(answer) ?? 0),
        ),
      )
    }
    case 'number': {
      const number = amount(of, id, title, (answer) => (typeof answer === 'number' ? answer : null))
      return [{ ...number, decimals: question.whole ? 0 : 2 }]
    }
    case 'date':
      return [dateAt(id, title), given(of, '选了日期没有')]
    case 'text':
      return [
        textAt(id, title, { in: 'answers', at: pathTo(id) }, ({ shown }) => shown.get(id)),
        given(of, '写了没有'),
      ]
    case 'pin':
      return pinVariables({ question, title })
    case 'drawing':
      return [
        amount(of, id, `${title}：画了几笔`, (answer) =>
          Array.isArray(answer) ? answer.length : 0,
        ),
      ]
    case 'photo': {
      const label = `${title}：交了照片没有（1 是交了）`
      return [draft(of, id, { label, measure: 'nominal', values: [] }, () => 1)]
    }
    case 'note':
      return []
  }
}

function otherOf({ question, title }: Of<QuestionOf<'single' | 'multiple'>>): Draft[] {
  if (!question.options.some(({ other }) => other)) return []
  const { id } = question
  const path = { in: 'others' as const, at: pathTo(id) }
  const find = ({ shown, response }: ResponseRecord) =>
    shown.has(id) ? response.filled.others[id] : undefined
  return [textAt(`${id}.~other`, `${title}：「其他」里写的话`, path, find)]
}

function pinVariables(of: Of<QuestionOf<'pin'>>): Draft[] {
  const { question, title } = of
  const { id, most, categories, comment } = question
  const kinds = new Map(
    categories?.map((one, at) => [one.id, [at + 1, textIn(one.label, 'zh-CN')] as const]),
  )
  return Array.from({ length: most }, (_, at) => at).flatMap((at) => {
    const pinOf = (answer: unknown): Pin | undefined =>
      Array.isArray(answer) ? answer[at] : undefined
    const label = `${title}：第 ${at + 1} 个图钉`
    const side = (part: 'x' | 'y', what: string): Draft => ({
      ...amount(
        of,
        `${id}.${at + 1}.${part}`,
        `${label}，${what}`,
        (answer) => pinOf(answer)?.[part] ?? null,
      ),
      decimals: 4,
    })
    const drafts = [side('x', '离图的左边（0–1）'), side('y', '离图的上边（0–1）')]
    if (categories)
      drafts.push(
        draft(
          of,
          `${id}.${at + 1}.category`,
          { label: `${label}，种类`, measure: 'nominal', values: [...kinds.values()].map(pairOf) },
          (answer) => kinds.get(pinOf(answer)?.category ?? '')?.[0] ?? null,
        ),
      )
    if (comment) {
      const path = { in: 'answers' as const, at: `${pathTo(id)}[${at}].comment` }
      const find = ({ shown }: ResponseRecord) => pinOf(shown.get(id))?.comment
      drafts.push(textAt(`${id}.${at + 1}.comment`, `${label}，写的话`, path, find))
    }
    return drafts
  })
}

const at =
  (key: string) =>
  (answer: Answer): unknown =>
    typeof answer === 'object' && !Array.isArray(answer) && Object.hasOwn(answer, key)
      ? answer[key]
      : undefined
const labels = (options: readonly Pick<Option, 'label'>[]) =>
  options.map(({ label }) => textIn(label, 'zh-CN')).join(' / ')
const pairOf = ([code, label]: readonly [number, string]): [number, string] => [code, label]
