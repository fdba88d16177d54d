import type { Edition } from '../../surveys/engine/definition.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'

/** How a form without the script is sent: with the photo in it, where one is asked for. */
export const formEncoding = (edition: Edition) =>
  [...questionsOf(edition).values()].some(({ kind }) => kind === 'photo')
    ? 'multipart/form-data'
    : undefined
