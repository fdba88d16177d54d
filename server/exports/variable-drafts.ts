import type { Answer } from '../../surveys/engine/answers.ts'
import type { Option, Question } from '../../surveys/engine/definition.ts'
import { dayOfDate } from '../../surveys/engine/read-date.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { missingCodes, missingMeantBy, missingNames } from './missing.ts'
import type { ResponseRecord, Variable } from './variable.ts'

/** A variable that has no name yet. */
export type Draft = Omit<Variable, 'name'>

/** The question a variable is of, with its title as the variable's label begins. */
export interface Of<Kind extends Question = Question> {
  question: Kind
  title: string
}

type Read = (answer: Answer) => number | string | null

/** A number with a code of its own for those who were not asked, and for those who left it out. */
export function draft(
  { question }: Of,
  column: string,
  rest: Pick<Draft, 'label' | 'measure' | 'values'> & Partial<Draft>,
  read: Read,
): Draft {
  const codes = missingCodes(question)
  return {
    column,
    kind: 'number',
    missing: blanksOf(question),
    read: ({ shown }) => {
      if (!shown.has(question.id)) return codes.unshown
      const answer = shown.get(question.id)
      return answer === undefined ? codes.skipped : read(answer)
    },
    ...rest,
  }
}

function blanksOf(question: Question): [number, string][] {
  const { unshown, skipped } = missingCodes(question)
  return [
    [unshown, missingNames.unshown],
    [skipped, missingNames.skipped],
  ]
}

/** One of several options, by its code. */
export function choice(
  of: Of,
  column: string,
  label: string,
  options: readonly Option[],
  pickOf: (answer: Answer) => unknown,
): Draft {
  const { question } = of
  const { skipped } = missingCodes(question)
  const coded = codesOf(options, question)
  const isMissing = ([code]: [number, string]) => code < 0
  const all = [...coded.values()]
  const measure = question.kind === 'scale' ? 'ordinal' : 'nominal'
  const missing = [...blanksOf(question), ...unlike(all.filter(isMissing))]
  const values = all.filter((value) => !isMissing(value))
  return draft(of, column, { label, measure, values, missing }, (answer) => {
    const picked = pickOf(answer)
    return typeof picked === 'string' ? (coded.get(picked)?.[0] ?? null) : skipped
  })
}

/** Whether an option of several was picked. */
export function pick(of: Of, option: Option): Draft {
  const { id } = of.question
  const values: Draft['values'] = [
    [0, '没选'],
    [1, '选了'],
  ]
  const label = `${of.title}：${textIn(option.label, 'zh-CN')}`
  const set = { id, label: of.title }
  return draft(of, `${id}.${option.id}`, { label, measure: 'nominal', values, set }, (answer) =>
    Array.isArray(answer) && answer.some((one) => one === option.id) ? 1 : 0,
  )
}

/** Where an option stands in somebody's order. */
export function place(of: Of, { id, label: words }: Pick<Option, 'id' | 'label'>): Draft {
  const label = `${of.title}：「${textIn(words, 'zh-CN')}」排第几`
  const values: Draft['values'] = [[0, '没排它']]
  return draft(of, `${of.question.id}.${id}`, { label, measure: 'ordinal', values }, (answer) => {
    const order: unknown[] = Array.isArray(answer) ? answer : []
    return order.indexOf(id) + 1
  })
}

export const amount = (of: Of, column: string, label: string, read: Read) =>
  draft(of, column, { label, measure: 'scale', values: [] }, read)

/** Says beside a text or a date why it is empty, which these cannot say themselves. */
export function given(of: Of, what: string): Draft {
  const label = `${of.title}：${what}`
  const values: Draft['values'] = [[1, '有']]
  return draft(of, `${of.question.id}.~given`, { label, measure: 'nominal', values }, () => 1)
}

export function dateAt(id: string, label: string): Draft {
  return {
    column: id,
    label,
    kind: 'date',
    measure: 'scale',
    values: [],
    missing: [],
    read: ({ shown }) => {
      const day = shown.get(id)
      return typeof day === 'string' ? dayOfDate(day) : null
    },
  }
}

export function textAt(
  column: string,
  label: string,
  path: NonNullable<Variable['path']>,
  find: (record: ResponseRecord) => unknown,
): Draft {
  return {
    column,
    label,
    path,
    kind: 'text',
    measure: 'nominal',
    values: [],
    missing: [],
    read: (record) => {
      const text = find(record)
      return typeof text === 'string' ? text : ''
    },
  }
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
