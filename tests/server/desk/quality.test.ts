import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { versionColumns } from '../../../db/columns.ts'
import { findConsultation } from '../../../db/consultations.ts'
import { answer, type DeskSite, member, openDesk } from './desk-site.ts'

let desk: DeskSite
let versionId: number
const path = '/desk/c/round/quality'

beforeAll(async () => {
  desk = await openDesk()
  await desk.setUp()
  await desk.signIn()
  const consultation = await findConsultation(desk.store, 'round')
  versionId = consultation?.editions[0]?.versionId ?? 0
  for (let i = 0; i < 40; i++) {
    await answer(
      desk.store,
      versionId,
      { answers: { Q1: i % 2 ? 'east' : 'west', Q3: ['lamps'] } },
      { seconds: 200 + i },
    )
  }
  await answer(desk.store, versionId, { answers: { Q1: 'east', Q3: ['seats'] } }, { seconds: 12 })
})
afterAll(() => desk.close())

const counted = async () => {
  const edition = (await findConsultation(desk.store, 'round'))?.editions[0]?.edition
  if (!edition) throw new Error('no edition')
  return (await versionColumns(desk.store, versionId, edition)).count
}

describe('a response that was filled in much faster than the others', () => {
  test('is pointed out and counts all the same', async () => {
    const page = await desk.page(path)
    expect(page).toContain('答得太快：用了 12 秒，一半的人用 219 秒以上')
    expect(page).toContain('收到 41 份，计入 41 份，排除 0 份')
    expect(await counted()).toBe(41)
  })

  test('is left out only when one proposes it with a reason and another agrees; and comes back', async () => {
    const seq = /id="s(\d+)"/.exec(await desk.page(path))?.[1] ?? ''
    expect((await desk.post(`${path}/${seq}`, { reason: ' ' })).status).toBe(422)
    expect((await desk.post(`${path}/${seq}`, { reason: '十二秒读不完' })).status).toBe(303)
    expect(await desk.page(path)).toContain('要另一位同事同意才排除')
    expect((await desk.post(`${path}/${seq}/decision`, { state: 'excluded' })).status).toBe(404)
    expect(await counted()).toBe(41)

    const other = { name: '李阿姨', password: '另一句只有我自己知道的家常话罢了' }
    await desk.setUp('admin', other)
    await desk.signIn(other)
    expect((await desk.post(`${path}/${seq}/decision`, { state: 'excluded' })).status).toBe(303)
    expect(await counted()).toBe(40)
    expect(await desk.page(path)).toContain('收到 41 份，计入 40 份，排除 1 份，有效率 97.6%')
    expect(await desk.page('/desk/c/round/results/adult')).toContain('共 40 位居民答了')

    await desk.signIn(member)
    expect((await desk.post(`${path}/${seq}/decision`, { state: 'kept' })).status).toBe(303)
    expect(await counted()).toBe(41)
  })
})
