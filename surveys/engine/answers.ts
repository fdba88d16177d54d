import * as v from 'valibot'

/**
 * One answer: single and scale an option id · multiple option ids · matrix row id → option id ·
 * pair pair id → option id · number a number · text a string.
 */
export const AnswerSchema = v.union([
  v.string(),
  v.number(),
  v.array(v.string()),
  v.record(v.string(), v.string()),
])
export type Answer = v.InferOutput<typeof AnswerSchema>

/** Answers by question id; what was written beside "other, please write" stands in `others` under the same id. */
export interface Filled {
  answers: Record<string, Answer>
  others: Record<string, string>
}

/** How a resident's answer reached us. */
export const channels = ['qr', 'link', 'paper', 'assisted', 'kiosk'] as const
export type Channel = (typeof channels)[number]
