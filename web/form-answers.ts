import type { Answer, Filled, Pin } from '../surveys/engine/answers.ts'
import type { Edition, Question, QuestionOf } from '../surveys/engine/definition.ts'
import { areaCentre } from '../surveys/engine/pin-cells.ts'

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
      return someOf(textsAt(form, id, question.rows))
    case 'pair':
      return someOf(textsAt(form, id, question.pairs))
    case 'number':
      return numberIn(textAt(form, id))
    case 'rank':
      return rankIn(question, form)
    case 'budget':
      return budgetIn(question, form)
    case 'pin':
      return someOf(pinsIn(question, form))
    case 'drawing':
      return someOf((textAt(form, id) ?? '').split(';').filter(Boolean))
    case 'single':
    case 'scale':
    case 'consent':
    case 'text':
    case 'date':
    case 'photo':
    case 'note':
      return textAt(form, id)
  }
}

// Places that contradict each other stay as they were given, so that they can be shown again.
function rankIn({ id, options }: QuestionOf<'rank'>, form: FormFields): Answer | undefined {
  const places = textsAt(form, id, options)
  const taken = Object.values(places)
  if (new Set(taken).size < taken.length) return places
  return someOf(Object.keys(places).sort((a, b) => Number(places[a]) - Number(places[b])))
}

function budgetIn({ id, options }: QuestionOf<'budget'>, form: FormFields): Answer | undefined {
  const written = textsAt(form, id, options)
  const stickers: Record<string, number> = {}
  for (const [option, text] of Object.entries(written)) {
    const given = numberIn(text)
    if (typeof given !== 'number') return written
    stickers[option] = given
  }
  return someOf(stickers)
}

/**
 * An area of the plan by its name, `C4`, or the very place as the page script has it, `0.31,0.58`. Words
 * without a place stand beside the plan: they are asked about, not lost.
 */
function pinsIn({ id, most }: QuestionOf<'pin'>, form: FormFields): Pin[] {
  const pins: Pin[] = []
  for (let n = 1; n <= most; n++) {
    const place = textAt(form, `${id}.${n}`)
    const category = textAt(form, `${id}.${n}~category`)
    const comment = textAt(form, `${id}.${n}~comment`)
    if (!place && !category && !comment) continue
    const at = areaCentre(place ?? '') ?? pointIn(place ?? '')
    pins.push({ ...at, ...(category && { category }), ...(comment && { comment }) })
  }
  return pins
}

function pointIn(place: string): { x: number; y: number } {
  const [x = Number.NaN, y = Number.NaN] = place.split(',').map(Number)
  return Number.isFinite(x + y) ? { x, y } : { x: -1, y: -1 }
}

const someOf = <Picks extends object>(picks: Picks) =>
  Object.keys(picks).length > 0 ? picks : undefined

// What is no number stays as it was written, so that it can be shown again and called what it is.
function numberIn(text: string | undefined): Answer | undefined {
  if (text === undefined) return undefined
  const plain = text.normalize('NFKC').trim()
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text
}

/** What stands in the fields `Q9.a`, `Q9.b` and so on, by the last part of their names. */
function textsAt(form: FormFields, id: string, parts: readonly { id: string }[]) {
  const texts: Record<string, string> = {}
  for (const part of parts) {
    const text = textAt(form, `${id}.${part.id}`)
    if (text) texts[part.id] = text
  }
  return texts
}

function textAt(form: FormFields, name: string): string | undefined {
  const value = form.get(name)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
