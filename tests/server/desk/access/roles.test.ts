import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { may, permissions, roles } from '../../../../server/desk/access/permissions.ts'
import { type DeskSite, member, openDesk } from '../desk-site.ts'

let desk: DeskSite
const colleague = { name: '李阿姨', password: '阳台上的茉莉花今年开了三回呢！' }
const { password } = member

beforeAll(async () => {
  desk = await openDesk()
  await desk.setUp()
  await desk.setUp('staff', colleague)
})
afterAll(() => desk.close())

const idOf = async (name: string) =>
  String((await desk.store.read('SELECT id FROM members WHERE name = ?', [name])).rows[0]?.id)

test('whatever is kept for some, an administrator may do and an unknown role may not', () => {
  for (const permission of permissions) {
    expect(may('admin', permission)).toBe(true)
    expect(may('volunteer', permission)).toBe(false)
    expect(may('', permission)).toBe(false)
  }
  expect(roles.filter((role) => may(role, 'export responses'))).toEqual(['admin'])
})

describe('a colleague who is no administrator', () => {
  test('sees results but no single responses, no contacts and no accounts', async () => {
    await desk.signIn(colleague)
    expect((await desk.get('/desk/c/round/results/adult')).status).toBe(200)
    for (const path of ['/desk/members', '/desk/c/round/contacts'])
      expect([path, (await desk.get(path)).status]).toEqual([path, 403])
    for (const path of ['/desk/members/invitations', '/desk/c/round/export/adult']) {
      const answer = await desk.post(path, { password: colleague.password })
      expect([path, answer.status]).toEqual([path, 403])
    }
    const page = await desk.page('/desk/c/round/export')
    expect(page).toContain('只有管理员能导出')
    expect(page).not.toContain('action="/desk/c/round/export/adult"')
    expect(page).not.toContain('href="/desk/members"')
  })

  test('can be made one and lose it again, but nobody changes their own account', async () => {
    await desk.signIn()
    const id = await idOf(colleague.name)
    expect((await desk.post(`/desk/members/${id}/role`, { role: 'admin' })).status).toBe(303)
    await desk.signIn(colleague)
    expect((await desk.get('/desk/members')).status).toBe(200)
    expect((await desk.post(`/desk/members/${id}/role`, { role: 'staff' })).status).toBe(422)
    expect((await desk.post(`/desk/members/${id}/closure`, {})).status).toBe(422)
    await desk.signIn()
    expect((await desk.post(`/desk/members/${id}/role`, { role: 'staff' })).status).toBe(303)
    expect((await desk.post(`/desk/members/${id}/role`, { role: 'owner' })).status).toBe(422)
    expect((await desk.post('/desk/members/nobody/role', { role: 'staff' })).status).toBe(404)
  })

  test('is out at once when the account is closed', async () => {
    await desk.signIn(colleague)
    const theirs = desk.cookie()
    await desk.signIn()
    const id = await idOf(colleague.name)
    expect((await desk.post(`/desk/members/${id}/closure`, {})).status).toBe(303)
    const answer = await desk.app.request(`${desk.origin}/desk`, { headers: { Cookie: theirs } })
    expect(answer.status).toBe(303)
    expect((await desk.signIn(colleague)).status).toBe(403)
    expect(await desk.page('/desk/members')).not.toContain(colleague.name)
  })
})

describe('single responses', () => {
  const ask = (typed: string) =>
    desk.post('/desk/c/round/export/adult', { purpose: '存档备查', password: typed })

  test('are given only after the password was typed again, and what was typed beside it is kept', async () => {
    await desk.signIn()
    for (const typed of ['', '不是这一句']) {
      const answer = await ask(typed)
      expect([typed, answer.status]).toEqual([typed, 422])
      expect(await answer.text()).toContain('value="存档备查"')
    }
    expect(await (await ask(password)).text()).toContain('请等')
    desk.wait(1000)
    expect((await ask(password)).headers.get('content-type')).toContain('text/csv')
  })

  test('need no other for five minutes, and then they do', async () => {
    expect(await desk.page('/desk/c/round/export')).not.toContain('再输一次您的密码')
    desk.wait(5 * 60_000 - 1)
    expect((await ask('')).status).toBe(200)
    desk.wait(1)
    expect((await ask('')).status).toBe(422)
  })

  test('are not given to a session whose secret was stolen before', async () => {
    const before = desk.cookie()
    expect((await ask(password)).status).toBe(200)
    expect(desk.cookie()).not.toBe(before)
    const answer = await desk.app.request(`${desk.origin}/desk`, { headers: { Cookie: before } })
    expect(answer.status).toBe(303)
  })
})
