import * as v from 'valibot'
import { keyPattern } from '../ids.ts'

const Key = v.pipe(v.string(), v.regex(keyPattern))
const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

/**
 * How groups are made at the desk out of answers. `parts`: the options of a side of which people pick one are
 * put together, by the name of their group. `allOf`: whoever picked any of the options of each condition is
 * inside, all others who were asked are outside.
 */
export const GroupRuleSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('parts'),
    key: Key,
    groups: v.record(v.string(), Name),
  }),
  v.strictObject({
    kind: v.literal('allOf'),
    conditions: v.pipe(
      v.array(v.strictObject({ key: Key, any: v.pipe(v.array(v.string()), v.minLength(1)) })),
      v.minLength(1),
      v.maxLength(2),
    ),
    inside: Name,
    outside: Name,
  }),
])

export type GroupRule = v.InferOutput<typeof GroupRuleSchema>
/** The rule of a group of people who meet one or two conditions at once. */
export type AllOfRule = Extract<GroupRule, { kind: 'allOf' }>
