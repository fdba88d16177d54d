import * as v from 'valibot'
import { AnswerSchema, channels } from '../surveys/engine/answers.ts'

const Slug = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/))
const QuestionId = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_]{0,40}$/))
const mostAnswers = 500

/** What a phone sends, apart from the id that stands in the address. */
export const SubmissionSchema = v.strictObject({
  consultation: Slug,
  edition: v.picklist(['adult', 'child']),
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  mailbox: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{3,12}$/))),
  channel: v.picklist(channels),
  answers: v.pipe(v.record(QuestionId, AnswerSchema), v.maxEntries(mostAnswers)),
  others: v.optional(v.pipe(v.record(QuestionId, v.string()), v.maxEntries(mostAnswers)), {}),
})

/** One person's answers on their way in, from a phone's script or from a plain form. */
export type Submission = v.InferOutput<typeof SubmissionSchema> & { id: string }

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
export const isResponseId = (text: string) => uuidV4.test(text)
