import { assets } from 'virtual:assets'
import type { Edition, Question } from '../../../surveys/engine/definition.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { kindsStyle } from '../style.ts'

/** What the pages of this edition need beside what every page has. Most need nothing. */
export function needsOf(edition: Edition, shared = false): { style?: string; scripts: string[] } {
  const rare = [...questionsOf(edition).values()].some(isRare)
  const scripts = [...(rare ? [assets.kindsScript] : []), ...(shared ? [assets.sessionScript] : [])]
  return rare ? { style: kindsStyle, scripts } : { scripts }
}

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
