import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { isResponseId, SubmissionSchema } from '../../server/responses/submission.ts'
import { AnswerSchema } from '../../surveys/engine/answers.ts'
import { draft, newId } from './contract/phone.ts'

const takes = (changes: Record<string, unknown>) => v.is(SubmissionSchema, draft(changes))

test('what the door takes as an answer is what the questionnaire calls one', () => {
  const key = fc.string({ maxLength: 8 }).map((text) => `k${text}`)
  const value = fc.oneof(
    fc.array(fc.string()),
    fc.dictionary(key, fc.string()),
    fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(null, true, undefined),
        fc.array(tie('any')),
        fc.dictionary(key, tie('any')),
      ),
    })).any,
  )
  fc.assert(
    fc.property(value, (answer) => {
      expect(takes({ answers: { Q1: answer } })).toBe(v.is(AnswerSchema, answer))
    }),
    { numRuns: 1000 },
  )
})

test.each(['', '1Q', '__proto__', 'Q 1', `Q${'1'.repeat(41)}`, '问'])(
  'a question cannot be called %j',
  (id) => {
    const answers = Object.fromEntries([[id, 'a']])
    expect(takes({ answers })).toBe(false)
    expect(takes({ others: answers })).toBe(false)
  },
)

test('only a random number made in lower case identifies a response', () => {
  expect(isResponseId(newId())).toBe(true)
  expect(isResponseId(newId().toUpperCase())).toBe(false)
  expect(isResponseId(`${newId()}\n`)).toBe(false)
})
