import * as v from 'valibot'

const Id = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_]{0,40}$/))

/**
 * When a question, a section or a single option is shown. Conditions look at kept answers only:
 * the answer to a hidden question counts as not given.
 *
 * - `answered`: the question has an answer
 * - `is` / `isOneOf`: the option chosen in a single, scale or carried question
 * - `includes`: at least one of these is among the picks of a multiple, matrix or pair question
 * - `picks`: how many options were picked, inclusive bounds
 * - `number`: the number given, inclusive bounds
 */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { question: string; answered: true }
  | { question: string; is: string }
  | { question: string; isOneOf: string[] }
  | { question: string; includes: string[] }
  | { question: string; picks: Bounds }
  | { question: string; number: Bounds }

export interface Bounds {
  atLeast?: number | undefined
  atMost?: number | undefined
}

const BoundsSchema = v.strictObject({
  atLeast: v.optional(v.number()),
  atMost: v.optional(v.number()),
})

export const ConditionSchema: v.GenericSchema<Condition> = v.union([
  v.strictObject({ all: v.array(v.lazy(() => ConditionSchema)) }),
  v.strictObject({ any: v.array(v.lazy(() => ConditionSchema)) }),
  v.strictObject({ not: v.lazy(() => ConditionSchema) }),
  v.strictObject({ question: Id, answered: v.literal(true) }),
  v.strictObject({ question: Id, is: Id }),
  v.strictObject({ question: Id, isOneOf: v.array(Id) }),
  v.strictObject({ question: Id, includes: v.array(Id) }),
  v.strictObject({ question: Id, picks: BoundsSchema }),
  v.strictObject({ question: Id, number: BoundsSchema }),
])
