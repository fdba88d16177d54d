import type { Answer, Filled } from './answers.ts'
import type { Edition, Option, Question } from './definition.ts'
import { holds, type Known } from './holds.ts'
import { picked } from './picked.ts'
import { questionsOf } from './questions.ts'
import { readAnswer } from './read-answer.ts'
import type { Fault } from './reading.ts'

/** A question the resident comes to: what can be picked there, what was answered, what is wrong with it. */
export interface Step {
  question: Question
  options: readonly Option[]
  answer?: Answer
  fault?: Fault
}

/** Every question the resident comes to, in order, with what was answered there. */
export function journey(edition: Edition, filled: Filled): Step[] {
  // A Map, because an object would also answer to the names that every object inherits.
  const raw = new Map<string, unknown>(Object.entries(filled.answers))
  const steps: Step[] = []
  walk(edition, (question, options, every) => {
    const reading = readAnswer(question, options, every, raw.get(question.id))
    steps.push({ question, options, ...reading })
    return reading.answer
  })
  return steps
}

/**
 * Walks the questionnaire once from top to bottom. A condition sees only answers above it that were
 * themselves shown, so there is one outcome for every definition, and it always ends.
 */
export function walk(
  edition: Edition,
  visit: (
    question: Question,
    options: readonly Option[],
    every: readonly Option[],
  ) => Answer | undefined,
  known = new Map<string, Answer | undefined>(),
): void {
  for (const section of edition.sections) {
    if (section.showIf && !holds(section.showIf, known)) continue
    for (const question of section.questions) {
      if (question.showIf && !holds(question.showIf, known)) continue
      const every = allOptions(question, edition)
      const options = offered(question, every, known)
      if (options.length === 0 && isChoice(question)) continue
      const answer = visit(question, options, every)
      if (answer !== undefined) known.set(question.id, answer)
    }
  }
}

/** The questions a resident with these answers is shown, in order, notes included. */
export function visibleQuestions(edition: Edition, filled: Filled): Question[] {
  return journey(edition, filled).map((step) => step.question)
}

const everyOption = new WeakMap<Edition, Map<Question, readonly Option[]>>()

/**
 * Every option that could ever be offered, in definition order: what columns, tables and codebook
 * count on. Carried options come first; a scale's "don't know" comes last; pairs are laid end to end.
 */
export function allOptions(question: Question, edition: Edition): readonly Option[] {
  let lists = everyOption.get(edition)
  if (!lists) {
    lists = new Map()
    everyOption.set(edition, lists)
  }
  let list = lists.get(question)
  if (!list) {
    list = listOptions(question, edition)
    lists.set(question, list)
  }
  return list
}

function isChoice({ kind }: Question): boolean {
  return kind === 'single' || kind === 'multiple'
}

function offered(question: Question, every: readonly Option[], known: Known): readonly Option[] {
  if (question.kind !== 'single' && question.kind !== 'multiple') return every
  const from = question.kind === 'single' ? question.carriedFrom : undefined
  if (from === undefined && !question.options.some((option) => option.showIf)) return every
  const picks = from === undefined ? [] : picked(known.get(from))
  const mine: readonly Option[] = question.options
  return every.filter((option) =>
    mine.includes(option)
      ? !option.showIf || holds(option.showIf, known)
      : picks.includes(option.id),
  )
}

function listOptions(question: Question, edition: Edition): readonly Option[] {
  switch (question.kind) {
    case 'single':
      return [...carriedOptions(question.carriedFrom, edition), ...question.options]
    case 'multiple':
    case 'matrix':
    case 'rank':
    case 'budget':
      return question.options
    case 'scale':
      return question.dontKnow ? [...question.points, question.dontKnow] : question.points
    case 'pair':
      return question.pairs.flatMap((pair) => pair.options)
    case 'consent':
      return [
        { id: 'yes', label: question.agree },
        { id: 'no', label: question.decline },
      ]
    case 'number':
    case 'text':
    case 'date':
    case 'pin':
    case 'drawing':
    case 'photo':
    case 'note':
      return []
  }
}

/** "None of these" is not carried on, and nobody is asked to write the same words twice. */
function carriedOptions(from: string | undefined, edition: Edition): Option[] {
  const source = from === undefined ? undefined : questionsOf(edition).get(from)
  if (source?.kind !== 'multiple' && source?.kind !== 'pair') return []
  const options: readonly Option[] = allOptions(source, edition)
  return options
    .filter((option) => !option.exclusive)
    .map(({ id, label, picture }) => ({ id, label, ...(picture && { picture }) }))
}
