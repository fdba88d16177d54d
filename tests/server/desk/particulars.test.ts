import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findConsultation } from '../../../db/consultations.ts'
import { answer, type DeskSite, openDesk } from './desk-site.ts'

const day = 86_400_000

describe('the time in which answers can be corrected', () => {
  let desk: DeskSite
  beforeAll(async () => {
    desk = await openDesk()
    await desk.setUp()
    await desk.signIn()
  })
  afterAll(() => desk.close())
  const setTo = (minutes: number) =>
    desk.post('/desk/c/round/particulars', { correctionMinutes: String(minutes) })
  const holds = async () => (await findConsultation(desk.store, 'round'))?.correctionMinutes

  test('may be anything while nobody counts on it', async () => {
    for (const minutes of [10, 4320, 1440]) {
      expect((await setTo(minutes)).headers.get('location')).toMatch(/\?saved$/)
      expect(await holds()).toBe(minutes)
    }
  })

  test('that a receipt promised is not made shorter, only longer', async () => {
    const [edition] = (await findConsultation(desk.store, 'round'))?.editions ?? []
    await answer(
      desk.store,
      edition?.versionId ?? 0,
      { answers: { Q1: 'east' } },
      { at: desk.now() },
    )
    const refused = await setTo(60)
    expect(await holds()).toBe(1440)
    expect(await desk.page(refused.headers.get('location') ?? '')).toContain('更正的时间没有缩短')
    await setTo(4320)
    expect(await holds()).toBe(4320)
    desk.wait(2 * day)
    await desk.signIn()
    await setTo(60)
    expect(await holds()).toBe(4320)
  })

  test('can be made shorter once every promise was kept', async () => {
    desk.wait(day + 60_000)
    await desk.signIn()
    const saved = await setTo(60)
    expect(saved.headers.get('location')).toMatch(/\?saved$/)
    expect(await holds()).toBe(60)
  })
})
