import type { Edition, Question } from './definition.ts'

const indexes = new WeakMap<Edition, Map<string, Question>>()

/** Every question of an edition by its id, in questionnaire order, notes included. */
export function questionsOf(edition: Edition): ReadonlyMap<string, Question> {
  let index = indexes.get(edition)
  if (!index) {
    index = new Map()
    for (const section of edition.sections) {
      for (const question of section.questions) index.set(question.id, question)
    }
    // Walked for every answer that is checked, so it is worth keeping; an edition never changes.
    indexes.set(edition, index)
  }
  return index
}
