import type { Answer, Filled } from '../../../surveys/engine/answers.ts'
import type { Edition, Question } from '../../../surveys/engine/definition.ts'
import { allOptions, visibleQuestions } from '../../../surveys/engine/visibility.ts'
import { offeredOptions } from '../engine/offered-options.ts'

/** The questionnaire as it was drafted speaks of ①, ②, ③: option 1, 2, 3 of a question; 0 is no answer. */
export type Numbered = Record<string, number | readonly number[]>

export function question(edition: Edition, id: string): Question {
  const found = edition.sections.flatMap((section) => section.questions).find((q) => q.id === id)
  if (!found) throw new Error(`no question ${id}`)
  return found
}

/** The option ids of a question, in the order of the draft. */
export function idsOf(edition: Edition, id: string): string[] {
  return allOptions(question(edition, id), edition).map((option) => option.id)
}

/** Answers given by number: one for a single choice, a list for several. */
export function numbered(edition: Edition, given: Numbered): Filled {
  const answers: Record<string, Answer> = {}
  for (const [id, value] of Object.entries(given)) {
    const ids = idsOf(edition, id)
    const named = (n: number) => ids[n - 1] ?? `no option ${n}`
    if (typeof value !== 'number') answers[id] = value.map(named)
    else if (value > 0) answers[id] = named(value)
  }
  return { answers, others: {} }
}

/** The ids of the questions that are asked, in order. */
export function asked(edition: Edition, filled: Filled): string[] {
  return visibleQuestions(edition, filled).map((shown) => shown.id)
}

/** The labels that can be picked in Chinese, as they stand on the page. */
export function offered(edition: Edition, id: string, filled: Filled): string[] {
  return offeredOptions(question(edition, id), edition, filled).map(
    (option) => option.label['zh-CN'] ?? '',
  )
}

export function labels(edition: Edition, id: string): string[] {
  return allOptions(question(edition, id), edition).map((option) => option.label['zh-CN'] ?? '')
}

/** Every list of different numbers from 1 to `most`, no longer than `length`. */
export function choices(most: number, length: number, from = 1): number[][] {
  if (length === 0 || from > most) return [[]]
  const without = choices(most, length, from + 1)
  return [...choices(most, length - 1, from + 1).map((rest) => [from, ...rest]), ...without]
}
