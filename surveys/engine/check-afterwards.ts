import { conditionPlaces, questionPlaces } from './condition-places.ts'
import type { Edition } from './definition.ts'
import type { DefinitionProblem } from './definition-problem.ts'
import { guardianConsents } from './guardian-consents.ts'
import { needsYes } from './needs-yes.ts'
import { questionsOf } from './questions.ts'
import { allOptions } from './visibility.ts'

/** What an edition promises beyond its questions: a suggestion, a contact, pinyin, a guardian's say. */
export function checkAfterwards(path: string, edition: Edition): DefinitionProblem[] {
  return [
    ...checkSuggestion(path, edition),
    ...checkPicks(`${path}.contact.after`, edition.contact?.after, edition),
    ...checkPicks(`${path}.pinyinFor`, edition.pinyinFor, edition),
    ...checkGuardians(path, edition),
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

/** Something that happens after certain picks: they must be there to be picked. */
function checkPicks(
  path: string,
  picks: Edition['pinyinFor'],
  edition: Edition,
): DefinitionProblem[] {
  if (!picks) return []
  const question = questionsOf(edition).get(picks.question)
  if (!question) return [{ path, kind: 'unknown-question', about: picks.question }]
  const known = new Set(allOptions(question, edition).map((option) => option.id))
  return picks.isAnyOf
    .filter((option) => !known.has(option))
    .map((option) => ({ path, kind: 'unknown-option', about: option }))
}

/** Guardians are asked on their own page, before the child answers anything: there is nothing to look back at. */
function checkGuardians(path: string, edition: Edition): DefinitionProblem[] {
  const conditional = new Set(
    conditionPlaces(path, edition).flatMap(({ dependents }) => dependents),
  )
  const consents = new Set(guardianConsents(edition).map(({ id }) => id))
  return questionPlaces(path, edition)
    .filter(({ question: { id } }) => consents.has(id))
    .filter(({ question: { id } }) => edition.audience !== 'child' || conditional.has(id))
    .map(({ path, question: { id } }) => ({ path, kind: 'guardian-not-asked', about: id }))
}

/** A child's drawing is asked for only where a guardian has said yes to it, apart from all else. */
function checkDrawings(path: string, edition: Edition): DefinitionProblem[] {
  if (edition.audience !== 'child') return []
  const consents = new Set(guardianConsents(edition).map(({ id }) => id))
  return questionPlaces(path, edition)
    .filter(({ question }) => question.kind === 'drawing' && !needsYes(question.showIf, consents))
    .map(({ path, question }) => ({ path, kind: 'no-guardian-consent', about: question.id }))
}
