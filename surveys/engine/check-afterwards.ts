import type { Condition } from './condition.ts'
import { questionPlaces } from './condition-places.ts'
import type { Edition } from './definition.ts'
import type { DefinitionProblem } from './definition-problem.ts'
import { questionsOf } from './questions.ts'
import { allOptions } from './visibility.ts'

/** What an edition promises beyond its questions: a suggestion, a contact, a child's drawing. */
export function checkAfterwards(path: string, edition: Edition): DefinitionProblem[] {
  return [
    ...checkSuggestion(path, edition),
    ...checkContact(path, edition),
    ...checkDrawings(path, edition),
  ]
}

function checkSuggestion(path: string, edition: Edition): DefinitionProblem[] {
  const { suggestion } = edition
  if (suggestion === undefined) return []
  const question = questionsOf(edition).get(suggestion)
  const here = { path: `${path}.suggestion`, about: suggestion }
  if (!question) return [{ ...here, kind: 'unknown-question' }]
  return question.kind === 'text' ? [] : [{ ...here, kind: 'not-a-text' }]
}

function checkContact(path: string, edition: Edition): DefinitionProblem[] {
  if (!edition.contact) return []
  const { question: id, isAnyOf } = edition.contact.after
  const question = questionsOf(edition).get(id)
  const here = `${path}.contact.after`
  if (!question) return [{ path: here, kind: 'unknown-question', about: id }]
  const known = new Set(allOptions(question, edition).map((option) => option.id))
  return isAnyOf
    .filter((option) => !known.has(option))
    .map((option) => ({ path: here, kind: 'unknown-option', about: option }))
}

/** A child's drawing is asked for only where a guardian has said yes to it, apart from all else. */
function checkDrawings(path: string, edition: Edition): DefinitionProblem[] {
  if (edition.audience !== 'child') return []
  const consents = new Set(
    [...questionsOf(edition).values()]
      .filter((question) => question.kind === 'consent' && question.by === 'guardian')
      .map(({ id }) => id),
  )
  return questionPlaces(path, edition)
    .filter(({ question }) => question.kind === 'drawing' && !needsYes(question.showIf, consents))
    .map(({ path, question }) => ({ path, kind: 'no-guardian-consent', about: question.id }))
}

function needsYes(condition: Condition | undefined, consents: ReadonlySet<string>): boolean {
  if (!condition) return false
  if ('all' in condition) return condition.all.some((part) => needsYes(part, consents))
  return 'is' in condition && condition.is === 'yes' && consents.has(condition.question)
}
