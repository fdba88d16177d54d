import type { Bounds, Condition } from './condition.ts'
import { conditionParts, conditionPlaces, type Place, questionPlaces } from './condition-places.ts'
import { findCycles } from './cycles.ts'
import type { Edition, Question } from './definition.ts'
import type { DefinitionProblem } from './definition-problem.ts'
import { allOptions } from './visibility.ts'

interface Reference extends Place {
  to: string
}

/** Conditions and carried lists that look forward, at nothing, or at what they cannot understand. */
export function checkReferences(path: string, edition: Edition): DefinitionProblem[] {
  const places = questionPlaces(path, edition)
  const questions = new Map(places.map(({ question }) => [question.id, question]))
  const positions = new Map(places.map(({ question, at }) => [question.id, at]))
  const problems: DefinitionProblem[] = []
  const references: Reference[] = []

  for (const place of conditionPlaces(path, edition)) {
    for (const { path, part } of conditionParts(place.path, place.condition)) {
      problems.push(...checkPart(path, part, questions, edition))
      if ('question' in part) references.push({ ...place, path, to: part.question })
    }
  }
  for (const { question, path, at } of places) {
    if (question.kind !== 'single' || question.carriedFrom === undefined) continue
    const carried = `${path}.carriedFrom`
    references.push({ path: carried, at, dependents: [question.id], to: question.carriedFrom })
    const source = questions.get(question.carriedFrom)
    if (source && source.kind !== 'multiple' && source.kind !== 'pair') {
      problems.push({ path: carried, kind: 'nothing-to-carry', about: source.id })
    }
  }
  return [...problems, ...checkDirections(references, positions)]
}

/** Every reference must point up the page; one that points down and back again is a cycle. */
function checkDirections(
  references: readonly Reference[],
  positions: ReadonlyMap<string, number>,
): DefinitionProblem[] {
  const arrows = references.flatMap(({ dependents, to }) =>
    dependents.map((from): [string, string] => [from, to]),
  )
  const cycleOf = findCycles(arrows)
  return references.flatMap(({ path, at, dependents, to }): DefinitionProblem[] => {
    const position = positions.get(to)
    if (position === undefined) return [{ path, kind: 'unknown-question', about: to }]
    if (position < at) return []
    const cycle = cycleOf.get(to)
    const circular =
      dependents.includes(to) ||
      (cycle !== undefined && dependents.some((from) => cycleOf.get(from) === cycle))
    return [{ path, kind: circular ? 'cycle' : 'forward-reference', about: to }]
  })
}

function checkPart(
  path: string,
  part: Condition,
  questions: ReadonlyMap<string, Question>,
  edition: Edition,
): DefinitionProblem[] {
  if ('all' in part) return part.all.length === 0 ? [{ path, kind: 'empty-condition' }] : []
  if ('any' in part) return part.any.length === 0 ? [{ path, kind: 'empty-condition' }] : []
  if ('not' in part) return []
  const question = questions.get(part.question)
  if (!question) return []
  if (!understands(question, part)) return [{ path, kind: 'wrong-condition', about: question.kind }]
  if ('picks' in part) return checkBounds(`${path}.picks`, part.picks)
  if ('number' in part) return checkBounds(`${path}.number`, part.number)
  if ('answered' in part) return []
  const [name, wanted] = wantedOptions(part)
  if (wanted.length === 0) return [{ path: `${path}.${name}`, kind: 'empty-condition' }]
  const known = new Set(allOptions(question, edition).map((option) => option.id))
  return wanted.flatMap((option, i) =>
    known.has(option)
      ? []
      : [
          {
            path: name === 'is' ? `${path}.is` : `${path}.${name}.${i}`,
            kind: 'unknown-option',
            about: option,
          },
        ],
  )
}

function understands(question: Question, part: Condition): boolean {
  switch (question.kind) {
    case 'single':
    case 'scale':
    case 'consent':
      return 'answered' in part || 'is' in part || 'isOneOf' in part
    case 'multiple':
    case 'matrix':
    case 'pair':
    case 'rank':
      return 'answered' in part || 'includes' in part || 'picks' in part
    case 'number':
      return 'answered' in part || 'number' in part
    case 'text':
    case 'budget':
    case 'date':
    case 'pin':
    case 'drawing':
    case 'photo':
      return 'answered' in part
    case 'note':
      return false
  }
}

function checkBounds(path: string, { atLeast, atMost }: Bounds): DefinitionProblem[] {
  if (atLeast === undefined && atMost === undefined) return [{ path, kind: 'empty-condition' }]
  const crossed = atLeast !== undefined && atMost !== undefined && atLeast > atMost
  return crossed ? [{ path, kind: 'min-above-max' }] : []
}

function wantedOptions(
  part: Extract<Condition, { is: string } | { isOneOf: string[] } | { includes: string[] }>,
): ['is' | 'isOneOf' | 'includes', readonly string[]] {
  if ('is' in part) return ['is', [part.is]]
  return 'isOneOf' in part ? ['isOneOf', part.isOneOf] : ['includes', part.includes]
}
