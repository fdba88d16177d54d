import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '../../db/audit.ts'
import { openConsultation } from '../../db/consultations.ts'
import { sample } from '../db/sample.ts'
import { openNodeHost } from './contract/node-host.ts'
import { draft, jsonHeaders, newId } from './contract/phone.ts'

let host: Awaited<ReturnType<typeof openNodeHost>>
beforeAll(async () => {
  host = await openNodeHost()
  await openConsultation(host.store, sample, system(Date.now() - 1000))
})
afterAll(() => host.end())

const calm = [200, 201, 302, 303, 400, 404, 405, 409, 410, 413, 415, 422, 429]

// Anything a program could send in place of a value, the nasty ones often.
const nasty = fc.constantFrom(
  ...['', '\0', '\ud800', '__proto__', 'constructor', 'toString', '字'.repeat(5000), '‮', '=1+1'],
)
const anyText = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 40 }))
const anyValue = fc.oneof(
  anyText,
  fc.double(),
  fc.constantFrom(null, true, 1e308, -0, 2 ** 53),
  fc.array(anyText, { maxLength: 5 }),
  fc.dictionary(anyText, fc.oneof(anyText, fc.integer()), { maxKeys: 5 }),
  fc.jsonValue({ maxDepth: 5 }),
)
const questions = fc.constantFrom('Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Z9', '__proto__', 'constructor')
const options = fc.constantFrom(
  'a',
  'b',
  'seats',
  'trees',
  'other',
  'good',
  'unknown',
  'hasOwnProperty',
)
const likelyAnswer = fc.oneof(options, fc.array(options, { maxLength: 4 }), fc.integer(), anyValue)

const submissions = fc
  .record(
    {
      consultation: fc.constantFrom('yard', 'nowhere'),
      edition: fc.constantFrom('adult', 'child', 'dog'),
      version: fc.oneof(fc.constantFrom(1, 2, 0, -1, 1.5), anyValue),
      mailbox: fc.oneof(fc.constantFrom('ONE1', 'one1', 'XX'), anyValue),
      channel: fc.oneof(fc.constantFrom('qr', 'paper', 'fax'), anyValue),
      answers: fc.oneof(fc.dictionary(questions, likelyAnswer), anyValue),
      others: fc.oneof(fc.dictionary(questions, anyText), anyValue),
      more: anyValue,
    },
    { requiredKeys: [] },
  )
  .map((changes) => JSON.stringify({ ...draft(), ...changes }))

// What real phones send, with whatever people may write.
const honest = fc
  .record(
    {
      Q1: fc.constantFrom('a', 'b', 'c'),
      Q2: fc.subarray(['seats', 'trees', 'other']),
      Q4: fc.integer({ min: 1, max: 20 }),
      Q5: fc.string({ unit: 'grapheme-composite', maxLength: 60 }),
    },
    { requiredKeys: [] },
  )
  .chain((answers) =>
    fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .map((other) => JSON.stringify(draft({ answers, others: { Q2: other } }))),
  )

const bodies = fc.oneof(
  honest,
  submissions,
  // Valid JSON with one piece knocked out of it.
  fc.tuple(submissions, fc.nat(), fc.nat(20)).map(([json, at, length]) => {
    const start = at % json.length
    return json.slice(0, start) + json.slice(start + length)
  }),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary' }),
  fc.uint8Array({ maxLength: 200 }),
)

test('whatever a program sends, the answer is a decision and never a fault', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const answer = await host.request(`/api/responses/${newId()}`, {
        method: 'PUT',
        headers: jsonHeaders,
        body: body as BodyInit,
      })
      expect(calm).toContain(answer.status)
      const said = await answer.json()
      if (answer.status >= 400)
        expect(said).toSatisfy((value) => 'error' in value || 'problems' in value)
    }),
    { numRuns: 1500 },
  )
}, 60_000)

test('what was stored can be read back and counted, whatever else was sent', async () => {
  const { rows } = await host.store.read('SELECT answers, others FROM responses')
  expect(rows.length).toBeGreaterThan(10)
  for (const row of rows) {
    const [answers, others] = [row.answers, row.others].map((json) => JSON.parse(String(json)))
    expect(typeof answers).toBe('object')
    for (const text of textsIn([answers, others])) expect(text).not.toMatch(/\0|\p{Surrogate}/u)
  }
  const whole = await host.store.read('PRAGMA integrity_check')
  expect(whole.rows[0]?.[0]).toBe('ok')
})

/** Every text in a value, also those that name another. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => [name, ...textsIn(one)])
}

const fields = fc.array(
  fc.tuple(
    fc.oneof(
      questions,
      fc.constantFrom('id', 'v', 'm', 'channel', 'agree', 'code', 'Q2~other'),
      anyText,
    ),
    fc.oneof(options, fc.constantFrom('1', 'yes', 'ONE1'), anyText),
  ),
  { maxLength: 12 },
)
const forms = fc.oneof(
  fields.map((pairs) =>
    new URLSearchParams([['id', newId()], ['v', '1'], ['agree', 'yes'], ...pairs]).toString(),
  ),
  fields.map((pairs) => new URLSearchParams(pairs).toString()),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('%', '%zz', '%ff=%c3', 'a&&&=', '='.repeat(10_000)),
)
const formAddresses = fc.constantFrom(
  ...['/c/yard/adult', '/c/yard/child?m=ONE1', '/c/yard/adult?lang=en', '/c/nowhere/adult', '/r'],
  ...['/r/AAAA-AAAA-AAAA-AAAA-AAAA/correction', '/r/x/deletion', '/desk/setup/x', '/nowhere', '/'],
)

test('whatever comes in a form, the answer is a page and never a fault', async () => {
  await fc.assert(
    fc.asyncProperty(formAddresses, forms, async (address, body) => {
      const answer = await host.request(address, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          'Sec-Fetch-Site': 'same-origin',
        },
        body,
      })
      expect(calm, `${address} ${JSON.stringify(body)}`).toContain(answer.status)
    }),
    { numRuns: 800 },
  )
}, 60_000)

test('whatever address is asked for, the answer is a page and never a fault', async () => {
  const piece = fc.oneof(
    fc.constantFrom('m', 'c', 'r', 'api', 'desk', 'responses', 'yard', 'adult', 'results', 'HC1A'),
    anyText.map((text) => encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ''))),
    fc.constantFrom('..', '%2f', '%00', '%e4', '%', ''),
  )
  const query = fc.constantFrom(
    '',
    '?m=%',
    '?lang=en&m=%e4%bd',
    '?step=child',
    '?edition=child&via=x',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 5 }), query, async (pieces, asked) => {
      const answer = await host.request(`/${pieces.join('/')}${asked}`)
      expect(calm, pieces.join('/')).toContain(answer.status)
    }),
    { numRuns: 1500 },
  )
}, 60_000)
