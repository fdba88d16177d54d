import type { Condition } from './condition.ts'
import type { Edition, Question } from './definition.ts'

/** Where a condition or a carried list looks back from. */
export interface Place {
  path: string
  /** Place of the question, or of the section's first question: what stands before it may be asked about. */
  at: number
  /** The questions that depend on it. */
  dependents: string[]
}

/** One show-if, where it stands. */
export interface ConditionPlace extends Place {
  condition: Condition
}

/** One question, where it stands: its path, and `at`, its place among all questions of the edition. */
export interface QuestionPlace {
  question: Question
  path: string
  at: number
}

/** The questions of an edition with the path to each. */
export function questionPlaces(path: string, edition: Edition): QuestionPlace[] {
  let at = 0
  return edition.sections.flatMap((section, s) =>
    section.questions.map((question, q) => ({
      question,
      path: `${path}.sections.${s}.questions.${q}`,
      at: at++,
    })),
  )
}

/** Every show-if of an edition, on sections, questions and options. */
export function conditionPlaces(path: string, edition: Edition): ConditionPlace[] {
  const places: ConditionPlace[] = []
  const add = (condition: Condition | undefined, place: Place) => {
    if (condition) places.push({ ...place, path: `${place.path}.showIf`, condition })
  }
  let at = 0
  edition.sections.forEach((section, s) => {
    const sectionPath = `${path}.sections.${s}`
    const dependents = section.questions.map((question) => question.id)
    add(section.showIf, { path: sectionPath, at, dependents })
    section.questions.forEach((question, q) => {
      const place = { path: `${sectionPath}.questions.${q}`, at, dependents: [question.id] }
      add(question.showIf, place)
      if (question.kind === 'single' || question.kind === 'multiple') {
        question.options.forEach((option, o) => {
          add(option.showIf, { ...place, path: `${place.path}.options.${o}` })
        })
      }
      at++
    })
  })
  return places
}

/** A condition and all it is made of, each with its path. */
export function conditionParts(
  path: string,
  condition: Condition,
): { path: string; part: Condition }[] {
  const here = { path, part: condition }
  if ('all' in condition || 'any' in condition) {
    const [name, parts] =
      'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const)
    return [here, ...parts.flatMap((part, i) => conditionParts(`${path}.${name}.${i}`, part))]
  }
  if ('not' in condition) return [here, ...conditionParts(`${path}.not`, condition.not)]
  return [here]
}
