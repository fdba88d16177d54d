import type { Edition, Question } from '../../surveys/engine/definition.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import forestCss from './forest.css?inline'
import kindsCss from './kinds.css?inline'
import css from './resident.css?inline'

/** Travels inside every resident page, so that the first view needs one round trip; the server allows it by its hash. */
export const residentStyle: string = css

/** What only the pages with growing trees need. */
export const forestStyle: string = forestCss

/** What only questionnaires with the rarer kinds of question need. */
export const kindsStyle: string = kindsCss

/** The style of an edition's pages, beside that of every page. */
export const styleOf = (edition: Edition) =>
  [...questionsOf(edition).values()].some(isRare) ? kindsStyle : undefined

function isRare(question: Question): boolean {
  switch (question.kind) {
    case 'rank':
    case 'budget':
    case 'date':
    case 'pin':
    case 'drawing':
    case 'photo':
      return true
    case 'single':
    case 'multiple':
      return question.options.some((option) => option.image)
    case 'scale':
    case 'matrix':
    case 'pair':
    case 'number':
    case 'text':
    case 'consent':
    case 'note':
      return false
  }
}
