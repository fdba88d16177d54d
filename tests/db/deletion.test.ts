import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resident, system } from '../../db/audit.ts'
import { openConsultation } from '../../db/consultations.ts'
import { insertFile } from '../../db/files.ts'
import { registerSuggestions } from '../../db/register-suggestions.ts'
import { correctResponse, deleteResponse } from '../../db/response-changes.ts'
import { saveResponse } from '../../db/responses.ts'
import { answerCard, assignCard, registerCard } from '../../db/suggestion-cards.ts'
import { findFate } from '../../db/suggestion-fate.ts'
import { sample, yard } from './sample.ts'
import { engines, keyed, newResponse, now, type Opened } from './stores.ts'

const asking = { ...sample, correctionHours: 1 / 6, editions: [{ ...yard, suggestion: 'Q5' }] }
const by = { at: now + 10, actor: 'somebody' }

describe.each(engines)('on $name', ({ open }) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
    await openConsultation(opened.store, asking, system(now))
  }, 30_000)
  afterAll(() => opened.end())

  const count = async (table: string) =>
    Number((await opened.store.read(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n)
  const seqOf = async (locator: string) =>
    Number(
      (await opened.store.read('SELECT seq FROM responses WHERE locator = ?', [locator])).rows[0]
        ?.seq,
    )

  const fate = (responseId: string, text: string) =>
    findFate(opened.store, {
      ...{ consultationId: sample.id, edition: { ...yard, suggestion: 'Q5' } },
      ...{ responseId, versionId: 1, text },
    })

  test('what a consultation allows for corrections is kept with it', async () => {
    const { rows } = await opened.store.read('SELECT correction_minutes FROM consultations')
    expect(rows[0]?.correction_minutes).toBe(10)
  })

  test('everything that hangs on a response leaves with it', async () => {
    const { store } = opened
    const response = newResponse(1)
    const { id, locator } = response
    await saveResponse(store, response)
    await saveResponse(store, { ...response, sha256: 'c'.repeat(64), locator: 'of-the-conflict' })
    await store.write([
      {
        sql: 'INSERT INTO picture_codes (version_id, response_seq, question, code) VALUES (1, ?, ?, ?)',
        args: [await seqOf(locator), 'Q5', '树'],
      },
      insertFile(store, {
        ...{ id: 'a'.repeat(32), purpose: 'photo', consultationId: sample.id, responseId: id },
        ...{ contentType: 'image/jpeg', size: 1, sha256: 'b'.repeat(64), state: 'held' },
        createdAt: now,
      }),
    ])
    const tables = ['responses', 'suggestions', 'conflicts', 'picture_codes', 'files']
    await registerSuggestions(store, sample.id)
    expect(await Promise.all(tables.map(count))).toEqual([1, 1, 1, 1, 1])
    expect(await deleteResponse(store, locator, keyed, resident(now))).toEqual(['a'.repeat(32)])
    expect(await Promise.all(tables.map(count))).toEqual([0, 0, 0, 0, 0])
  })

  test('a suggestion sent twice is one, and its reply holds for the words it answers', async () => {
    const { store } = opened
    const response = newResponse(1)
    const { id, locator } = response
    await Promise.all([
      saveResponse(store, response),
      saveResponse(store, { ...response, locator: 'the-same-again' }),
    ])
    await registerSuggestions(store, sample.id)
    expect(await count('suggestions')).toBe(1)
    const kept = (await seqOf(locator)) || (await seqOf('the-same-again'))
    const at = { consultationId: sample.id, seq: kept }
    const said = { outcome: 'explained', adoptedAs: null, reply: '好' } as const
    expect(await answerCard(store, at, said, by)).toBe(false)
    const words = { subject: '路灯', matter: '', proposal: '', place: '', category: '', note: '' }
    expect(await registerCard(store, at, words, by)).toBe(true)
    expect(await answerCard(store, at, said, by)).toBe(false)
    const handed = { unit: '物业', dueOn: '2026-06-01', handling: '' }
    expect(await assignCard(store, at, handed, by)).toBe(false)
    const sorted = { ...words, category: '照明' }
    expect(await registerCard(store, at, sorted, by)).toBe(false)
    expect(await registerCard(store, at, sorted, by, { ...words, note: '别的' })).toBe(false)
    expect(await registerCard(store, at, sorted, by, words)).toBe(true)
    expect(await assignCard(store, at, handed, by)).toBe(true)
    expect(await answerCard(store, at, said, by)).toBe(true)
    // Whoever began before that stood there changes nothing of it.
    const late = { outcome: 'declined', adoptedAs: null, reply: '不行' } as const
    expect(await answerCard(store, at, late, by)).toBe(false)
    expect(await assignCard(store, at, { ...handed, unit: '街道' }, by)).toBe(false)
    expect((await fate(id, '树')).card).toMatchObject({ unit: '物业', outcome: 'explained' })
    expect(await fate(id, '树')).toMatchObject({
      ...{ state: 'answered', reply: '好', repliedAt: by.at },
    })
    const mine = (await seqOf(locator)) ? locator : 'the-same-again'
    const { answers, others } = response.filled
    await correctResponse(store, mine, { answers: { ...answers, Q1: 'c' }, others }, now)
    expect(await fate(id, '树')).toMatchObject({ state: 'answered' })
    await correctResponse(store, mine, { answers: { ...answers, Q5: '别的' }, others }, now)
    expect(await fate(id, '别的')).toMatchObject({ state: 'received', reply: null })
    expect((await fate(id, '别的')).card).toBeUndefined()
  })

  test('what is registered is what is written when somebody looks, once', async () => {
    const { store } = opened
    const saved = Array.from({ length: 4 }, () => newResponse(1))
    for (const response of saved) await saveResponse(store, response)
    const [silent, other, gone] = saved.map(({ locator }) => locator)
    const answers = { Q1: 'a' }
    const before = await count('suggestions')
    await correctResponse(store, silent ?? '', { answers, others: {} }, now)
    await correctResponse(
      store,
      other ?? '',
      { answers: { ...answers, Q5: '灯' }, others: {} },
      now,
    )
    await deleteResponse(store, gone ?? '', keyed, resident(now))
    await Promise.all([1, 2].map(() => registerSuggestions(store, sample.id)))
    expect(await count('suggestions')).toBe(before + 2)
    const registered = await store.read('SELECT response_id AS id, state FROM suggestions')
    const standing = new Map(registered.rows.map(({ id, state }) => [id, state]))
    expect(saved.map(({ id }) => standing.get(id))).toEqual([
      ...[undefined, 'received', undefined, 'received'],
    ])
    await registerSuggestions(store, sample.id)
    expect(await count('suggestions')).toBe(before + 2)
  })

  test('who writes nothing makes no suggestion', async () => {
    const before = await count('suggestions')
    const filled = { answers: { Q1: 'a' }, others: {} }
    await saveResponse(opened.store, newResponse(1, { filled }))
    await registerSuggestions(opened.store, sample.id)
    expect(await count('suggestions')).toBe(before)
  })
})
