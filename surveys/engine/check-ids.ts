import { questionPlaces } from './condition-places.ts'
import type { Consultation, Edition, Question } from './definition.ts'
import type { DefinitionProblem } from './definition-problem.ts'

/** Ids that two things share, and ids that every object already answers to. */
export function checkIds(consultation: Consultation): DefinitionProblem[] {
  return [
    ...checkList('neighbourhoods', consultation.neighbourhoods),
    ...checkCodes(consultation),
    ...checkAudiences(consultation),
    ...checkList('topics', consultation.topics),
    ...consultation.topics.flatMap((topic, i) => checkList(`topics.${i}.items`, topic.items)),
    ...consultation.editions.flatMap((edition, i) => checkEditionIds(`editions.${i}`, edition)),
  ]
}

interface Named {
  id: string
  path: string
}

function checkList(path: string, list: readonly { id: string }[]): DefinitionProblem[] {
  return checkNames(named(path, list))
}

function named(path: string, list: readonly { id: string }[]): Named[] {
  return list.map(({ id }, i) => ({ id, path: `${path}.${i}` }))
}

function checkNames(list: readonly Named[]): DefinitionProblem[] {
  const reserved = list
    .filter(({ id }) => inherited.has(id))
    .map(({ id, path }) => ({ path, kind: 'reserved-id' as const, about: id }))
  return [...reserved, ...repeated(list, 'duplicate-id')]
}

const inherited = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype'])

// A question is found on its page by its id, and read from the form by it; these are there already.
const taken = new Set([
  ...[
    'main',
    'form',
    'sheet',
    'summary',
    'outbox',
    'letters',
    'receipt',
    'code',
    'session',
    'still',
  ],
  ...['id', 'v', 'm', 'a', 'channel', 'agree', 'grant', 'blank', 'pinyin', 'praise', 'told'],
])

function repeated(list: readonly Named[], kind: DefinitionProblem['kind']): DefinitionProblem[] {
  const seen = new Set<string>()
  return list.flatMap(({ id, path }) => {
    const name = lookalike(id)
    if (seen.has(name)) return [{ path, kind, about: id }]
    seen.add(name)
    return []
  })
}

/** Q1 and q1, é composed and é decomposed: the same to a reader, and to some file systems. */
function lookalike(id: string): string {
  return id.normalize('NFKC').toLowerCase()
}

function checkCodes({ neighbourhoods }: Consultation): DefinitionProblem[] {
  const codes = neighbourhoods.flatMap(({ mailboxes }, n) =>
    mailboxes.map(({ code }, m) => ({ id: code, path: `neighbourhoods.${n}.mailboxes.${m}` })),
  )
  return repeated(codes, 'duplicate-mailbox')
}

function checkAudiences({ editions }: Consultation): DefinitionProblem[] {
  const audiences = editions.map(({ audience }, i) => ({ id: audience, path: `editions.${i}` }))
  return repeated(audiences, 'duplicate-audience')
}

function checkEditionIds(path: string, edition: Edition): DefinitionProblem[] {
  const questions = questionPlaces(path, edition)
  const byId = new Map(questions.map(({ question }) => [question.id, question]))
  return [
    ...checkList(`${path}.sections`, edition.sections),
    ...checkNames(questions.map(({ question, path }) => ({ id: question.id, path }))),
    ...questions
      .filter(({ question }) => taken.has(question.id))
      .map(({ question, path }) => ({ path, kind: 'reserved-id' as const, about: question.id })),
    ...questions.flatMap(({ question, path }) => checkWithin(path, question, byId)),
  ]
}

function checkWithin(
  path: string,
  question: Question,
  byId: ReadonlyMap<string, Question>,
): DefinitionProblem[] {
  switch (question.kind) {
    case 'single': {
      const source = question.carriedFrom ? byId.get(question.carriedFrom) : undefined
      const carried = source ? namesIn(source) : []
      return checkNames([...carried, ...named(`${path}.options`, question.options)])
    }
    case 'multiple':
    case 'rank':
    case 'budget':
      return checkList(`${path}.options`, question.options)
    case 'pin':
      return checkList(`${path}.categories`, question.categories ?? [])
    case 'matrix':
      return [
        ...checkList(`${path}.rows`, question.rows),
        ...checkList(`${path}.options`, question.options),
      ]
    case 'scale': {
      const dontKnow = question.dontKnow ? [{ ...question.dontKnow, path: `${path}.dontKnow` }] : []
      return checkNames([...named(`${path}.points`, question.points), ...dontKnow])
    }
    case 'pair':
      return [
        ...checkList(`${path}.pairs`, question.pairs),
        ...checkNames(
          question.pairs.flatMap((pair, i) => named(`${path}.pairs.${i}.options`, pair.options)),
        ),
      ]
    case 'number':
    case 'text':
    case 'date':
    case 'drawing':
    case 'photo':
    case 'consent':
    case 'note':
      return []
  }
}

/** What another question would carry on; its own faults are reported where it stands. */
function namesIn(source: Question): Named[] {
  const options =
    source.kind === 'multiple'
      ? source.options
      : source.kind === 'pair'
        ? source.pairs.flatMap((pair) => pair.options)
        : []
  const ids = new Set(options.map((option) => option.id).filter((id) => !inherited.has(id)))
  return [...ids].map((id) => ({ id, path: '' }))
}
