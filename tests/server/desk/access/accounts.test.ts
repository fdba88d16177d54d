import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptInvitation } from '../../../../db/invitations.ts'
import { passwordMatches, passwordProblem } from '../../../../server/desk/access/password.ts'
import { type DeskSite, member, openDesk } from '../desk-site.ts'

let desk: DeskSite
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

describe('a set-up link', () => {
  test('makes one account and then no longer works', async () => {
    const { token } = await desk.invite()
    const path = `/desk/setup/${token}`
    expect((await desk.get(path)).status).toBe(200)
    const fields = { ...member, again: member.password }
    const done = await desk.post(path, fields)
    expect([done.status, done.headers.get('location')]).toEqual([303, '/desk/sign-in'])
    expect((await desk.get(path)).status).toBe(410)
    expect((await desk.post(path, { ...fields, name: '别人' })).status).toBe(410)
  })

  test('makes only one account when two people use it at the same moment', async () => {
    const { token } = await desk.invite()
    const answers = await Promise.all(
      ['甲甲', '乙乙'].map((name) =>
        desk.post(`/desk/setup/${token}`, { ...member, name, again: member.password }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
  })

  test('runs out after a day', async () => {
    const { token } = await desk.invite()
    desk.wait(24 * 3_600_000)
    expect((await desk.get(`/desk/setup/${token}`)).status).toBe(410)
  })

  test('says what is wrong and stays open', async () => {
    const { token } = await desk.invite()
    const path = `/desk/setup/${token}`
    const rows: [Record<string, string>, string][] = [
      [{ name: '', password: member.password, again: member.password }, '请写上姓名'],
      [{ name: member.name, password: member.password, again: member.password }, '已经有账号'],
      [{ name: '李四', password: '太短', again: '太短' }, '至少要 15 个字符'],
      [{ name: '李四', password: member.password, again: `${member.password}！` }, '不一样'],
    ]
    for (const [fields, words] of rows) {
      const answer = await desk.post(path, fields)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(words)
    }
    expect((await desk.get(path)).status).toBe(200)
  })

  test('never gives anybody the name of an account that was closed, and can be used with another', async () => {
    await desk.signIn()
    const gone = { name: '赵已走', password: member.password }
    await desk.setUp('staff', gone)
    const [, id = ''] = /members\/([\w-]+)\/closure/.exec(await desk.page('/desk/members')) ?? []
    expect((await desk.post(`/desk/members/${id}/closure`, {})).status).toBe(303)
    const { token } = await desk.invite()
    const path = `/desk/setup/${token}`
    const taken = await desk.post(path, { ...gone, again: gone.password })
    expect([taken.status, (await taken.text()).includes('已经有账号')]).toEqual([422, true])
    const other = await desk.post(path, { ...gone, name: '赵新来', again: gone.password })
    expect(other.status).toBe(303)
  })

  test('does not seem spent when it is the database that refuses', async () => {
    const { token } = await desk.invite()
    const broken = { token, name: '钱一', passwordHash: 'too short', now: desk.now() }
    await expect(acceptInvitation(desk.store, broken)).rejects.toThrow()
    expect((await desk.get(`/desk/setup/${token}`)).status).toBe(200)
  })
})

test.each([
  ['short', 'too-short'],
  ['x'.repeat(257), 'too-long'],
  ['aaaaaaaaaaaaaaaaaa', 'too-common'],
  ['123456789012345678', 'too-common'],
  ['qwertyuiopasdfghjkl', 'too-common'],
  ['passwordpassword123', 'too-common'],
  ['邮筒森林邮筒森林邮筒森林邮筒森林', 'too-common'],
  ['huicheng-shanghai-2026', 'too-common'],
  ['王小明王小明王小明王小明王小明', 'has-name'],
  ['每天早上七点我去菜场买一条鱼', 'too-short'],
  ['每天早上七点我去菜场买一条鱼和葱', undefined],
  ['correct horse battery staple', undefined],
])('the password %s is judged %s', (password, problem) => {
  expect(passwordProblem(password, '王小明')).toBe(problem)
})

describe('signing in', () => {
  test('opens the desk with a cookie that only this site, over HTTPS, gets back', async () => {
    const answer = await desk.signIn()
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk'])
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-desk=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    const page = await desk.get('/desk')
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
  })

  test('gives a new secret each time, and ends the one it replaces', async () => {
    const first = (await desk.signIn()).headers.get('set-cookie')?.split(';')[0] ?? ''
    const second = (await desk.signIn()).headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(second).not.toBe(first)
    const old = await desk.app.request(`${desk.origin}/desk`, { headers: { Cookie: first } })
    expect(old.status).toBe(303)
  })

  test('ends after half an hour without a click', async () => {
    await desk.signIn()
    desk.wait(29 * 60_000)
    expect((await desk.get('/desk')).status).toBe(200)
    desk.wait(31 * 60_000)
    expect((await desk.get('/desk')).headers.get('location')).toBe('/desk/sign-in')
  })

  test('ends after twelve hours, however busy', async () => {
    await desk.signIn()
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      desk.wait(20 * 60_000)
      expect((await desk.get('/desk')).status).toBe(200)
    }
    desk.wait(20 * 60_000)
    expect((await desk.get('/desk')).status).toBe(303)
  })

  test('ends at once when signing out', async () => {
    const cookie = (await desk.signIn()).headers.get('set-cookie')?.split(';')[0] ?? ''
    expect((await desk.post('/desk/sign-out', {})).headers.get('location')).toBe(
      '/desk/sign-in?out',
    )
    const after = await desk.app.request(`${desk.origin}/desk`, { headers: { Cookie: cookie } })
    expect(after.status).toBe(303)
  })

  test('leads back to the page asked for, and never off the desk', async () => {
    desk.forgetCookie()
    const asked = await desk.get('/desk/mailboxes?x=1')
    expect(asked.headers.get('location')).toBe('/desk/sign-in?next=%2Fdesk%2Fmailboxes%3Fx%3D1')
    const next = async (address: string) => {
      const answer = await desk.post('/desk/sign-in', { ...member, next: address })
      return answer.headers.get('location')
    }
    expect(await next('/desk/mailboxes?x=1')).toBe('/desk/mailboxes?x=1')
    for (const bad of ['https://evil.example', '//evil.example', '/desk//evil', '/deskx', '/\\e']) {
      expect(await next(bad)).toBe('/desk')
    }
  })
})

describe('a wrong password', () => {
  test('is answered like a name nobody has, and delays the next try a little longer each time', async () => {
    desk.forgetCookie()
    const tell = async (name: string) => {
      const seen: [number, string | null, string][] = []
      for (const pause of [0, 0, 1000, 0, 2000]) {
        desk.wait(pause)
        const answer = await desk.post('/desk/sign-in', { name, password: 'wrong '.repeat(4) })
        const words = (await answer.text()).replaceAll(name, '')
        seen.push([answer.status, answer.headers.get('retry-after'), words])
      }
      return seen
    }
    const known = await tell(member.name)
    const unknown = await tell('没有这个人')
    expect(known.map(([status, after]) => [status, after])).toEqual([
      [403, null],
      [429, '1'],
      [403, null],
      [429, '2'],
      [403, null],
    ])
    expect(unknown).toEqual(known)
  })

  test('never locks anybody out for good', async () => {
    desk.wait(15 * 60_000)
    expect((await desk.signIn()).status).toBe(303)
  })

  test('cannot be tried many times at once', async () => {
    desk.forgetCookie()
    const tries = Array.from({ length: 8 }, () =>
      desk.post('/desk/sign-in', { name: member.name, password: 'wrong wrong wrong' }),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 403)).toHaveLength(1)
    desk.wait(15 * 60_000)
  })

  test('is not even looked at while forty others wait: come again in a moment', async () => {
    const line = `$scrypt$n=4096,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`
    const others = Array.from({ length: 42 }, () => passwordMatches('something else', line))
    const sentAway = await desk.post('/desk/sign-in', { name: '路人', password: 'wrong wrong' })
    expect([sentAway.status, sentAway.headers.get('retry-after')]).toEqual([503, '10'])
    expect(sentAway.headers.get('cache-control')).toBe('no-store')
    expect(await sentAway.text()).toBe('现在登录的人太多，请过一会儿再试。')
    expect(new Set(await Promise.all(others))).toEqual(new Set([false]))
    expect((await desk.signIn()).status).toBe(303)
  })
})

test('the sign-in page says plainly when the connection cannot keep a session', async () => {
  const plain = await desk.app.request('http://forest.example:8787/desk/sign-in')
  expect(await plain.text()).toContain('不是 HTTPS')
  for (const fine of ['http://localhost:8787', 'http://127.0.0.1:8787', 'https://forest.example']) {
    const page = await desk.app.request(`${fine}/desk/sign-in`)
    expect(await page.text()).not.toContain('不是 HTTPS')
  }
})

test('nothing of a password, a session or a link is stored as it is', async () => {
  const { token } = await desk.invite()
  const cookie = (await desk.signIn()).headers.get('set-cookie') ?? ''
  const secret = cookie.match(/=([\w-]+)/)?.[1] ?? ''
  const stored = JSON.stringify(
    await Promise.all(
      ['members', 'sessions', 'invitations', 'audit_entries'].map(async (table) => {
        const { rows } = await desk.store.read(`SELECT * FROM ${table}`)
        return rows.map((row) => Object.values(row))
      }),
    ),
  )
  expect(secret).toHaveLength(43)
  for (const word of [token, secret, member.password]) expect(stored).not.toContain(word)
  expect(stored).toContain('$scrypt$n=32768,r=8,p=3$')
})

test('a colleague is invited with a link that is shown once and leads to an account', async () => {
  await desk.signIn()
  const made = await desk.post('/desk/members/invitations', { role: 'admin' })
  const link = (await made.text()).match(
    /https:\/\/forest\.example(\/desk\/setup\/[\w-]{43})</,
  )?.[1]
  expect(made.status).toBe(201)
  expect((await desk.get(link ?? '')).status).toBe(200)
  const colleague = { name: '李阿姨', password: '阳台上的茉莉花今年开了三回呢' + '！' }
  const joined = await desk.post(link ?? '', { ...colleague, again: colleague.password })
  expect(joined.status).toBe(303)
  expect(await desk.page('/desk/members')).toContain('李阿姨')
  expect(await desk.page('/desk/members')).not.toContain('/desk/setup/')
})

test('who has forgotten the password chooses another one behind a link that a colleague made, once', async () => {
  await desk.signIn()
  const [, id] =
    (await desk.page('/desk/members')).match(
      /<bdi>李阿姨[\s\S]*?members\/([\w-]+)\/password-link/,
    ) ?? []
  const make = async () => {
    const made = await desk.post(`/desk/members/${id}/password-link`, {})
    expect(made.status).toBe(201)
    return (await made.text()).match(/forest\.example(\/desk\/password\/[\w.-]+)</)?.[1] ?? ''
  }
  const [link, another] = [await make(), await make()]
  desk.forgetCookie()
  expect(await desk.page(link)).toContain('李阿姨')
  const altered = link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
  expect((await desk.get(altered)).status).toBe(410)
  const chosen = '楼下的枇杷熟了大家一起来摘吧'.repeat(2)
  const refused = await desk.post(link, { chosen, again: `${chosen}。` })
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('不一样')])
  const done = await desk.post(link, { chosen, again: chosen })
  expect([done.status, done.headers.get('location')]).toEqual([303, '/desk/sign-in?changed'])
  // Both are used up: they stood for the password that was forgotten.
  for (const spent of [link, another]) expect((await desk.get(spent)).status).toBe(410)
  expect((await desk.signIn({ name: '李阿姨', password: chosen })).status).toBe(303)
})

test('a link for another password runs out after a day', async () => {
  await desk.signIn()
  const [, id] = (await desk.page('/desk/members')).match(/members\/([\w-]+)\/password-link/) ?? []
  const made = await desk.post(`/desk/members/${id}/password-link`, {})
  const link = (await made.text()).match(/forest\.example(\/desk\/password\/[\w.-]+)</)?.[1] ?? ''
  expect((await desk.get(link)).status).toBe(200)
  desk.wait(24 * 3_600_000)
  expect((await desk.get(link)).status).toBe(410)
})

describe('another password', () => {
  const next = '昨天傍晚在河边看见一只很大的白鹭'
  const change = (fields: Record<string, string>) => desk.post('/desk/account/password', fields)

  test('is chosen by whoever knows the old one, and everybody who is in with that is out', async () => {
    desk.wait(3_600_000)
    await desk.signIn()
    const elsewhere = desk.cookie()
    desk.forgetCookie()
    await desk.signIn()
    expect(await desk.page('/desk/account')).toContain('换密码')
    for (const [fields, words] of [
      [{ chosen: next, again: next }, '请再输一次密码'],
      [{ password: `${member.password}？`, chosen: next, again: next }, '密码不对'],
    ] as const) {
      const refused = await change(fields)
      expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(words)])
      desk.wait(2000)
    }
    const old = { password: member.password }
    const short = await change({ ...old, chosen: '太短', again: '太短' })
    expect([short.status, await short.text()]).toEqual([
      422,
      expect.stringContaining('至少要 15 个字符'),
    ])
    const unlike = await change({ ...old, chosen: next, again: `${next}。` })
    expect(await unlike.text()).toContain('两次输入的密码不一样')
    const done = await change({ ...old, chosen: next, again: next })
    expect([done.status, done.headers.get('location')]).toEqual([303, '/desk/sign-in?changed'])
    for (const cookie of [elsewhere, desk.cookie()]) {
      const there = await desk.app.request(`${desk.origin}/desk`, { headers: { Cookie: cookie } })
      expect(there.status).toBe(303)
    }
    desk.forgetCookie()
    expect((await desk.signIn()).status).toBe(403)
    desk.wait(2000)
    expect((await desk.signIn({ name: member.name, password: next })).status).toBe(303)
    const { rows } = await desk.store.read(
      `SELECT count(*) AS n FROM audit_entries WHERE action = 'change password'
        AND object = (SELECT id FROM members WHERE name = ?)`,
      [member.name],
    )
    expect(rows[0]?.n).toBe(1)
  })
})
