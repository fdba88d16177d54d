import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../../db/audit.ts'
import { closeConsultation, openConsultation, publishVersion } from '../../../db/consultations.ts'
import { correctResponse } from '../../../db/response-changes.ts'
import { readReceipt } from '../../../server/responses/receipts.ts'
import { sample } from '../../db/sample.ts'
import type { ContractHost } from './host.ts'
import { draft, jsonHeaders, newId, put, reversed } from './phone.ts'

const day = 86_400_000
const receiptForm = /^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/

/** Every row of the public contract, for whichever way of running the site `open` gives. */
export function describeContract(name: string, open: () => Promise<ContractHost>) {
  describe(name, () => {
    let host: ContractHost
    const send = (id: string, content: unknown, headers?: Record<string, string>) =>
      host.request(`/api/responses/${id}`, put(content, headers))
    const erase = async (receipt: string) => {
      const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
      const form = { method: 'POST', headers: type, body: '' }
      return (await host.request(`/r/${receipt}/deletion`, form)).status
    }

    beforeAll(async () => {
      host = await open()
      for (const id of ['yard', 'edited', 'late', 'gone', 'later']) {
        const opensAt = Date.now() - (id === 'later' ? -day : 60 * day)
        await openConsultation(host.store, { ...sample, id, collectionDays: 90 }, system(opensAt))
      }
    })
    afterAll(() => host.end())

    describe('a response that is sent', () => {
      test('is stored and answered with its fingerprint and a receipt', async () => {
        const id = newId()
        const answer = await send(id, draft())
        expect(answer.status).toBe(201)
        const body = await answer.json()
        expect(Object.keys(body).sort()).toEqual(['id', 'receipt', 'sha256'])
        expect(body.id).toBe(id)
        expect(body.sha256).toBe(fingerprint(draft()))
        expect(body.receipt).toMatch(receiptForm)
        expect(await stored(id)).toMatchObject({ channel: 'qr', late: 0, sha256: body.sha256 })
      })

      test('again, any time later, gets the identical answer and counts once', async () => {
        const id = newId()
        const first = await (await send(id, draft())).text()
        for (const content of [draft(), reversed(draft()), JSON.stringify(draft(), null, 4)]) {
          const again = await send(id, content)
          expect(again.status).toBe(200)
          expect(await again.text()).toBe(first)
        }
        expect(await count(id)).toBe(1)
      })

      test('many times at once counts once, and everyone is told the same', async () => {
        const id = newId()
        const answers = await Promise.all(Array.from({ length: 24 }, () => send(id, draft())))
        const statuses = answers.map((answer) => answer.status).sort()
        expect(statuses).toEqual([...Array(23).fill(200), 201])
        expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
        expect(await count(id)).toBe(1)
      })

      test('with other content under the same number is kept aside, and the first stays', async () => {
        const id = newId()
        const first = await (await send(id, draft())).text()
        const other = draft({ answers: { Q1: 'b' } })
        for (let times = 0; times < 2; times++) {
          const answer = await send(id, other)
          expect(answer.status).toBe(409)
          expect(await answer.json()).toEqual({ error: expect.any(String) })
        }
        expect(await (await send(id, draft())).text()).toBe(first)
        const kept = await host.store.read('SELECT body FROM conflicts WHERE id = ?', [id])
        expect(kept.rows.map((row) => JSON.parse(String(row.body)).answers)).toEqual([{ Q1: 'b' }])
        expect((await stored(id))?.answers).toContain('seats')
      })

      test('gets the identical answer even after it was corrected', async () => {
        const id = newId()
        const first = await (await send(id, draft())).json()
        const locator = readReceipt(first.receipt)?.locator ?? ''
        await correctResponse(host.store, locator, { answers: { Q1: 'c' }, others: {} }, Date.now())
        const again = await send(id, draft())
        expect([again.status, await again.json()]).toEqual([200, first])
        expect((await stored(id))?.answers).toBe('{"Q1":"c"}')
      })

      test('gets the identical answer even after it was deleted, and does not come back', async () => {
        const id = newId()
        const first = await (await send(id, draft())).json()
        expect(await erase(first.receipt)).toBe(303)
        const again = await send(id, draft())
        expect([again.status, await again.json()]).toEqual([200, first])
        expect((await send(id, draft({ answers: {} }))).status).toBe(409)
        expect(await count(id)).toBe(0)
        const kept = await host.store.read('SELECT count(*) AS n FROM conflicts WHERE id = ?', [id])
        expect(kept.rows[0]?.n).toBe(0)
      })

      test('keeps only answers to questions that were shown', async () => {
        const id = newId()
        const content = draft({
          answers: { Q1: 'b', Q5: '只问住在 a 的人' },
          others: { Q2: '没选' },
        })
        expect((await send(id, content)).status).toBe(201)
        expect(await stored(id)).toMatchObject({ answers: '{"Q1":"b"}', others: '{}' })
      })

      test('from a mailbox is counted there; an unknown code costs nobody their answers', async () => {
        const number = async (mailbox: string | undefined) => {
          const id = newId()
          expect((await send(id, draft({ mailbox }))).status).toBe(201)
          return (await stored(id))?.mailbox_number
        }
        expect(await number('TWO1')).toEqual(await number('two1'))
        expect(await number('TWO1')).not.toEqual(await number('ONE1'))
        expect(await number('NOWHERE')).toBeNull()
        expect(await number(undefined)).toBeNull()
      })

      test.each(['qr', 'link', 'paper', 'assisted', 'kiosk'])('may come by %s', async (channel) => {
        const id = newId()
        expect((await send(id, draft({ channel, others: undefined }))).status).toBe(201)
        expect((await stored(id))?.channel).toBe(channel)
      })
    })

    describe('answers that break a rule', () => {
      test.each([
        [
          'an unknown question',
          { answers: { Z9: 'a' } },
          [{ question: 'Z9', kind: 'unknown-question' }],
        ],
        [
          'an unknown option',
          { answers: { Q1: 'z' } },
          [{ question: 'Q1', kind: 'unknown-option' }],
        ],
        [
          'a value of another kind',
          { answers: { Q1: 3 } },
          [{ question: 'Q1', kind: 'wrong-type' }],
        ],
        [
          'a number too large',
          { answers: { Q4: 21 } },
          [{ question: 'Q4', kind: 'too-large', limit: 20 }],
        ],
        ['half a person', { answers: { Q4: 1.5 } }, [{ question: 'Q4', kind: 'not-whole' }]],
        [
          'a text too long',
          { answers: { Q1: 'a', Q5: '字'.repeat(201) } },
          [{ question: 'Q5', kind: 'too-long', limit: 200 }],
        ],
      ])('%s is named, and nothing is stored', async (_, changes, problems) => {
        const id = newId()
        const answer = await send(id, draft({ others: {}, ...changes }))
        expect(answer.status).toBe(422)
        expect(await answer.json()).toEqual({ problems })
        expect(await count(id)).toBe(0)
      })
    })

    describe('a questionnaire that has changed or closed meanwhile', () => {
      test('takes answers under the version they were made with', async () => {
        const adult = sample.editions[0]
        if (!adult) throw new Error('no edition')
        await publishVersion(
          host.store,
          'edited',
          { ...adult, title: { 'zh-CN': '新' } },
          system(Date.now()),
        )
        const versions = await Promise.all(
          [1, 2].map(async (version) => {
            const id = newId()
            const answer = await send(id, draft({ consultation: 'edited', version }))
            expect(answer.status).toBe(201)
            expect(await answer.json()).not.toHaveProperty('late')
            return (await stored(id))?.version_id
          }),
        )
        expect(new Set(versions).size).toBe(2)
        expect((await send(newId(), draft({ consultation: 'edited', version: 3 }))).status).toBe(
          404,
        )
      })

      test('takes late answers for 14 days, marked as late, and says the same for ever', async () => {
        const id = newId()
        const content = draft({ consultation: 'late' })
        await closeConsultation(host.store, 'late', system(Date.now() - 13 * day))
        const answer = await send(id, content)
        expect(answer.status).toBe(201)
        const first = await answer.json()
        expect(first).toMatchObject({ id, late: true, sha256: fingerprint(content) })
        expect((await stored(id))?.late).toBe(1)

        await closeConsultation(host.store, 'late', system(Date.now() - 15 * day))
        const again = await send(id, content)
        expect([again.status, await again.json()]).toEqual([200, first])
        expect(await erase(first.receipt)).toBe(303)
        const afterwards = await send(id, content)
        expect([afterwards.status, await afterwards.json()]).toEqual([200, first])
      })

      test('takes no more after that', async () => {
        await closeConsultation(host.store, 'gone', system(Date.now() - 14 * day - 60_000))
        const answer = await send(newId(), draft({ consultation: 'gone' }))
        expect(answer.status).toBe(410)
        expect(await answer.json()).toEqual({ error: expect.stringContaining('结束') })
      })

      test.each([
        ['another consultation', { consultation: 'nowhere' }],
        ['a version that never was', { version: 9 }],
        ['a consultation that has not begun', { consultation: 'later' }],
      ])('%s is not there', async (_, changes) => {
        const answer = await send(newId(), draft(changes))
        expect(answer.status).toBe(404)
        expect(await answer.json()).toEqual({ error: expect.any(String) })
      })
    })

    describe('what is not a response', () => {
      const utf8 = (text: string) => new TextEncoder().encode(text)
      const badUtf8 = () => {
        const bytes = utf8(JSON.stringify(draft({ others: { Q2: 'XXX' } })))
        bytes.set(
          [0xe6, 0xb1, 0x22 ^ 0xff],
          JSON.stringify(draft({ others: { Q2: 'XXX' } })).length - 10,
        )
        return bytes
      }
      test.each<[string, () => unknown]>([
        ['nothing', () => ''],
        ['no JSON', () => '{"consultation":'],
        ['a form', () => 'Q1=a'],
        ['no UTF-8', badUtf8],
        ['a NUL', () => JSON.stringify(draft({ others: { Q2: 'a\0b' } }))],
        ['half a character', () => JSON.stringify(draft({ others: { Q2: '\ud83d' } }))],
        ['JSON too deep', () => `{"answers":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
        ['an unknown field', () => draft({ staff: true })],
        ['a field missing', () => draft({ version: undefined })],
        ['a field that is null', () => draft({ mailbox: null })],
        ['a version in letters', () => draft({ version: '1' })],
        ['an answer that is null', () => draft({ answers: { Q1: null } })],
        ['an unknown channel', () => draft({ channel: 'fax' })],
        ['a list', () => [draft()]],
        ['a dangerous key', () => '{"__proto__":{"consultation":"yard"}}'],
        [
          'too many answers',
          () =>
            draft({
              answers: Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`Q${i}`, 'a'])),
            }),
        ],
        ['a text without end', () => draft({ others: { Q2: '字'.repeat(4001) } })],
      ])('%s is refused in plain words', async (_, content) => {
        const id = newId()
        const answer = await send(id, content())
        expect(answer.status).toBe(400)
        expect(await answer.json()).toEqual({ error: expect.stringMatching(/[\u4e00-\u9fff]/) })
        expect(await count(id)).toBe(0)
      })

      test.each([
        'not-a-uuid',
        '00000000-0000-0000-0000-000000000000',
        '3F0C9B1E-5D7A-4C2E-9F10-2B8D6A4E7C11',
        '3f0c9b1e-5d7a-7c2e-9f10-2b8d6a4e7c11',
      ])('the number %s is refused', async (id) => {
        expect((await send(id, draft())).status).toBe(400)
      })

      test('more than 256 KB is refused', async () => {
        const large = JSON.stringify(draft({ others: { Q2: 'x'.repeat(256 * 1024) } }))
        const answer = await send(newId(), large)
        expect(answer.status).toBe(413)
        expect(await answer.json()).toEqual({ error: expect.any(String) })
      })

      test.each<[string, Record<string, string>]>([
        ['compressed', { ...jsonHeaders, 'Content-Encoding': 'gzip' }],
        ['of another type', { 'Content-Type': 'text/plain' }],
        ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }],
        ['in another character set', { 'Content-Type': 'application/json; charset=gbk' }],
        ['nearly JSON', { 'Content-Type': 'application/jsonp' }],
      ])('a body that is %s is refused', async (_, headers) => {
        const answer = await send(newId(), draft(), headers)
        expect(answer.status).toBe(415)
        expect(await answer.json()).toEqual({ error: expect.any(String) })
      })

      test('the type may name its character set', async () => {
        const headers = { 'Content-Type': 'Application/JSON; charset=UTF-8' }
        expect((await send(newId(), draft(), headers)).status).toBe(201)
      })
    })

    describe('what is open', () => {
      test('can be read with the definition of each edition', async () => {
        const answer = await host.request('/api/consultations/edited')
        expect(answer.status).toBe(200)
        const body = await answer.json()
        expect(body).toMatchObject({ id: 'edited', title: sample.title })
        expect(body.editions.map((edition: { audience: string }) => edition.audience)).toEqual([
          'adult',
          'child',
        ])
        expect(body.editions[1]).toEqual({
          audience: 'child',
          version: 1,
          definition: sample.editions[1],
        })
      })

      test('is not found under a wrong name', async () => {
        const answer = await host.request('/api/consultations/nowhere')
        expect([answer.status, await answer.json()]).toEqual([404, { error: expect.any(String) }])
      })
    })

    describe('every answer', () => {
      test.each(['/livez', '/nowhere', '/api/consultations/yard', '/api/nowhere', '/x//y'])(
        '%s carries what browsers must enforce',
        async (path) => {
          const { headers } = await host.request(path)
          const policy = headers.get('Content-Security-Policy') ?? ''
          expect(policy).toContain("default-src 'none'")
          expect(policy).not.toMatch(/unsafe|\*|http:/)
          expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
          expect(headers.get('Referrer-Policy')).toBe('same-origin')
          expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
          const isPage = !path.startsWith('/api/')
          expect(headers.has('Cross-Origin-Opener-Policy')).toBe(isPage)
          expect(headers.get('Set-Cookie')).toBeNull()
        },
      )

      test('to a wrong address is a page in Chinese, and JSON for programs', async () => {
        const page = await host.request('/nowhere')
        expect(page.status).toBe(404)
        expect(page.headers.get('Content-Type')).toContain('text/html')
        expect(await page.text()).toMatch(/^<!doctype html>.*[\u4e00-\u9fff]/s)
        const json = await host.request('/api/nowhere')
        expect([json.status, await json.json()]).toEqual([404, { error: expect.any(String) }])
      })

      test.each(['/m//HC1A', '/m%2fHC1A', '/m/%5cHC1A', '/m/%252e', '/m/a%00', '/m/%0d%0ax'])(
        'to the crooked address %s is a refusal',
        async (path) => expect((await host.request(path)).status).toBe(400),
      )

      test('to a probe says whether answers would be stored', async () => {
        expect(await (await host.request('/livez')).json()).toEqual({ status: 'alive' })
        const ready = await host.request('/readyz')
        expect([ready.status, (await ready.json()).ready]).toEqual([200, true])
      })
    })

    async function stored(id: string) {
      const { rows } = await host.store.read('SELECT * FROM responses WHERE id = ?', [id])
      return rows[0]
    }

    async function count(id: string) {
      const { rows } = await host.store.read('SELECT count(*) AS n FROM responses WHERE id = ?', [
        id,
      ])
      return rows[0]?.n
    }
  })
}

// Written again here, so that a change of the rule by accident does not pass.
function fingerprint(content: Record<string, unknown>): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted)
    if (value === null || typeof value !== 'object') return value
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
  }
  return createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex')
}
