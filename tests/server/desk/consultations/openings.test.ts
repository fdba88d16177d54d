import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../../../db/audit.ts'
import { closeConsultation, findConsultation } from '../../../../db/consultations.ts'
import { garden } from '../../../../surveys/definitions/garden/consultation.ts'
import { templates } from '../../../../surveys/definitions/templates.ts'
import { checkDefinition } from '../../../../surveys/engine/check-definition.ts'
import { type DeskSite, fillIn, openSignedIn } from '../desk-site.ts'

const day = 86_400_000
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('every template can be published as it is', () => {
  expect(templates.map(({ id }) => id)).toEqual(['huicheng', 'garden'])
  for (const template of templates) expect(checkDefinition(template)).toEqual([])
})

describe('a consultation', () => {
  let desk: DeskSite
  beforeAll(async () => {
    desk = await openSignedIn()
    const filled = { organiser: '长桥街道', phone: '64540000', resultsBy: '2026年5月1日' }
    await fillIn(desk, { ...filled, correctionMinutes: '1440' })
  })
  afterAll(() => desk.close())

  test('is offered with what it asks of whom and how long that takes', async () => {
    expect(await desk.page('/desk')).toContain('href="/desk/openings"')
    const page = plain(await desk.page('/desk/openings'))
    expect(page).toContain('成人版 自己写话、联系方式（另一页） 18 题 5 分钟')
    expect(page).toContain('儿童版 自己写话 9 题 3 分钟')
    expect(page).toContain('成人版 图上点位、挑日子、照片、自己写话 8 题 3 分钟')
    expect(page).toContain('儿童版 画画 4 题 2 分钟')
    expect(page).not.toContain('像是在问')
  })

  test('is not there before somebody said yes to it', async () => {
    const page = plain(await desk.page('/desk/openings/garden'))
    expect(page).toContain('现在打开「口袋花园」？')
    expect(page).toContain('先照「院子怎么改」的填好')
    expect(page).toContain('和现在开着的「院子怎么改」（2026年3月16日 23:59 截止）列在一起')
    expect(page).toContain('30 天，到 2026年4月1日 23:59')
    expect(await findConsultation(desk.store, 'garden')).toBeUndefined()
    const odd = await desk.post('/desk/openings/garden', { days: '400' })
    expect(odd.headers.get('location')).toBe('/desk/openings/garden')
    expect(await findConsultation(desk.store, 'garden')).toBeUndefined()
  })

  test('is open for residents at once, as its template says, with whom to ring', async () => {
    const opened = await desk.post('/desk/openings/garden', { days: '15' })
    expect([opened.status, opened.headers.get('location')]).toEqual([
      303,
      '/desk/c/garden/particulars?opened',
    ])
    const told = await desk.page('/desk/c/garden/particulars?opened')
    expect(told).toContain('居民现在就能答')
    expect(told).toContain('value="长桥街道"')
    expect(told).not.toContain('2026年5月1日')
    const found = await findConsultation(desk.store, 'garden')
    expect(found?.editions.map(({ edition }) => edition)).toEqual(garden.editions)
    expect(found?.closesAt).toBe(Date.UTC(2026, 2, 17, 15, 59, 59, 999))
    const page = await desk.app.request(`${desk.origin}/c/garden/adult`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('64540000')
    const scanned = await desk.app.request(`${desk.origin}/m/HC2A`)
    expect(await scanned.text()).toContain('href="/c/garden/adult?m=HC2A"')
  })

  test('stands in the audit trail under the name of who opened it', async () => {
    const { rows } = await desk.store.read(
      `SELECT m.name FROM audit_entries a JOIN members m ON m.id = a.actor
        WHERE a.action = 'open consultation' AND a.object = 'garden'`,
    )
    expect(rows.map(({ name }) => name)).toEqual(['王小明'])
  })

  test('is not opened a second time, and whoever tries is told why', async () => {
    expect(plain(await desk.page('/desk/openings'))).toContain('正在征询，2026年3月17日 23:59 截止')
    const again = await desk.post('/desk/openings/garden', { days: '15' })
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('它正在征询')
    await closeConsultation(desk.store, 'garden', system(desk.now()))
    desk.wait(1)
    const later = await desk.post('/desk/openings/garden', { days: '15' })
    expect(later.status).toBe(409)
    expect(await later.text()).toContain('不能再开第二次')
    expect(plain(await desk.page('/desk/openings/garden'))).toContain('已经开过了')
  })

  test('is opened once when two people press at the same moment', async () => {
    const both = await Promise.all(
      [1, 2].map(() => desk.post('/desk/openings/huicheng', { days: '30' })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
  })

  test('that is no template is not found, and nobody opens one without a session', async () => {
    expect((await desk.get('/desk/openings/round')).status).toBe(404)
    expect((await desk.post('/desk/openings/nowhere', { days: '30' })).status).toBe(404)
    desk.wait(day)
    expect((await desk.post('/desk/openings/garden', { days: '30' })).status).toBe(401)
  })
})
