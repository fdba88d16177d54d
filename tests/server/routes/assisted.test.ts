import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { walkTo } from '../../walk-to.ts'
import { type DeskSite, member, openSignedIn } from '../desk/desk-site.ts'

const day = 86_400_000

let desk: DeskSite
beforeAll(async () => {
  desk = await openSignedIn()
})
afterAll(() => desk.close())

/** Makes a link at the desk and gives its secret part. */
async function link(fields: Record<string, string> = {}) {
  const answer = await desk.post('/desk/c/round/sessions', {
    ...{ channel: 'assisted', label: '三村志愿者小李', place: '三村', days: '7' },
    ...fields,
  })
  const token = /\/a\/([\w-]{20})</.exec(await answer.text())?.[1] ?? ''
  return { status: answer.status, token }
}

async function send(assistance: object | undefined, channel = 'assisted') {
  const id = randomUUID()
  const answer = await desk.app.request(`${desk.origin}/api/responses/${id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...{ consultation: 'round', edition: 'adult', version: 1, channel },
      ...{ answers: {}, others: {}, assistance },
    }),
  })
  const { rows } = await desk.store.read('SELECT assistance FROM responses WHERE id = ?', [id])
  return { status: answer.status, assistance: rows[0]?.assistance, text: await answer.text() }
}

test('a volunteer’s link opens the questionnaire as one that was filled in together', async () => {
  const { status, token } = await link()
  expect(status).toBe(201)
  const start = await desk.page(`/a/${token}`)
  expect(start).toContain(`/c/round/adult?a=${token}`)
  const sheet = await desk.page(`/c/round/adult?a=${token}`)
  expect(sheet).toContain('data-kiosk="assisted"')
  expect(sheet).toContain('name="channel" value="assisted"')
  expect(sheet).toContain('name="~relation"')
  expect(sheet).toContain('已当面朗读')
})

test('who writes the receipt code down is told so: a volunteer for somebody, in a hall people themselves', async () => {
  const { token } = await link()
  expect(await desk.page(`/a/${token}`)).toContain('回执码，请抄给本人：')
  const hall = await link({ channel: 'kiosk' })
  const start = await desk.page(`/a/${hall.token}`)
  expect(start).toContain('请记下您的回执码：')
  expect(start).not.toContain('抄给本人')
})

test('how somebody was helped is kept with the answers, and the link is not', async () => {
  const { token } = await link()
  const told = { mode: 'proxy', relation: 'family', place: 'home', consented: true }
  const kept = await send({ session: token, ...told })
  expect(kept.status).toBe(201)
  expect(JSON.parse(String(kept.assistance))).toEqual({
    ...{ by: '三村志愿者小李', ...told },
  })
})

test('the same holds without the script', async () => {
  const { token } = await link()
  const id = randomUUID()
  const address = `/c/round/adult?a=${token}`
  expect(await desk.page(address)).toContain(`action="${address}"`)
  const filled = {
    ...{ id, v: '1', a: token, channel: 'assisted' },
    ...{ '~mode': 'read', '~relation': 'volunteer', '~place': 'station', Q1: 'east' },
  }
  const unticked = await desk.post(address, filled)
  expect(unticked.status).toBe(422)
  expect(await unticked.text()).toContain('请先看一看说明，在下面打个勾。')
  const answer = await desk.post(address, { ...filled, agree: 'yes' })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toContain(`a=${token}`)
  const { rows } = await desk.store.read('SELECT assistance FROM responses WHERE id = ?', [id])
  expect(JSON.parse(String(rows[0]?.assistance))).toMatchObject({
    ...{ mode: 'read', place: 'station', consented: true },
  })
})

test('a letter that says nothing of a consent is taken and never given one: staff are told to look', async () => {
  const { token } = await link()
  const kept = await send({ session: token, mode: 'read', relation: 'volunteer' })
  expect(kept.status).toBe(201)
  expect(JSON.parse(String(kept.assistance)).consented).toBe('unrecorded')
  expect(await desk.page('/desk/c/round/quality')).toContain('代填，没有记下同意')
  const { password } = member
  const file = await desk.post('/desk/c/round/export/adult', { password, purpose: '年度分析' })
  expect(await file.text()).toContain(',"没有记录"')
})

test('a no is no consent, and nobody can say that it was not written down; in a hall everybody speaks for themselves', async () => {
  const { token } = await link()
  expect((await send({ session: token, consented: false })).status).toBe(400)
  expect((await send({ session: token, consented: 'unrecorded' })).status).toBe(400)
  const hall = await link({ channel: 'kiosk', label: '大厅' })
  expect((await send({ session: hall.token }, 'kiosk')).assistance).toBe('{"by":"大厅"}')
})

test('a child’s sheet asks a volunteer the same, and whether guardian and child agreed', async () => {
  const { token } = await link()
  const address = `/c/round/child?a=${token}`
  const sheet = await desk.page(await walkTo(desk.page, `${address}&step=questions`))
  for (const name of ['~mode', '~relation', '~place', 'agree']) {
    expect(sheet).toContain(`name="${name}"`)
  }
  const id = randomUUID()
  const filled = { id, v: '1', a: token, channel: 'assisted', '~mode': 'read', blank: '1' }
  const unticked = await desk.post(address, filled)
  expect(unticked.status).toBe(422)
  const again = await unticked.text()
  expect(again).toContain('href="#agree"')
  expect(again).toContain('id="agree"')
  expect((await desk.post(address, { ...filled, agree: 'yes' })).status).toBe(303)
  const alone = await desk.page(await walkTo(desk.page, '/c/round/child?step=questions'))
  expect(alone).not.toContain('name="agree"')
})

test('a link is carried through every page of the site, and in a hall nothing keeps what a page said', async () => {
  const { token } = await link({ channel: 'kiosk', label: '大厅' })
  const pages = ['/', '/r', '/accessibility', '/outbox', '/m/EAST1', '/c/round/child', '/nowhere']
  for (const path of pages) {
    const answer = await desk.get(`${path}?a=${token}`)
    expect([path, answer.headers.get('cache-control')]).toEqual([path, 'no-store'])
    const page = await answer.text()
    expect(page).toContain(`"start":"/a/${token}"`)
    const inside = [...page.matchAll(/<a [^>]*href="(\/(?!a\/)[^"]*)"/g)].map(([, href]) => href)
    expect(inside.length).toBeGreaterThan(1)
    expect(inside.filter((href) => !href?.includes(`a=${token}`))).toEqual([])
  }
})

test('in a hall a receipt code opens nothing, so that nobody reads over a shoulder', async () => {
  const hall = await link({ channel: 'kiosk', label: '大厅' })
  const id = randomUUID()
  const address = `/c/round/adult?a=${hall.token}`
  const answer = await desk.post(address, {
    ...{ id, v: '1', a: hall.token, channel: 'kiosk', agree: 'yes', Q1: 'east' },
  })
  // The browser's history of addresses must not hold the code.
  const posted = `/r/posted?a=${hall.token}`
  expect(answer.headers.get('location')).toBe(posted)
  const cookie = answer.headers.get('set-cookie') ?? ''
  const [, code = ''] = /^posted=([0-9A-Z-]{24});/.exec(cookie) ?? []
  expect(cookie).toMatch(/HttpOnly.*Secure.*SameSite=Strict/)
  const withCode = (path: string) =>
    desk.app.request(desk.origin + path, { headers: { Cookie: `posted=${code}` } })

  const shown = await withCode(posted)
  expect(shown.headers.get('cache-control')).toBe('no-store')
  const page = await shown.text()
  expect(page.replaceAll(/<\/?span>| /g, '')).toContain(code.replaceAll('-', ''))
  expect(page).toContain(`<meta http-equiv="refresh" content="180;url=/a/${hall.token}"/>`)
  expect(page).toContain(`href="/a/${hall.token}"`)
  expect(page).not.toMatch(/东村|看看我写了什么|name="Q1"/)

  for (const begins of [`/a/${hall.token}`, address]) {
    expect((await withCode(begins)).headers.get('set-cookie')).toMatch(/^posted=;.*Max-Age=0/)
  }
  const again = await desk.get(posted)
  expect(again.status).toBe(410)
  expect(await again.text()).toContain('回执码已经收起来了')

  expect(await desk.page(`/r/${code}`)).toContain('东村')
  for (const path of ['/r', `/r/${code}`, `/r/${code}/correction`, `/r/${code}/deletion`]) {
    const closed = await desk.page(`${path}?a=${hall.token}`)
    expect(closed).toContain('请用自己的手机')
    expect(closed).not.toMatch(/东村|name="code"|name="Q1"/)
  }
})

test('in a hall a form that is sent once more out of the browser’s memory shows nothing of what was sent', async () => {
  const hall = await link({ channel: 'kiosk', label: '大厅' })
  const address = `/c/round/adult?a=${hall.token}`
  const filled = { id: randomUUID(), v: '1', a: hall.token, channel: 'kiosk', Q1: 'east' }
  expect((await desk.post(address, filled)).status).toBe(422)
  expect((await desk.post(address, { ...filled, agree: 'yes' })).status).toBe(303)
  const again = await desk.post(address, filled)
  expect(again.headers.get('location')).toBe(`/r/posted?a=${hall.token}`)
})

test('a made-up link costs nobody their answers, but vouches for nothing', async () => {
  const made = { status: 201, assistance: null }
  expect(await send({ session: 'A'.repeat(20) })).toMatchObject(made)
  expect(await send(undefined)).toMatchObject(made)
  expect((await send({ session: 'A'.repeat(20), relation: 'neighbour' })).status).toBe(400)
})

test('a link ends when the desk says so, or when its days are over', async () => {
  const ended = await link({ label: '要结束的' })
  const page = await desk.page('/desk/c/round/sessions')
  const name = /要结束的[\s\S]*?sessions\/([0-9a-f]{12})\/end/.exec(page)?.[1]
  await desk.post(`/desk/c/round/sessions/${name}/end`, {})
  expect((await desk.get(`/a/${ended.token}`)).status).toBe(410)

  const short = await link({ days: '1' })
  desk.wait(day + 1)
  expect((await desk.get(`/a/${short.token}`)).status).toBe(410)
  const sheet = await (await desk.get(`/c/round/adult?a=${short.token}`)).text()
  expect(sheet).not.toContain('data-kiosk')
})

test('a receipt in a hall is still shown when the link ran out while somebody was writing', async () => {
  await desk.signIn()
  const hall = await link({ channel: 'kiosk', label: '大厅', days: '1' })
  const filled = { id: randomUUID(), v: '1', a: hall.token, channel: 'kiosk', agree: 'yes' }
  desk.wait(day + 1)
  const answer = await desk.post(`/c/round/adult?a=${hall.token}`, { ...filled, blank: '1' })
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';')
  const posted = desk.origin + (answer.headers.get('location') ?? '')
  const shown = await desk.app.request(posted, { headers: { Cookie: cookie } })
  expect(await shown.text()).toContain('已经投进邮筒')
})

test('what was written before a link ended still counts as assisted when it arrives later', async () => {
  await desk.signIn()
  const { token } = await link({ days: '1' })
  desk.wait(10 * day)
  expect((await send({ session: token, mode: 'read', consented: true })).assistance).toContain(
    'read',
  )
  desk.wait(25 * day)
  expect((await send({ session: token, mode: 'read' })).status).toBe(410)
})

test.each(['assisted', 'kiosk'])(
  'the start of a consultation that is over says so and leads to no questions (%s)',
  async (channel) => {
    await desk.signIn()
    const { token } = await link({ channel })
    const answer = await desk.get(`/a/${token}`)
    const page = await answer.text()
    expect(answer.status).toBe(410)
    expect(page).toContain('<h1>这次征询已经结束')
    expect(page).not.toContain('class="doorway"')
    // Only a volunteer's phone may have something that still waits.
    expect(page.includes('离开代填')).toBe(channel === 'assisted')
  },
)

test.each([
  [{ label: '' }, '请写上给谁用'],
  [{ days: '0' }, '1 到 31'],
  [{ days: '两天' }, '1 到 31'],
  [{ place: '很'.repeat(81) }, '80'],
])('a link that is not described rightly is not made: %o', async (fields, sentence) => {
  await desk.signIn()
  const answer = await desk.post('/desk/c/round/sessions', {
    ...{ channel: 'kiosk', label: '大厅', place: '', days: '3' },
    ...fields,
  })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(sentence)
})
