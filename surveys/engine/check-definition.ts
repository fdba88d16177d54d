import { checkAfterwards } from './check-afterwards.ts'
import { checkChildren } from './check-children.ts'
import { checkIds } from './check-ids.ts'
import { checkLimits } from './check-limits.ts'
import { checkReach } from './check-reach.ts'
import { checkReferences } from './check-references.ts'
import { checkTopics } from './check-topics.ts'
import { conditionParts, conditionPlaces } from './condition-places.ts'
import type { Consultation, Edition } from './definition.ts'
import type { DefinitionProblem } from './definition-problem.ts'

const questionLimit = 300
const conditionLimit = 2000

/** Everything wrong with a consultation of the right shape; nothing, if it can be published. */
export function checkDefinition(consultation: Consultation): DefinitionProblem[] {
  const { editions } = consultation
  const crowded = editions.flatMap((edition, i) => checkSize(`editions.${i}`, edition))
  if (crowded.length > 0) return crowded
  return [
    ...checkIds(consultation),
    ...editions.flatMap((edition, i) => checkEdition(`editions.${i}`, edition)),
    ...checkTopics(consultation),
  ]
}

/** What is wrong with one edition, whatever stands beside it. */
export function checkEdition(path: string, edition: Edition): DefinitionProblem[] {
  const astray = checkReferences(path, edition)
  return [
    ...checkAssent(path, edition),
    ...checkLimits(path, edition),
    ...checkAfterwards(path, edition),
    ...checkChildren(path, edition),
    ...astray,
    // What a condition leads to can only be said once it is known what it looks at.
    ...(astray.length === 0 ? checkReach(path, edition) : []),
  ]
}

/** A child is asked too, in words of its own, after its guardian agreed. */
function checkAssent(path: string, { audience, assent }: Edition): DefinitionProblem[] {
  return audience === 'child' && !assent ? [{ path, kind: 'missing-assent' }] : []
}

function checkSize(path: string, edition: Edition): DefinitionProblem[] {
  const questions = edition.sections.reduce((sum, section) => sum + section.questions.length, 0)
  if (questions > questionLimit) {
    return [{ path, kind: 'too-many-questions', about: String(questionLimit) }]
  }
  const conditions = conditionPlaces(path, edition).reduce(
    (sum, place) => sum + conditionParts(place.path, place.condition).length,
    0,
  )
  return conditions > conditionLimit
    ? [{ path, kind: 'too-many-conditions', about: String(conditionLimit) }]
    : []
}
