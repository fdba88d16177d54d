import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findConsultation } from '../../../../db/consultations.ts'
import { asSecond, openTwo } from '../../releases/published-site.ts'
import { answer, beganIn, type DeskSite, fillIn, openSignedIn } from '../desk-site.ts'

const day = 86_400_000
const address = '/desk/c/round/particulars'

describe('the time in which answers can be corrected', () => {
  let desk: DeskSite
  beforeAll(async () => {
    desk = await openSignedIn()
  })
  afterAll(() => desk.close())
  const setTo = (minutes: number) => fillIn(desk, { correctionMinutes: String(minutes) })
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

describe('what the committee fills in', () => {
  let desk: DeskSite
  beforeAll(async () => {
    desk = await openTwo()
  })
  afterAll(() => desk.close())
  const stands = async () => {
    const { particulars, correctionMinutes } = (await findConsultation(desk.store, 'round')) ?? {}
    return { ...particulars, correctionMinutes }
  }

  test('by two people at once keeps the first, and shows the second both', async () => {
    const began = beganIn(await desk.page(address), address)
    const first = { phone: '021-6400 1111', correctionMinutes: '4320', began }
    expect((await desk.post(address, first)).status).toBe(303)
    // Pressed twice, it is kept once.
    expect((await desk.post(address, first)).status).toBe(303)
    const other = { phone: '021-6400 2222', contact: '李老师', correctionMinutes: '1440', began }
    const late = await desk.post(address, other, asSecond(desk))
    const page = await late.text()
    expect(late.status).toBe(409)
    expect(page).toMatch(/您写的时候，<bdi>王小明<\/bdi>在 2026年3月2日 [\d:]+ 改过/)
    expect(page).toMatch(/联系电话（<bdi>王小明<\/bdi>存的）.*021-6400 1111.*投出后.*3 天/s)
    for (const words of ['value="021-6400 2222"', 'value="李老师"', '看过了，仍按我写的保存'])
      expect(page).toContain(words)
    expect(page).toMatch(/value="1440" selected/)
    const kept = { phone: '021-6400 1111', contact: '', correctionMinutes: 4320 }
    expect(await stands()).toMatchObject(kept)
    const seen = { ...other, began: beganIn(page, address) }
    expect((await desk.post(address, seen, asSecond(desk))).status).toBe(303)
    expect(await stands()).toMatchObject({ phone: '021-6400 2222', contact: '李老师' })
  })

  test('too long is told, with everything else as it was typed', async () => {
    const began = beganIn(await desk.page(address), address)
    const fields = { phone: '1'.repeat(301), contact: '陈老师', correctionMinutes: '10080', began }
    const refused = await desk.post(address, fields)
    const page = await refused.text()
    expect(refused.status).toBe(422)
    expect(page).toMatch(/「联系电话」太长了.*value="陈老师".*value="10080" selected/s)
    expect(beganIn(page, address)).toBe(began)
  })
})
