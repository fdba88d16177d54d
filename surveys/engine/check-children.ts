import { questionPlaces } from './condition-places.ts'
import type { Edition, Question } from './definition.ts'
import type { DefinitionProblem } from './definition-problem.ts'
import { asksWhoTheyAre } from './identifying-words.ts'
import { dayOfDate, isDay } from './read-date.ts'

/**
 * What a children's edition may not ask, because it says who the child is (children's rules; PIPL 28, 31), and
 * how much it may ask of a child at all.
 */
export function checkChildren(path: string, edition: Edition): DefinitionProblem[] {
  if (edition.audience !== 'child') return []
  const problems: DefinitionProblem[] = []
  if (edition.contact) problems.push({ path: `${path}.contact`, kind: 'not-for-children' })
  // A suggestion is read, handed on and published word for word; of children only counts may be.
  if (edition.suggestion !== undefined)
    problems.push({ path: `${path}.suggestion`, kind: 'not-for-children' })
  if (edition.minutes > most.minutes) {
    problems.push(tooMuch(`${path}.minutes`, most.minutes))
  }
  const places = questionPlaces(path, edition)
  if (countedQuestions(places.map(({ question }) => question)) > most.questions) {
    problems.push(tooMuch(`${path}.sections`, most.questions))
  }
  for (const { path, question } of places) {
    const { id: about } = question
    if (identifies(question)) problems.push({ path, kind: 'not-for-children', about })
    problems.push(...checkAmount(path, question))
  }
  return problems
}

/** Nine questions, four minutes, six pictures to choose from and three picks: more, and a child taps anything. */
const most = { minutes: 4, questions: 9, pictures: 6, picks: 3, points: 5 }

const tooMuch = (path: string, limit: number): DefinitionProblem => ({
  ...{ path, kind: 'too-much-for-children', about: String(limit) },
})

// A photo shows faces and doors, a free date is a birthday, a long number a telephone's; words beside a pin say
// whose door it is.
function identifies(question: Question): boolean {
  switch (question.kind) {
    case 'photo':
      return true
    case 'date':
      return !isWithinWeeks(question)
    case 'pin':
      return question.comment !== undefined || asksWhoTheyAre(question)
    case 'number':
      return question.max === undefined || question.max > 9999 || asksWhoTheyAre(question)
    case 'text':
      return asksWhoTheyAre(question)
    case 'single':
    case 'multiple':
      return question.options.some(({ other }) => other) && asksWhoTheyAre(question)
    case 'matrix':
    case 'scale':
    case 'pair':
    case 'rank':
    case 'budget':
    case 'drawing':
    case 'consent':
    case 'note':
      return false
  }
}

const mostDays = 92

/** A season to choose a day from holds few birthdays, and asks for none. */
function isWithinWeeks({ min, max }: { min?: string | undefined; max?: string | undefined }) {
  if (min === undefined || max === undefined || !isDay(min) || !isDay(max)) return false
  return dayOfDate(max) - dayOfDate(min) < mostDays
}

function checkAmount(path: string, question: Question): DefinitionProblem[] {
  switch (question.kind) {
    case 'single':
      return checkPictures(path, question.options)
    case 'multiple':
      return [
        ...checkPictures(path, question.options),
        ...checkPicks(`${path}.max`, question.max ?? question.options.length),
      ]
    case 'rank':
      return checkPicks(`${path}.most`, question.most ?? question.options.length)
    case 'scale':
      return question.points.length > most.points ? [tooMuch(`${path}.points`, most.points)] : []
    case 'matrix':
      return question.options.length > most.points ? [tooMuch(`${path}.options`, most.points)] : []
    case 'pair':
    case 'number':
    case 'text':
    case 'budget':
    case 'date':
    case 'pin':
    case 'drawing':
    case 'photo':
    case 'consent':
    case 'note':
      return []
  }
}

function checkPictures(path: string, options: readonly { picture?: unknown; image?: unknown }[]) {
  const shown = options.filter(({ picture, image }) => picture ?? image).length
  return shown > most.pictures ? [tooMuch(`${path}.options`, most.pictures)] : []
}

const checkPicks = (path: string, picks: number) =>
  picks > most.picks ? [tooMuch(path, most.picks)] : []

// What a guardian is asked is not asked of the child, and "who filled this in" stands outside the count.
function countedQuestions(questions: readonly Question[]): number {
  const asked = questions.filter(
    (question) =>
      question.kind !== 'note' && !(question.kind === 'consent' && question.by === 'guardian'),
  )
  return asked.length - (asked.some(({ number }) => number === undefined) ? 1 : 0)
}
