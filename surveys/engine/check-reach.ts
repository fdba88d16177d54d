import type { Condition } from './condition.ts'
import type { Edition, Option, Question } from './definition.ts'
import type { DefinitionProblem } from './definition-problem.ts'
import { canGrant } from './granting.ts'
import { allOptions } from './visibility.ts'
import { isNeeded, join, type Way, wayLimit, waysToMeet, wishFor } from './wishes.ts'

/**
 * Sections, questions and options that nobody can ever be shown. Each condition is followed back
 * through the questions it needs answered, as far as that can be decided with little work.
 */
export function checkReach(path: string, edition: Edition): DefinitionProblem[] {
  const survey: Survey = { edition, questions: new Map(), ways: new Map(), work: 0 }
  const problems: DefinitionProblem[] = []
  edition.sections.forEach((section, s) => {
    const sectionPath = `${path}.sections.${s}`
    const toSection = narrow(survey, [new Map()], section.showIf)
    if (toSection.length === 0) {
      problems.push({ path: `${sectionPath}.showIf`, kind: 'never-shown', about: section.id })
    }
    section.questions.forEach((question, q) => {
      const questionPath = `${sectionPath}.questions.${q}`
      const ways = waysTo(survey, question, toSection)
      survey.questions.set(question.id, question)
      survey.ways.set(question.id, ways)
      if (toSection.length === 0) return
      if (ways.length === 0) {
        problems.push({ path: questionPath, kind: 'never-shown', about: question.id })
        return
      }
      optionsOf(question).forEach((option, o) => {
        if (narrow(survey, ways, option.showIf).length > 0) return
        const about = `${question.id}.${option.id}`
        problems.push({ path: `${questionPath}.options.${o}`, kind: 'never-shown', about })
      })
    })
  })
  return problems
}

interface Survey {
  edition: Edition
  questions: Map<string, Question>
  /** How each question further up can be reached. */
  ways: Map<string, readonly Way[]>
  work: number
}

/** Wishes followed back before only plain contradictions are looked for; some ten milliseconds. */
const workLimit = 25_000

function waysTo(survey: Survey, question: Question, from: readonly Way[]): readonly Way[] {
  const every = allOptions(question, survey.edition)
  const isChoice = question.kind === 'single' || question.kind === 'multiple'
  if (isChoice && every.length === 0) return []
  const ways = narrow(survey, from, question.showIf)
  if (question.kind !== 'single' || !question.carriedFrom || question.options.length > 0) {
    return ways
  }
  return combine(survey, ways, carrying(survey, question.carriedFrom, every))
}

/** The ways among these in which the condition is met as well. */
function narrow(
  survey: Survey,
  from: readonly Way[],
  condition: Condition | undefined,
): readonly Way[] {
  const ways = condition && waysToMeet(condition)
  if (!ways) return from
  const more = ways.filter((way) => [...way.keys()].every((id) => isPossible(survey, way, id)))
  if (more.length * from.length > wayLimit) return from
  return more.flatMap((way) => withWhatItNeeds(survey, combine(survey, from, [way]), way))
}

/** To be answered, a question must be shown; and what was carried must have been picked before. */
function withWhatItNeeds(survey: Survey, from: readonly Way[], asked: Way): readonly Way[] {
  let ways = from
  for (const [id, wish] of asked) {
    const question = survey.questions.get(id)
    if (!question || !isNeeded(wish)) continue
    ways = combine(survey, ways, survey.ways.get(id) ?? [])
    if (question.kind !== 'single' || !question.carriedFrom) continue
    const mine = new Set(question.options.map((option) => option.id))
    for (const hit of wish.hits) {
      if (hit.some((option) => mine.has(option))) continue
      const options = allOptions(question, survey.edition).filter(({ id }) => hit.includes(id))
      ways = combine(survey, ways, carrying(survey, question.carriedFrom, options))
    }
  }
  return ways
}

function carrying(survey: Survey, from: string, options: readonly { id: string }[]): Way[] {
  const way = new Map([[from, wishFor(options.map((option) => option.id))]])
  return [...combine(survey, [way], survey.ways.get(from) ?? [new Map()])]
}

/** Every way here together with every way there, where the two do not contradict each other. */
function combine(survey: Survey, here: readonly Way[], there: readonly Way[]): readonly Way[] {
  if (here.length * there.length > wayLimit) return here
  const combined: Way[] = []
  for (const a of here) {
    for (const b of there) {
      survey.work += a.size + b.size
      if (survey.work > workLimit) return here
      const way = join(a, b)
      if ([...b.keys()].every((id) => isPossible(survey, way, id))) combined.push(way)
    }
  }
  return combined
}

function isPossible({ questions, edition }: Survey, way: Way, id: string): boolean {
  const question = questions.get(id)
  const wish = way.get(id)
  return !question || !wish || canGrant(wish, question, edition)
}

function optionsOf(question: Question): readonly Option[] {
  return question.kind === 'single' || question.kind === 'multiple' ? question.options : []
}
