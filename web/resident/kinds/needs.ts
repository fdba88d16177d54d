import { assets } from 'virtual:assets'
import type { Edition, Question } from '../../../surveys/engine/definition.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { kindsStyle } from '../style.ts'

/** What the pages of this edition need instead of what every page has, or beside it. Most need nothing. */
export const needsOf = (edition: Edition): { style?: string; script?: string | undefined } => ({
  ...(isAnyRare(edition) && { style: kindsStyle }),
  script: scriptFor([edition]),
})

/** The page script that serves all of these editions, so that from the cover on a phone fetches one. */
export const scriptFor = (editions: readonly Edition[]): string | undefined =>
  editions.some(isAnyRare) ? assets.kindsScript : undefined

const isAnyRare = (edition: Edition) => [...questionsOf(edition).values()].some(isRare)

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
