import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DeskSite, openDesk } from '../desk/desk-site.ts'

const day = 86_400_000

let desk: DeskSite
beforeAll(async () => {
  desk = await openDesk()
  await desk.setUp()
  await desk.signIn()
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

async function send(assistance: Record<string, string> | undefined, channel = 'assisted') {
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
  return { status: answer.status, assistance: rows[0]?.assistance }
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

test('how somebody was helped is kept with the answers, and the link is not', async () => {
  const { token } = await link()
  const kept = await send({ session: token, mode: 'proxy', relation: 'family', place: 'home' })
  expect(kept.status).toBe(201)
  expect(JSON.parse(String(kept.assistance))).toEqual({
    ...{ by: '三村志愿者小李', mode: 'proxy', relation: 'family', place: 'home' },
  })
})

test('the same holds without the script', async () => {
  const { token } = await link()
  const id = randomUUID()
  const answer = await desk.post('/c/round/adult', {
    ...{ id, v: '1', a: token, channel: 'assisted', agree: 'yes' },
    ...{ '~mode': 'read', '~relation': 'volunteer', '~place': 'station', Q1: 'east' },
  })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toContain(`a=${token}`)
  const { rows } = await desk.store.read('SELECT assistance FROM responses WHERE id = ?', [id])
  expect(JSON.parse(String(rows[0]?.assistance))).toMatchObject({ mode: 'read', place: 'station' })
})

test('a made-up link costs nobody their answers, but vouches for nothing', async () => {
  expect(await send({ session: 'A'.repeat(20) })).toEqual({ status: 201, assistance: null })
  expect(await send(undefined)).toEqual({ status: 201, assistance: null })
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

test('what was written before a link ended still counts as assisted when it arrives later', async () => {
  await desk.signIn()
  const { token } = await link({ days: '1' })
  desk.wait(10 * day)
  expect((await send({ session: token, mode: 'read' })).assistance).toContain('read')
  desk.wait(25 * day)
  expect((await send({ session: token, mode: 'read' })).status).toBe(410)
})

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
