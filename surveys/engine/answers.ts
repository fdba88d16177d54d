import * as v from 'valibot'

/** A place on a plan: 0…1 from the left and from the top. */
const PinSchema = v.strictObject({
  x: v.number(),
  y: v.number(),
  category: v.optional(v.string()),
  comment: v.optional(v.string()),
})
export type Pin = v.InferOutput<typeof PinSchema>

/**
 * One answer: single and scale an option id · consent `yes` or `no` · multiple option ids · matrix row
 * id → option id · pair pair id → option id · rank option ids, the dearest first · budget option id →
 * stickers · number a number · text a string · date `2026-03-02` · pin places on the plan · drawing its
 * strokes · photo the photo's own id.
 */
export const AnswerSchema = v.union([
  v.string(),
  v.number(),
  v.array(v.string()),
  v.record(v.string(), v.string()),
  // A list of numbers would pass for a record of them.
  v.pipe(
    v.custom<Record<string, number>>((value) => !Array.isArray(value)),
    v.record(v.string(), v.number()),
  ),
  v.array(PinSchema),
])
export type Answer = v.InferOutput<typeof AnswerSchema>

/** Answers by question id; what was written beside "other, please write" stands in `others` under the same id. */
export interface Filled {
  answers: Record<string, Answer>
  others: Record<string, string>
}

/** How a resident's answer reached us. */
export const channels = ['qr', 'link', 'paper', 'assisted', 'kiosk'] as const
/** `qr` scanned, `link` opened, `paper` typed in, `assisted` taken down by a volunteer, `kiosk` a device in a hall. */
export type Channel = (typeof channels)[number]
