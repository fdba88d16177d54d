import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resident, system } from '../../db/audit.ts'
import { openConsultation } from '../../db/consultations.ts'
import {
  listReleasedTexts,
  listTexts,
  proposeText,
  releaseText,
  takeTextBack,
} from '../../db/released-texts.ts'
import { correctResponse, deleteResponse } from '../../db/response-changes.ts'
import { saveResponse } from '../../db/responses.ts'
import { sample } from './sample.ts'
import { engines, keyed, newResponse, now, type Opened } from './stores.ts'

const wang = { at: now, actor: 'wang' }
const li = { at: now + 1000, actor: 'li' }

describe.each(engines)('on $name', ({ open }) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
    await openConsultation(opened.store, sample, system(now))
  }, 30_000)
  afterAll(() => opened.end())

  /** A stored response; returns its place and locator. */
  async function written() {
    const { store } = opened
    const response = newResponse(1)
    await saveResponse(store, response)
    const { rows } = await store.read('SELECT seq FROM responses WHERE id = ?', [response.id])
    return { place: { seq: Number(rows[0]?.seq), question: 'Q5' }, locator: response.locator }
  }
  const statesOf = async (seq: number) =>
    (await listTexts(opened.store, 'yard')).filter((one) => one.seq === seq)

  test('a wording is told to nobody until somebody else has released it', async () => {
    const { store } = opened
    const { place } = await written()
    expect(await proposeText(store, 'yard', place, '树', wang)).toBe(true)
    expect(await releaseText(store, 'yard', place, now, { ...wang, at: now + 1 })).toBe(false)
    expect(await listReleasedTexts(store, 'yard')).toEqual([])
    expect(await releaseText(store, 'yard', place, now, li)).toBe(true)
    expect(await listReleasedTexts(store, 'yard', 'Q5')).toMatchObject([{ ...place, text: '树' }])
    expect(await listReleasedTexts(store, 'yard', 'Q2')).toEqual([])
    expect(await takeTextBack(store, 'yard', place, li)).toBe(true)
  })

  test('a wording that was changed meanwhile is not released unseen', async () => {
    const { store } = opened
    const { place } = await written()
    await proposeText(store, 'yard', place, '树', wang)
    const later = { ...wang, at: now + 500 }
    expect(await proposeText(store, 'yard', place, '草', later, '花')).toBe(false)
    expect(await proposeText(store, 'yard', place, '大树', later, '树')).toBe(true)
    expect(await releaseText(store, 'yard', place, now, li)).toBe(false)
    expect(await releaseText(store, 'yard', place, now + 500, li)).toBe(true)
    expect(await proposeText(store, 'yard', place, '小树', li, '大树')).toBe(true)
    expect(await statesOf(place.seq)).toMatchObject([{ text: '小树', releasedAt: null }])
  })

  test('nothing is proposed for another consultation, or where nothing was said', async () => {
    const { store } = opened
    const { place } = await written()
    expect(await proposeText(store, 'other', place, '树', wang)).toBe(false)
    expect(await proposeText(store, 'yard', { ...place, question: 'Q9' }, '树', wang)).toBe(false)
  })

  test('who corrects the words takes the wording with them; who corrects something else does not', async () => {
    const { store } = opened
    const { place, locator } = await written()
    await proposeText(store, 'yard', place, '树', wang)
    await correctResponse(store, locator, { answers: { Q1: 'b', Q5: '树' }, others: {} }, now)
    expect(await statesOf(place.seq)).toHaveLength(1)
    await correctResponse(store, locator, { answers: { Q1: 'b', Q5: '草' }, others: {} }, now)
    expect(await statesOf(place.seq)).toEqual([])
  })

  test('a deleted response leaves no wording behind', async () => {
    const { store } = opened
    const { place, locator } = await written()
    await proposeText(store, 'yard', place, '树', wang)
    await deleteResponse(store, locator, keyed, resident(now))
    expect(await statesOf(place.seq)).toEqual([])
  })
})
