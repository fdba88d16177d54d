import * as v from 'valibot'
import { idPattern } from './ids.ts'

const Id = v.pipe(v.string(), v.regex(idPattern))

/**
 * When a question, a section or a single option is shown. Conditions look at kept answers only:
 * the answer to a hidden question counts as not given. Which may be asked of which kind is checked by
 * `check-references.ts`.
 *
 * - `answered`: the question has an answer
 * - `is` / `isOneOf`: the option chosen in a single, scale or consent question
 * - `includes`: at least one of these was picked in a multiple, matrix, pair or rank question
 * - `picks`: how many were picked there, inclusive bounds
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

/** Both inclusive; one of them may be left open. */
export interface Bounds {
  atLeast?: number | undefined
  atMost?: number | undefined
}

const BoundsSchema = v.strictObject({
  atLeast: v.optional(v.number()),
  atMost: v.optional(v.number()),
})

const shapes = {
  all: v.strictObject({ all: v.array(v.lazy(() => ConditionSchema)) }),
  any: v.strictObject({ any: v.array(v.lazy(() => ConditionSchema)) }),
  not: v.strictObject({ not: v.lazy(() => ConditionSchema) }),
  answered: v.strictObject({ question: Id, answered: v.literal(true) }),
  is: v.strictObject({ question: Id, is: Id }),
  isOneOf: v.strictObject({ question: Id, isOneOf: v.array(Id) }),
  includes: v.strictObject({ question: Id, includes: v.array(Id) }),
  picks: v.strictObject({ question: Id, picks: BoundsSchema }),
  number: v.strictObject({ question: Id, number: BoundsSchema }),
}
const AnyShape = v.union(Object.values(shapes))

// Which shape is meant is plain from its one key; so faults are named where they are, not "none fits".
export const ConditionSchema: v.GenericSchema<Condition> = v.lazy((input) => {
  const given = typeof input === 'object' && input !== null ? input : {}
  return Object.entries(shapes).find(([key]) => key in given)?.[1] ?? AnyShape
})
