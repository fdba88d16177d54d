import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resident, system } from '../../db/audit.ts'
import { addCode, changeCode, listCodes, removeCode, restoreCode } from '../../db/codebooks.ts'
import { listCodings, saveCoding, settled } from '../../db/codings.ts'
import { openConsultation } from '../../db/consultations.ts'
import { listOpenTexts } from '../../db/open-texts.ts'
import { correctResponse, deleteResponse } from '../../db/response-changes.ts'
import { saveResponse } from '../../db/responses.ts'
import { linkTexts, listTextLinks, unlinkTexts } from '../../db/text-links.ts'
import { sample } from './sample.ts'
import { engines, keyed, newResponse, now, type Opened } from './stores.ts'

const of = { consultationId: 'yard', audience: 'adult', question: 'Q5' } as const
const wang = { at: now, actor: 'wang' }
const li = { at: now + 1000, actor: 'li' }
const words = (name: string) => ({ name, description: '', rules: '' })

describe.each(engines)('on $name', ({ open }) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
    await openConsultation(opened.store, sample, system(now))
  }, 30_000)
  afterAll(() => opened.end())

  async function written() {
    const { store } = opened
    const response = newResponse(1)
    await saveResponse(store, response)
    const [newest] = await listOpenTexts(store, of, [1], 1)
    return { seq: newest?.seq ?? 0, locator: response.locator }
  }
  const readingsOf = async (seq: number) =>
    (await listCodings(opened.store, of))
      .filter((one) => one.seq === seq)
      .map(({ round, codes, codedBy }) => [round, codes, codedBy])

  test('codes keep their ids, come to an end, and can be brought back', async () => {
    const { store } = opened
    for (const name of ['灯', '树'])
      expect(await addCode(store, of, words(name), 2, wang)).toBe(true)
    expect(await addCode(store, of, words('路'), 2, wang)).toBe(false)
    expect(await addCode(store, of, words('灯'), 9, wang)).toBe(false)
    expect(await removeCode(store, of, 'c2', wang)).toBe(true)
    expect(await addCode(store, of, words('路'), 2, wang)).toBe(true)
    expect(await restoreCode(store, of, { id: 'c2', name: '树' }, 2, wang)).toBe(false)
    const road = { id: 'c3', ...words('路'), removed: false }
    expect(await changeCode(store, of, words('灯'), wang, road)).toBe(false)
    expect(await changeCode(store, of, words('小路'), wang, road)).toBe(true)
    expect(await changeCode(store, of, words('大路'), wang, road)).toBe(false)
    const known = (await listCodes(store, of)).map(({ id, name, removed }) => [id, name, removed])
    expect(known).toEqual([
      ['c1', '灯', false],
      ['c2', '树', true],
      ['c3', '小路', false],
    ])
    expect(await listCodes(store, { ...of, audience: 'child' })).toEqual([])
  })

  test('the second reader is never the first, whichever comes first', async () => {
    const { store } = opened
    const { seq } = await written()
    const read = (round: 1 | 2 | 3, codes: string[], by: typeof wang) =>
      saveCoding(store, of, { seqs: [seq], round, codes }, by)
    expect(await read(2, ['c1'], li)).toBe(false)
    expect(await read(1, ['c1'], wang)).toBe(true)
    expect(await read(2, ['c2'], wang)).toBe(false)
    expect(await read(3, ['c1'], wang)).toBe(false)
    expect(await read(2, ['c2'], li)).toBe(true)
    expect(await read(1, ['c2'], li)).toBe(false)
    expect(await read(3, ['c1', 'c2'], li)).toBe(true)
    expect(settled(await listCodings(store, of)).get(seq)).toEqual(['c1', 'c2'])
    expect(await read(1, ['c3'], { ...wang, at: now + 5000 })).toBe(true)
    expect(await readingsOf(seq)).toEqual([
      [1, ['c3'], 'wang'],
      [2, ['c2'], 'li'],
    ])
  })

  test('nothing is found in what was not said, or is another question’s', async () => {
    const { store } = opened
    const { seq } = await written()
    const reading = { seqs: [seq], round: 1 as const, codes: [] }
    expect(await saveCoding(store, { ...of, audience: 'child' }, reading, wang)).toBe(false)
    expect(await saveCoding(store, { ...of, question: 'Q1' }, reading, wang)).toBe(false)
    expect(await saveCoding(store, of, { ...reading, seqs: [99_999] }, wang)).toBe(false)
  })

  test('merges are links that go with either of their responses', async () => {
    const { store } = opened
    const [one, other] = [await written(), await written()]
    const pair = { a: one.seq, b: other.seq }
    expect(await linkTexts(store, of, { a: pair.b, b: pair.a, same: true }, wang)).toBe(true)
    expect(await linkTexts(store, of, { ...pair, b: pair.a, same: true }, wang)).toBe(false)
    expect(await listTextLinks(store, of)).toEqual([{ ...pair, same: true }])
    expect(await unlinkTexts(store, of, pair, wang)).toBe(true)
    expect(await listTextLinks(store, of)).toEqual([])
    await linkTexts(store, of, { ...pair, same: false }, wang)
    await deleteResponse(store, other.locator, keyed, resident(now))
    expect(await listTextLinks(store, of)).toEqual([])
  })

  test('other words are unread words', async () => {
    const { store } = opened
    const { seq, locator } = await written()
    await saveCoding(store, of, { seqs: [seq], round: 1, codes: ['c1'] }, wang)
    expect(await readingsOf(seq)).toHaveLength(1)
    await correctResponse(store, locator, { answers: { Q1: 'a', Q5: '草' }, others: {} }, now)
    expect(await readingsOf(seq)).toEqual([])
  })

  test('an excluded response is not read, and neither is what was found in it', async () => {
    const { store } = opened
    const { seq } = await written()
    const before = (await listOpenTexts(store, of, [1], 100)).length
    await store.write([{ sql: 'UPDATE responses SET excluded = 1 WHERE seq = ?', args: [seq] }])
    expect(await listOpenTexts(store, of, [1], 100)).toHaveLength(before - 1)
  })
})
