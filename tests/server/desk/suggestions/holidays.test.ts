import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DeskSite, openSignedIn } from '../desk-site.ts'

let desk: DeskSite
beforeAll(async () => {
  desk = await openSignedIn()
})
afterAll(() => desk.close())

test('holidays are entered line by line; a line nobody can read is named and nothing is lost', async () => {
  const wrong = await desk.post('/desk/holidays', { days: '2027-01-01 休\n2027-02-30 休' })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  expect(page).toContain('第 2 行读不懂')
  expect(page).toContain('2027-01-01 休')
  const right = await desk.post('/desk/holidays', { days: '2027-01-01 休\r\n\n2027-01-03班' })
  expect(right.status).toBe(303)
  expect(await desk.page('/desk/holidays')).toContain('2027-01-01 休\n2027-01-03 班')
  expect(await desk.page('/desk/c/round/suggestions')).toContain('假期安排录到 2027 年')
})
