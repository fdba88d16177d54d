import type { Answer, Filled } from '../surveys/engine/answers.ts'
import type { Edition, Question } from '../surveys/engine/definition.ts'

/** What both the browser's and the server's FormData can do. */
export interface FormFields {
  get(name: string): unknown
  getAll(name: string): unknown[]
}

/** The answers in a filled form, as they were given: nothing is checked here, only named and shaped. */
export function filledFromForm(edition: Edition, form: FormFields): Filled {
  const answers: Record<string, Answer> = {}
  const others: Record<string, string> = {}
  for (const section of edition.sections) {
    for (const question of section.questions) {
      const answer = answerIn(question, form)
      if (answer !== undefined) answers[question.id] = answer
      const other = textAt(form, `${question.id}~other`)
      if (other) others[question.id] = other
    }
  }
  return { answers, others }
}

function answerIn(question: Question, form: FormFields): Answer | undefined {
  const { id, kind } = question
  switch (kind) {
    case 'multiple':
      return someOf(form.getAll(id).filter((pick) => typeof pick === 'string'))
    case 'matrix':
    case 'pair': {
      const picks: Record<string, string> = {}
      for (const row of kind === 'matrix' ? question.rows : question.pairs) {
        const pick = textAt(form, `${id}.${row.id}`)
        if (pick) picks[row.id] = pick
      }
      return someOf(picks)
    }
    case 'number':
      return numberIn(textAt(form, id))
    case 'single':
    case 'scale':
    case 'text':
    case 'note':
      return textAt(form, id)
  }
}

const someOf = <Picks extends object>(picks: Picks) =>
  Object.keys(picks).length > 0 ? picks : undefined

// What is no number stays as it was written, so that it can be shown again and called what it is.
function numberIn(text: string | undefined): Answer | undefined {
  if (text === undefined) return undefined
  const plain = text.normalize('NFKC').trim()
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text
}

function textAt(form: FormFields, name: string): string | undefined {
  const value = form.get(name)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
