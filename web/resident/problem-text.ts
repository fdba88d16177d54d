import type { Problem } from '../../surveys/engine/check.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import { words } from '../words/words.ts'
import type { Sheet } from './sheet.ts'

/** What is wrong with an answer, in a few words. */
export function problemText({ edition, locale }: Sheet, { question, kind, limit }: Problem) {
  const { kinds, problems } = words(locale)
  const isPhoto = questionsOf(edition).get(question)?.kind === 'photo'
  return isPhoto ? kinds.photoRefused : problems.kinds[kind](limit)
}
