import { pathTo } from '../../db/answer-path.ts'
import type { Answer, Pin } from '../../surveys/engine/answers.ts'
import type { Edition, Option, Question, QuestionOf } from '../../surveys/engine/definition.ts'
import { dayOfDate } from '../../surveys/engine/read-date.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { allOptions } from '../../surveys/engine/visibility.ts'
import { numberedTitle } from '../../web/numbered-title.ts'
import { missingCodes, missingMeantBy, missingNames } from './missing.ts'
import type { ResponseRecord, Variable } from './variable.ts'

type Draft = Omit<Variable, 'name'>
type Rest = 'label' | 'measure' | 'values'

/** The variables of one question; names are given to them later, when all are known. */
export function questionVariables(question: Question, edition: Edition): Draft[] {
  const { id } = question
  const title = numberedTitle(question)
  const codes = missingCodes(question)
  const blanks: [number, string][] = [
    [codes.unshown, missingNames.unshown],
    [codes.skipped, missingNames.skipped],
  ]
  const answered =
    (read: (answer: Answer) => number | string | null) =>
    ({ shown }: ResponseRecord) => {
      if (!shown.has(id)) return codes.unshown
      const answer = shown.get(id)
      return answer === undefined ? codes.skipped : read(answer)
    }
  const draft = (
    column: string,
    rest: Pick<Draft, Rest> & Partial<Draft>,
    read: (answer: Answer) => number | string | null,
  ): Draft => ({ column, kind: 'number', missing: blanks, read: answered(read), ...rest })

  const choice = (
    column: string,
    label: string,
    options: readonly Option[],
    pick: (answer: Answer) => unknown,
  ): Draft => {
    const coded = codesOf(options, question)
    const isMissing = ([code]: [number, string]) => code < 0
    const values = [...coded.values()]
    const measure = question.kind === 'scale' ? 'ordinal' : 'nominal'
    const missing = [...blanks, ...unlike(values.filter(isMissing))]
    const labelled = values.filter((value) => !isMissing(value))
    return draft(column, { label, measure, values: labelled, missing }, (answer) => {
      const picked = pick(answer)
      return typeof picked === 'string' ? (coded.get(picked)?.[0] ?? null) : codes.skipped
    })
  }
  const amount = (column: string, label: string, read: (answer: Answer) => number | null) =>
    draft(column, { label, measure: 'scale', values: [] }, read)
  const options = allOptions(question, edition)
  switch (question.kind) {
    case 'single':
      return [choice(id, title, options, (answer) => answer), ...otherOf(question, title)]
    case 'scale':
    case 'consent':
      return [choice(id, title, options, (answer) => answer)]
    case 'multiple': {
      const picks = options.map((option) =>
        draft(
          `${id}.${option.id}`,
          {
            label: `${title}：${textIn(option.label, 'zh-CN')}`,
            ...{ measure: 'nominal', set: { id, label: title } },
            values: [
              [0, '没选'],
              [1, '选了'],
            ],
          },
          (answer) => (Array.isArray(answer) && answer.some((one) => one === option.id) ? 1 : 0),
        ),
      )
      return [...picks, ...otherOf(question, title)]
    }
    case 'matrix':
      return question.rows.map((row) =>
        choice(
          `${id}.${row.id}`,
          `${title}：${textIn(row.label, 'zh-CN')}`,
          question.options,
          at(row.id),
        ),
      )
    case 'pair':
      return question.pairs.map((pair) =>
        choice(`${id}.${pair.id}`, `${title}：${labels(pair.options)}`, pair.options, at(pair.id)),
      )
    case 'rank':
      return question.options.map((option) =>
        draft(
          `${id}.${option.id}`,
          {
            label: `${title}：「${textIn(option.label, 'zh-CN')}」排第几`,
            ...{ measure: 'ordinal', values: [[0, '没排它']] },
          },
          (answer) => {
            const order: unknown[] = Array.isArray(answer) ? answer : []
            return order.indexOf(option.id) + 1
          },
        ),
      )
    case 'budget':
      return question.options.map((option) =>
        amount(
          `${id}.${option.id}`,
          `${title}：给「${textIn(option.label, 'zh-CN')}」几个${textIn(question.unit, 'zh-CN')}`,
          (answer) => Number(at(option.id)(answer) ?? 0),
        ),
      )
    case 'number':
      return [
        {
          ...amount(id, title, (answer) => (typeof answer === 'number' ? answer : null)),
          decimals: question.whole ? 0 : 2,
        },
      ]
    case 'date':
      return [
        {
          ...draft(id, { label: title, measure: 'scale', values: [] }, () => null),
          ...{ kind: 'date', missing: [] },
          read: ({ shown }) => {
            const day = shown.get(id)
            return typeof day === 'string' ? dayOfDate(day) : null
          },
        },
        given(id, title, '选了日期没有', answered),
      ]
    case 'text':
      return [
        textAt(id, title, { in: 'answers', at: pathTo(id) }, ({ shown }) => shown.get(id)),
        given(id, title, '写了没有', answered),
      ]
    case 'pin':
      return pinVariables(question, title, { draft, answered })
    case 'drawing':
      return [
        amount(id, `${title}：画了几笔`, (answer) => (Array.isArray(answer) ? answer.length : 0)),
      ]
    case 'photo':
      return [
        draft(
          id,
          { label: `${title}：交了照片没有（1 是交了）`, measure: 'nominal', values: [] },
          () => 1,
        ),
      ]
    case 'note':
      return []
  }
}

type Answered = (
  read: (answer: Answer) => number | string | null,
) => (record: ResponseRecord) => number | string | null

/** Says beside a text or a date why it is empty, which a text itself cannot. */
function given(id: string, title: string, what: string, answered: Answered): Draft {
  const { unshown, skipped } = missingCodes()
  return {
    ...{ column: `${id}.~given`, label: `${title}：${what}`, kind: 'number', measure: 'nominal' },
    values: [[1, '有']],
    missing: [
      [unshown, missingNames.unshown],
      [skipped, missingNames.skipped],
    ],
    read: answered(() => 1),
  }
}

function textAt(
  column: string,
  label: string,
  path: NonNullable<Variable['path']>,
  find: (record: ResponseRecord) => unknown,
): Draft {
  return {
    ...{ column, label, path, kind: 'text', measure: 'nominal', values: [], missing: [] },
    read: (record) => {
      const text = find(record)
      return typeof text === 'string' ? text : ''
    },
  }
}

function otherOf(question: QuestionOf<'single' | 'multiple'>, title: string): Draft[] {
  if (!question.options.some(({ other }) => other)) return []
  const { id } = question
  const path = { in: 'others' as const, at: pathTo(id) }
  const find = ({ shown, response }: ResponseRecord) =>
    shown.has(id) ? response.filled.others[id] : undefined
  return [textAt(`${id}.~other`, `${title}：「其他」里写的话`, path, find)]
}

interface Ways {
  draft(
    column: string,
    rest: Pick<Draft, Rest>,
    read: (answer: Answer) => number | string | null,
  ): Draft
  answered: Answered
}

function pinVariables(question: QuestionOf<'pin'>, title: string, { draft }: Ways): Draft[] {
  const { id, most, categories, comment } = question
  const kinds = new Map(
    categories?.map((one, at) => [one.id, [at + 1, textIn(one.label, 'zh-CN')] as const]),
  )
  return Array.from({ length: most }, (_, at) => at).flatMap((at) => {
    const pinOf = (answer: unknown): Pin | undefined =>
      Array.isArray(answer) ? answer[at] : undefined
    const label = `${title}：第 ${at + 1} 个图钉`
    const place = (part: 'x' | 'y', what: string): Draft => ({
      ...draft(
        `${id}.${at + 1}.${part}`,
        { label: `${label}，${what}`, measure: 'scale', values: [] },
        (answer) => pinOf(answer)?.[part] ?? null,
      ),
      decimals: 4,
    })
    const drafts = [place('x', '离图的左边（0–1）'), place('y', '离图的上边（0–1）')]
    if (categories)
      drafts.push(
        draft(
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

/** From 1 in the order of the definition; what means that somebody will not or cannot say has the code of that. */
function codesOf(options: readonly Option[], question: Question): Map<string, [number, string]> {
  const codes = missingCodes(question)
  const coded = new Map<string, [number, string]>()
  options.forEach((option, index) => {
    const meant = missingMeantBy(option, question)
    coded.set(option.id, [meant ? codes[meant] : index + 1, textIn(option.label, 'zh-CN')])
  })
  return coded
}

// Two options that mean the same silence share its code and the first one's words.
function unlike(values: [number, string][]): [number, string][] {
  return values.filter(([code], at) => values.findIndex(([other]) => other === code) === at)
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
