import { afterAll, beforeAll, expect, test } from 'vitest'
import { huicheng } from '../../../../surveys/definitions/huicheng/consultation.ts'
import { post, withFields } from '../../routes/resident-page.ts'
import { beganIn, type DeskSite, openDesk } from '../desk-site.ts'

const day = 86_400_000
const listed = '/desk/c/huicheng/suggestions'
let desk: DeskSite
beforeAll(async () => {
  desk = await openDesk(huicheng)
  await desk.setUp()
})
afterAll(() => desk.close())

const suggest = async (text: string) => {
  const form = await (await desk.app.request(`${desk.origin}/c/huicheng/adult`)).text()
  const fields = withFields(form, { agree: 'yes', Q1: 'hc1', Q18b: text })
  await desk.app.request(`${desk.origin}/c/huicheng/adult`, post(fields))
}
const countOf = async (name: string) =>
  Number(new RegExp(`>${name} (\\d+)<`).exec(await desk.page(listed))?.[1])

test('a suggestion that nobody looked at is overdue once fifteen working days since it came are over', async () => {
  await suggest('没有人看的建议')
  // The fifteenth working day after 2 March is 23 March, and it counts.
  desk.wait(21 * day)
  await desk.signIn()
  await suggest('刚来的建议')
  expect(await desk.page(`${listed}?at=overdue`)).not.toContain('没有人看的建议')
  expect(await countOf('超期')).toBe(0)
  expect(await desk.page(listed)).toContain('待登记，还有 0 个工作日')

  desk.wait(day)
  await desk.signIn()
  const page = await desk.page(`${listed}?at=overdue`)
  expect(page).toContain('没有人看的建议')
  expect(page).toContain('待登记，超期 1 个工作日')
  expect(page).not.toContain('刚来的建议')
  expect(await countOf('超期')).toBe(1)
})

test('what is registered and handed to nobody stays overdue, and its deadlines count from the day it came', async () => {
  const [seq = ''] = /(?<=id="s)\d+/.exec(await desk.page(`${listed}?at=overdue`)) ?? []
  await desk.post(`${listed}/${seq}/card`, { subject: '没人看', category: '其他' })
  const page = await desk.page(`${listed}?at=overdue`)
  expect(page).toContain('待交办，超期 1 个工作日')
  expect(page).toContain('简单的 5 个工作日（2026-03-09），复杂的 15 个工作日（2026-03-23）')
  expect(await countOf('超期')).toBe(1)
  const later = { unit: '物业', dueOn: '2026-04-01', handling: '' }
  await desk.post(`${listed}/${seq}/assignment`, later)
  expect(await countOf('超期')).toBe(0)
})

test('the same suggestion is late or in time with the one it goes with', async () => {
  await suggest('没有人看的建议！')
  expect(await countOf('超期')).toBe(0)
  const [seq = ''] = /(?<=href="[^"]+#s)\d+/.exec(await desk.page(listed)) ?? []
  const to = `${listed}/${seq}/assignment`
  const began = beganIn(await desk.page(listed), to)
  await desk.post(to, { unit: '物业', dueOn: '2026-03-20', handling: '', began })
  expect(await countOf('超期')).toBe(2)
  await desk.post(`${listed}/${seq}/reply`, { outcome: 'explained', reply: '看到了。' })
  expect(await countOf('超期')).toBe(0)
  expect(await countOf('已答复')).toBe(2)
})
