import * as v from 'valibot'
import { type Answer, channels } from '../../surveys/engine/answers.ts'
import { idPattern, slugPattern, typedCodePattern } from '../../surveys/engine/ids.ts'
import { uuidPattern } from '../../surveys/engine/uuid.ts'
import { AssistanceSchema } from './assistance.ts'

const Slug = v.pipe(v.string(), v.regex(slugPattern))
const mostAnswers = 500

/** What a phone sends, apart from the id that stands in the address. */
export const SubmissionSchema = v.strictObject({
  consultation: Slug,
  edition: v.picklist(['adult', 'child']),
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  mailbox: v.optional(v.pipe(v.string(), v.regex(typedCodePattern))),
  channel: v.picklist(channels),
  answers: v.custom<Record<string, Answer>>((value) => isRecordOf(value, isAnswer)),
  others: v.optional(
    v.custom<Record<string, string>>((value) => isRecordOf(value, isText)),
    {},
  ),
  assistance: v.optional(AssistanceSchema),
  /** How long the page was open: much too fast is looked at by a person, and never refused. */
  seconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400))),
})

// By hand, because a union tried kind by kind for every answer costs more than all the rest of a submission's checks.
function isAnswer(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'number') return true
  if (Array.isArray(value)) return value.every(isText) || value.every(isPin)
  return isRecord(value) && (areAll(value, isText) || areAll(value, isNumber))
}

function isPin(value: unknown): boolean {
  if (!isRecord(value)) return false
  const { x, y, category = '', comment = '', ...rest } = value
  const known = isNumber(x) && isNumber(y) && isText(category) && isText(comment)
  return known && Object.keys(rest).length === 0
}

function isRecordOf(value: unknown, isRight: (inner: unknown) => boolean): boolean {
  if (!isRecord(value)) return false
  const ids = Object.keys(value)
  return ids.length <= mostAnswers && ids.every((id) => idPattern.test(id) && isRight(value[id]))
}

const isText = (value: unknown) => typeof value === 'string'
const isNumber = (value: unknown) => typeof value === 'number' && !Number.isNaN(value)
const areAll = (value: Record<string, unknown>, isRight: (part: unknown) => boolean) =>
  Object.values(value).every(isRight)
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One person's answers on their way in, from a phone's script or from a plain form. */
export type Submission = v.InferOutput<typeof SubmissionSchema> & { id: string }

export const isResponseId = (text: string) => uuidPattern.test(text)
