import { afterAll, beforeAll, expect, test } from 'vitest'
import { findConsultation } from '../../../../db/consultations.ts'
import { addDecision } from '../../../../db/decisions.ts'
import { proposeExclusion } from '../../../../db/exclusions.ts'
import { replaceClip } from '../../../../db/files.ts'
import { draftRelease } from '../../../../db/releases.ts'
import { cameFromHere } from '../../../../server/desk/access/csrf.ts'
import { takeSnapshot } from '../../../../server/releases/take-snapshot.ts'
import { deskRoutes } from '../../../../server/routes/desk/desk.ts'
import { answer, type DeskSite, openDesk } from '../desk-site.ts'

let desk: DeskSite
beforeAll(async () => {
  desk = await openDesk()
  await desk.setUp()
  await desk.files.put(recording, new Uint8Array([1]))
  await replaceClip(
    desk.store,
    {
      ...{ id: recording, purpose: 'clip', consultationId: 'round', audience: 'adult' },
      ...{ question: 'Q1', locale: 'wuu', contentType: 'audio/mpeg', size: 1 },
      ...{ sha256: '0'.repeat(64), state: 'public', createdAt: desk.now() },
    },
    { at: desk.now(), actor: 'system' },
  )
  const words = { title: '路灯', findings: '[]', options: '', decision: '换亮', reason: '' }
  const plan = { decidedBy: '', decidedOn: '', action: '', unit: '', dueOn: '' }
  examples.decision = await addDecision(
    desk.store,
    'round',
    { ...words, ...plan, verdict: 'do' },
    { at: desk.now(), actor: 'system' },
  )
  const consultation = await findConsultation(desk.store, 'round')
  if (!consultation) throw new Error('there is no consultation')
  const adult = consultation.editions.find(({ audience }) => audience === 'adult')
  const versionId = adult?.versionId ?? 0
  await answer(desk.store, versionId, { answers: { Q1: 'east' } })
  await proposeExclusion(desk.store, versionId, 1, '测试', { at: desk.now(), actor: 'system' })
  const { released } = await takeSnapshot(desk.store, consultation, [], desk.now())
  const draft = { consultationId: 'round', note: '', counted: '{}' }
  await draftRelease(
    desk.store,
    { ...draft, snapshot: JSON.stringify(released) },
    { at: desk.now(), actor: 'system' },
  )
})
afterAll(() => desk.close())

const recording = 'a'.repeat(16)
const open = ['/sign-in', '/sign-out', '/setup/:token', '/password/:token']
const pages = deskRoutes.routes.filter(({ method }) => method === 'GET' || method === 'POST')
const closed = pages.filter(({ path }) => !open.includes(path))
const examples: Record<string, string> = {
  consultation: 'round',
  audience: 'adult',
  question: 'Q1',
  topic: 'sitting',
  code: 'EAST1',
  category: 'c1',
  file: 'adult.csv',
  name: 'abcdef012345',
  clip: recording,
  contact: 'abcdef0123456789',
  seq: '1',
  number: '1',
  member: 'nobody',
  download: 'abcdefghijkl',
  group: '0123abcd',
  template: 'garden',
}
const address = (path: string) =>
  `/desk${path === '/' ? '' : path.replace('/f/:file', `/f/${recording}.mp3`)}`.replace(
    /:(\w+)(\{(?:[^{}]|\{[^}]*\})*\})?/g,
    (_, name: string) => {
      if (name !== 'question') return examples[name] ?? ''
      if (path.includes('/texts/')) return 'Q6'
      return path.includes('/pictures') ? 'Q7' : 'Q1'
    },
  )

test('the desk has pages to guard, of both kinds', () => {
  expect(closed.filter(({ method }) => method === 'GET').length).toBeGreaterThan(12)
  expect(closed.filter(({ method }) => method === 'POST').length).toBeGreaterThan(5)
})

test('no desk page answers without signing in', async () => {
  for (const { method, path } of closed) {
    const answer =
      method === 'GET' ? await desk.get(address(path)) : await desk.post(address(path), {})
    const told = [method, path, answer.status, answer.headers.get('location')?.split('?')[0] ?? '']
    expect(told).toEqual(
      method === 'GET' ? [method, path, 303, '/desk/sign-in'] : [method, path, 401, ''],
    )
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
})

test('a made-up or altered cookie opens nothing', async () => {
  for (const cookie of ['__Host-desk=', '__Host-desk=made-up', `__Host-desk=${'A'.repeat(43)}`]) {
    const answer = await desk.app.request(`${desk.origin}/desk`, { headers: { Cookie: cookie } })
    expect(answer.status).toBe(303)
  }
})

test('every page that is only looked at can be opened when signed in, and says what it must', async () => {
  await desk.signIn()
  for (const { path } of closed.filter(({ method }) => method === 'GET')) {
    // There is none before something has been released, or two questions chosen.
    if (/\/export\/public\.|\/report\.json$|\/compare\.csv$/.test(path)) continue
    const answer = await desk.get(address(path))
    expect([path, answer.status]).toEqual([path, 200])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const text = await answer.text()
    if (/results|topics|export$/.test(path))
      expect([path, text]).toEqual([path, expect.stringContaining('不等于表决')])
    expect(text).not.toMatch(/ style=| onclick=|<script(?![^>]*src=)/)
  }
})

const here = 'https://forest.example'
test.each([
  ['same-origin', here, true],
  ['same-origin', null, true],
  [null, here, true],
  [null, null, false],
  [null, 'null', false],
  [null, 'https://forest.example.evil', false],
  [null, 'http://forest.example', false],
  ['same-site', here, false],
  ['cross-site', 'https://evil.example', false],
  ['none', null, false],
  ['', here, false],
])('a change that comes from %s with the origin %s passes: %s', (site, origin, passes) => {
  expect(cameFromHere(site, origin, [here])).toBe(passes)
})

test('a change from another site is refused, whichever page it aims at, signed in or not', async () => {
  await desk.signIn()
  for (const { path } of pages.filter(({ method }) => method === 'POST')) {
    const foreign: Record<string, string>[] = [
      {},
      { 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'https://evil.example' },
    ]
    for (const headers of foreign) {
      const answer = await desk.post(address(path.replace(':token', 'x')), {}, headers)
      expect([path, answer.status]).toEqual([path, 403])
    }
  }
})

test('what does not exist is not found, also at the desk', async () => {
  for (const path of [
    '/desk/c/nothing/results/adult',
    '/desk/c/round/results/teenager',
    '/desk/c/round/results/adult/Q99',
    '/desk/c/round/results/adult?v=7',
    '/desk/c/round/topics/nothing',
    '/desk/c/nothing/export',
    '/desk/c/nothing/particulars',
    '/desk/mailboxes/NOWHERE',
    '/desk/mailboxes/NOWHERE/qr.svg',
  ]) {
    expect([path, (await desk.get(path)).status]).toEqual([path, 404])
  }
})

test('a body that is no form changes nothing and breaks nothing', async () => {
  await desk.signIn()
  for (const { path } of pages.filter(({ method }) => method === 'POST')) {
    if (/sign-out|closure|retirement|invitations/.test(path)) continue
    for (const type of [
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      '',
    ]) {
      const answer = await desk.app.request(
        `${desk.origin}${address(path.replace(':token', 'x'))}`,
        {
          method: 'POST',
          headers: {
            'Sec-Fetch-Site': 'same-origin',
            Cookie: desk.cookie(),
            ...(type && { 'Content-Type': type }),
          },
          ...(type && { body: 'not a form' }),
        },
      )
      expect([path, type, answer.status < 500]).toEqual([path, type, true])
    }
  }
})
