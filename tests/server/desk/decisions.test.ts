import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listPublicDecisions } from '../../../db/decisions.ts'
import { draftRelease, publishRelease } from '../../../db/releases.ts'
import { jpegOf } from '../files/pictures.ts'
import { type DeskSite, openDesk } from './desk-site.ts'

let desk: DeskSite
const path = '/desk/c/round/decisions'
const typed = {
  title: '路口装灯',
  verdict: 'do',
  decision: '在东门和西门各装一盏灯',
  action: '六月前装好',
  unit: '物业',
  dueOn: '2026-06-01',
}

beforeAll(async () => {
  desk = await openDesk()
  await desk.setUp()
  await desk.signIn()
  const table = {
    ...{ id: 'Q3', number: '3', title: '最该先办哪几件？', kind: 'multiple', people: '居民' },
    ...{
      sentence: '42 位被问到的居民中，选「路灯亮一点」的最多，30 位（71%）。',
      base: 42,
      apart: [],
    },
    body: { shape: 'bars', bars: [] },
  }
  const released = {
    ...{ format: 1, consultation: 'round', takenAt: desk.now() },
    editions: [
      {
        ...{ audience: 'adult', version: 1, title: '成人问卷', people: 42, neighbourhoods: [] },
        ...{ questions: [{ takenAt: desk.now(), table }], withheld: [] },
      },
    ],
  }
  const snapshot = JSON.stringify(released)
  const draft = { consultationId: 'round', note: '', snapshot, counted: '{}' }
  const id = await draftRelease(desk.store, draft, { at: desk.now(), actor: 'one' })
  desk.wait(1000)
  await publishRelease(desk.store, id, { at: desk.now(), actor: 'two' })
})
afterAll(() => desk.close())

const open = () => listPublicDecisions(desk.store, 'round')

/** Writes it and gives its address. */
async function write(fields: Record<string, string>) {
  const answer = await desk.post(`${path}/new`, fields)
  expect(answer.status).toBe(303)
  return (answer.headers.get('Location') ?? '').replace('?saved', '')
}

describe('a decision', () => {
  test('cites published numbers and keeps them as they were', async () => {
    expect(await desk.page(`${path}/new`)).toContain('30 位（71%）')
    const address = await write({ ...typed, 'cite-adult.Q3': 'yes' })
    expect(await open()).toEqual([])
    await desk.post(`${address}/publication`, {})
    const [published] = await open()
    expect(JSON.parse(published?.findings ?? '')).toMatchObject([
      { release: 1, table: { id: 'Q3' } },
    ])
    expect(await desk.page(path)).toContain('选「路灯亮一点」的最多，30 位（71%）。（第 1 次公示')
  })

  test('that says no says why, and what was typed stays', async () => {
    const refused = await desk.post(`${path}/new`, { ...typed, verdict: 'not' })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('要写出原因')
    expect(page).toContain('在东门和西门各装一盏灯')
    const address = await write({ ...typed, verdict: 'not', reason: '地下有燃气管线' })
    expect(await desk.page(address)).toContain('地下有燃气管线')
  })

  test('without a name, without a day that exists or with too many words is not kept', async () => {
    const long = '很'.repeat(2001)
    for (const wrong of [
      { title: ' ' },
      { dueOn: 'soon' },
      { decision: long },
      { verdict: 'maybe' },
    ]) {
      expect((await desk.post(`${path}/new`, { ...typed, ...wrong })).status).toBe(422)
    }
  })

  test('is followed until it is done, with a photo', async () => {
    const address = await write(typed)
    expect((await desk.upload(`${address}/progress`, { progress: 'done', note: '' })).status).toBe(
      404,
    )
    await desk.post(`${address}/publication`, {})
    const photo = new Blob([await jpegOf(64, 48)], { type: 'image/jpeg' })
    const done = { progress: 'done', note: '两盏灯昨晚亮了', photo }
    expect((await desk.upload(`${address}/progress`, done)).status).toBe(303)
    const page = await desk.page(address)
    const image = /class="progress-photo" src="([^"]+)"/.exec(page)?.[1] ?? ''
    expect((await desk.get(image)).status).toBe(200)
    expect(await desk.page(path)).toContain('两盏灯昨晚亮了')
    const wrong = new Blob(['no photo'], { type: 'image/jpeg' })
    const refused = await desk.upload(`${address}/progress`, { ...done, photo: wrong })
    expect([refused.status, (await refused.text()).includes('这不是能收下的图')]).toEqual([
      422,
      true,
    ])
  })

  test('can be thrown away until somebody outside has read it', async () => {
    const address = await write(typed)
    await desk.post(`${address}/removal`, {})
    expect((await desk.get(address)).status).toBe(404)
    const other = await write(typed)
    await desk.post(`${other}/publication`, {})
    expect((await desk.post(`${other}/removal`, {})).status).toBe(404)
  })
})
