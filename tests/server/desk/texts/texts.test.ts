import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resident } from '../../../../db/audit.ts'
import { findConsultation } from '../../../../db/consultations.ts'
import { deleteResponse } from '../../../../db/response-changes.ts'
import type { Filled } from '../../../../surveys/engine/answers.ts'
import { isReadTwice } from '../../../../surveys/engine/open-text/agreement.ts'
import { answer, beganIn, type DeskSite, member, openDesk } from '../desk-site.ts'

const li = { name: '李姐', password: '桂花树下的第三张长椅夏天最凉快' }
const said = ['路灯太暗', '加装电梯', '多几张长椅', '路灯太暗，老人容易摔跤，找我13800138000']

let desk: DeskSite
beforeAll(async () => {
  desk = await openDesk()
  await desk.setUp()
  await desk.setUp('staff', li)
  const round = await findConsultation(desk.store, 'round')
  const versionId = round?.editions[0]?.versionId ?? 0
  // 60 people, of whom 40 write: ten each of four sentences.
  for (let n = 0; n < 60; n++) {
    const answers: Filled['answers'] = { Q1: n < 30 ? 'east' : 'west', Q3: ['seats'] }
    if (n < 40) answers.Q6 = said[n % 4] ?? ''
    await answer(desk.store, versionId, { answers }, { mailbox: n < 30 ? 'EAST1' : 'WEST1' })
  }
  await desk.signIn()
})
afterAll(() => desk.close())

const texts = '/desk/c/round/texts'
const Q6 = `${texts}/adult/Q6`
const location = (response: Response) => response.headers.get('location')
const seqIn = (page: string) => Number(/name="seq" value="(\d+)"/.exec(page)?.[1])
const plain = (page: string) => page.replace(/<[^>]+>/g, '')

describe('the words people use', () => {
  test('are counted by person, and lead to what was said', async () => {
    const page = await desk.page(Q6)
    expect(page).toContain('一共 40 段')
    expect(plain(page)).toContain('路灯2050%')
    const chosen = await desk.page(`${Q6}?word=${encodeURIComponent('路灯')}`)
    expect(plain(chosen)).toContain('用了「路灯」的原话20 位')
  })

  test('are not told where fewer than five people use them', async () => {
    const round = await findConsultation(desk.store, 'round')
    const versionId = round?.editions[0]?.versionId ?? 0
    await answer(desk.store, versionId, { answers: { Q6: '喷泉喷泉' } })
    expect(await desk.page(Q6)).not.toContain('喷泉')
    const page = await desk.page(`${Q6}?word=${encodeURIComponent('喷泉')}`)
    expect(page).toContain('不到 5 位用了这个词')
    expect(page).not.toContain('喷泉喷泉')
  })

  test('follow the list of words as staff change it, until they take that back', async () => {
    const change = (words: string, as: string) => desk.post(`${texts}/lexicon`, { words, as })
    expect(plain(await desk.page(Q6))).toContain('摔跤10')
    expect(location(await change('摔跤', 'leave'))).toBe(`${texts}/lexicon?saved`)
    expect(plain(await desk.page(Q6))).not.toContain('摔跤10')
    await desk.post(`${texts}/lexicon/removal`, { word: '摔跤', list: 'stops' })
    expect(plain(await desk.page(Q6))).toContain('摔跤10')
    const many = Array.from({ length: 50 }, (_, n) => `很长很长很长的一个词${n}`).join('\n')
    expect((await change(many, 'keep')).status).toBe(303)
    const wrong = await change('长', 'keep')
    expect([wrong.status, (await wrong.text()).includes('>长</textarea>')]).toEqual([422, true])
  })
})

describe('codes', () => {
  test('are written down at the desk; what cannot be kept stays in the form', async () => {
    const add = (name: string, rules = '') => desk.post(`${Q6}/codes`, { name, rules })
    expect((await add('路灯', '路灯\n太暗')).status).toBe(303)
    expect((await add('电梯', '电梯')).status).toBe(303)
    expect((await add('坐的地方')).status).toBe(303)
    const again = await add('路灯', '照明')
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('照明</textarea>')
    expect((await add('')).status).toBe(422)
  })

  test('are suggested by their words, never ticked', async () => {
    const page = await desk.page(`${Q6}/coding`)
    expect(page).toContain('已读 0 / 41 段')
    expect(page).toContain('提示：路灯、太暗')
    expect(page).not.toMatch(/<input type="checkbox"[^>]* checked/)
  })

  test('hold for all that say the same to the letter, and reading goes on with the next', async () => {
    const codesOf = (page: string): Record<string, string> => {
      if (page.includes('路灯太暗')) return { as: 'codes', 'code-c1': '1' }
      if (page.includes('加装电梯')) return { as: 'codes', 'code-c2': '1' }
      return page.includes('长椅') ? { as: 'codes', 'code-c3': '1' } : { as: 'none' }
    }
    let page = await desk.page(`${Q6}/coding`)
    const nothing = await desk.post(`${Q6}/coding`, { seq: String(seqIn(page)), as: 'codes' })
    expect(nothing.status).toBe(422)
    for (let steps = 0; steps < 5; steps++) {
      const text = /<blockquote>.*?<\/blockquote>/s.exec(page)?.[0] ?? ''
      const fields = { seq: String(seqIn(page)), round: '1', ...codesOf(text) }
      const answer = await desk.post(`${Q6}/coding`, fields)
      page = await desk.page(location(answer) ?? '')
    }
    expect(page).toContain('41 段都读完了')
  })

  test('are a question like any other: in the results, as a filter, side by side with others', async () => {
    const page = plain(await desk.page('/desk/c/round/results/adult/Q6_codes'))
    expect(page).toContain('41 位写了话的居民里')
    expect(page).toContain('n = 41（原话读过的人）')
    expect(page).toContain('路灯2049%')
    const filtered = await desk.page('/desk/c/round/results/adult?is=Q6_codes.c1')
    expect(plain(filtered)).toContain('问到 20 位居民')
    const compared = plain(await desk.page('/desk/c/round/compare?edition=adult&q=Q6_codes&by=Q1'))
    expect(compared).toContain('路灯')
    expect(compared).toContain('原话归类：还想说什么？')
  })

  test('stand in the files: not shown, none, or 1 and 0', async () => {
    const { password } = member
    const body = await (
      await desk.post('/desk/c/round/export/adult', { password, purpose: '年度分析' })
    ).text()
    const [head = '', ...lines] = body.trim().split('\r\n')
    const at = head.split(',').findIndex((name) => name.includes('Q6_codes.c1'))
    const cells = lines.map((line) =>
      line.match(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)?.[at]?.replace(/,$/, ''),
    )
    expect(cells.filter((cell) => cell === '1').length).toBe(20)
    expect(cells.filter((cell) => cell === '0').length).toBe(20)
    expect(new Set(cells).size).toBe(4)
  })

  test('that are removed leave the results and come back with all that was coded', async () => {
    await desk.post(`${Q6}/codes/c1/removal`, {})
    expect(plain(await desk.page('/desk/c/round/results/adult/Q6_codes'))).not.toContain(
      '路灯2049%',
    )
    await desk.post(`${Q6}/codes/c1/return`, {})
    expect(plain(await desk.page('/desk/c/round/results/adult/Q6_codes'))).toContain('路灯2049%')
  })
})

describe('a code that two people change at once', () => {
  const address = `${Q6}/codes/c1`
  const lamps = { name: '路灯', description: '', rules: '路灯\n太暗' }
  const began = async () => beganIn(await desk.page(`${Q6}/codes`), address)

  test('keeps what the first wrote, and shows the second both', async () => {
    const mark = await began()
    const first = { ...lamps, description: '晚上看不清路', began: mark }
    expect((await desk.post(address, first)).status).toBe(303)
    // Pressed twice, it is kept once.
    expect((await desk.post(address, first)).status).toBe(303)
    await desk.signIn(li)
    const other = { ...lamps, name: '照明', began: mark }
    const late = await desk.post(address, other)
    const page = await late.text()
    expect(late.status).toBe(409)
    expect(page).toMatch(/什么算这一类（<bdi>王小明<\/bdi>存的）.*晚上看不清路/s)
    expect(page).toContain('value="照明"')
    expect(await desk.page(`${Q6}/codes`)).toContain('>晚上看不清路</textarea>')
    const seen = { ...other, began: beganIn(page, address) }
    expect((await desk.post(address, seen)).status).toBe(303)
    expect(plain(await desk.page(`${Q6}/codes`))).toContain('照明')
  })

  test('and that was taken away meanwhile keeps the words typed for it in sight', async () => {
    const mark = await began()
    await desk.post(`${address}/removal`, {})
    desk.wait(1000)
    const late = await desk.post(address, { ...lamps, began: mark })
    const page = await late.text()
    expect(late.status).toBe(409)
    expect(page).toMatch(/这一类（<bdi>您自己（在另一个窗口）<\/bdi>存的）.*已经拿掉了/s)
    expect(page).toMatch(/<details class="on-screen" open="">.*value="路灯"/s)
    const seen = { ...lamps, began: beganIn(page, address) }
    expect((await desk.post(address, seen)).status).toBe(303)
    expect((await desk.post(`${address}/return`, {})).status).toBe(303)
    expect(await desk.page(`${Q6}/codes`)).toContain('value="路灯"')
  })

  test('is not added twice, nor brought back beside one of the same name', async () => {
    const benches = { name: '长椅', description: '', rules: '' }
    for (let time = 0; time < 2; time++)
      expect((await desk.post(`${Q6}/codes`, benches)).status).toBe(303)
    expect((await desk.page(`${Q6}/codes`)).match(/拿掉「长椅」/g)).toHaveLength(1)
    await desk.post(`${Q6}/codes/c4/removal`, {})
    expect((await desk.post(`${Q6}/codes`, benches)).status).toBe(303)
    const back = await desk.post(`${Q6}/codes/c4/return`, {})
    expect([back.status, (await back.text()).includes('已经有同名的一类')]).toEqual([422, true])
    for (const id of ['c4', 'c5']) await desk.post(`${Q6}/codes/${id}/removal`, {})
    await desk.signIn()
  })
})

describe('a second reader', () => {
  test('is somebody else, reads a fifth, and is not told what the first found', async () => {
    expect(await desk.page(`${Q6}/coding?round=2`)).toContain('要请另一位同事来')
    await desk.signIn(li)
    const page = await desk.page(`${Q6}/coding?round=2`)
    expect(isReadTwice(seqIn(page))).toBe(true)
    expect(page).not.toContain('提示：')
    expect(page).not.toMatch(/<input type="checkbox"[^>]* checked/)
  })

  test('and the first see how far they agree, and settle what they read differently', async () => {
    for (;;) {
      const page = await desk.page(`${Q6}/coding?round=2`)
      const seq = seqIn(page)
      if (!seq) break
      const fields = { seq: String(seq), round: '2', as: 'codes', 'code-c2': '1' }
      expect((await desk.post(`${Q6}/coding`, fields)).status).toBe(303)
    }
    const before = await desk.page(`${Q6}/agreement`)
    expect(plain(before)).toMatch(/Cohen κ）[−]?\d\.\d\d/)
    const settle = await desk.post(`${Q6}/agreement`, { seq: String(seqIn(before)), as: '2' })
    expect(settle.status).toBe(303)
    expect(await desk.page(`${Q6}/agreement`)).toContain('商量定下来的有 1 段')
    expect((await desk.post(`${Q6}/agreement`, { seq: '1', as: 'other' })).status).toBe(404)
  })
})

describe('the same wish', () => {
  test('is found to the letter, offered where it is alike, merged by a person and parted again', async () => {
    const page = await desk.page(`${Q6}/same`)
    expect(page).toContain('41 段话，相同的合起来是 5 件')
    const pair = /name="a" value="(\d+)"\/><input type="hidden" name="b" value="(\d+)"/.exec(page)
    const [a = '', b = ''] = pair?.slice(1) ?? []
    expect(page).toContain(`formaction="${Q6}/same/parting"`)
    expect((await desk.post(`${Q6}/same/union`, { a, b })).status).toBe(303)
    expect(await desk.page(`${Q6}/same`)).toContain('41 段话，相同的合起来是 4 件')
    expect((await desk.post(`${Q6}/same/removal`, { a, b })).status).toBe(303)
    expect(await desk.page(`${Q6}/same`)).toContain('41 段话，相同的合起来是 5 件')
    await desk.post(`${Q6}/same/parting`, { a, b })
    expect(await desk.page(`${Q6}/same`)).toContain('看过、不是一件事的（1）')
    expect((await desk.post(`${Q6}/same/union`, { a, b: '999' })).status).toBe(404)
  })
})

describe('a wording for everybody', () => {
  test('is proposed without what tells who somebody is, and released by another only', async () => {
    const page = await desk.page(`${Q6}?word=${encodeURIComponent('13800138000')}`)
    const seq = /quotes\?seq=(\d+)/.exec(page)?.[1] ?? ''
    const proposal = await desk.page(`${Q6}/quotes?seq=${seq}`)
    expect(proposal).toContain('找我〔电话〕</textarea>')
    const empty = await desk.post(`${Q6}/quotes`, { seq, text: ' ' })
    expect(empty.status).toBe(422)
    const revealing = '路灯太暗，找我13800138000'
    const propose = (typed: string, seen = '') =>
      desk.post(`${Q6}/quotes`, { seq, text: typed, seen })
    const held = await propose(revealing)
    expect([held.status, await held.text()]).toEqual([
      422,
      expect.stringMatching(/找我13800138000<\/textarea>.*电话「13800138000」.*我看过了/),
    ])
    expect((await propose(revealing, revealing)).status).toBe(303)
    expect(await desk.page(`${Q6}/quotes`)).toContain('有可能认出人的：电话「13800138000」')
    const text = '路灯太暗，老人容易摔跤'
    // Whoever began before that wording stood there sees both, and then goes over it knowingly.
    const late = await desk.post(`${Q6}/quotes`, { seq, text })
    const both = await late.text()
    expect(late.status).toBe(409)
    expect(plain(both)).toMatch(/公开的措辞（.*存的）\s*路灯太暗，找我13800138000/)
    expect(both).toContain(`${text}</textarea>`)
    const seen = { seq, text, began: beganIn(both, `${Q6}/quotes`) }
    expect((await desk.post(`${Q6}/quotes`, seen)).status).toBe(303)
    const mine = await desk.page(`${Q6}/quotes`)
    const proposed = /name="proposed" value="(\d+)"/.exec(mine)?.[1] ?? ''
    expect(mine).toContain('请另一位同事来看')
    const release = () => desk.post(`${Q6}/quotes/release`, { seq, proposed })
    expect((await release()).status).toBe(422)
    await desk.signIn()
    expect(await desk.page(`${Q6}/quotes`)).toContain(`formaction="${Q6}/quotes/release"`)
    expect((await release()).status).toBe(303)
    expect(await desk.page(`${Q6}/quotes`)).toContain('可以公开的</h2>')
    // Either of them takes it back; what is no longer there is not taken back twice.
    const removal = () => desk.post(`${Q6}/quotes/removal`, { seq })
    expect([location(await removal()), (await removal()).status]).toEqual([`${Q6}/quotes`, 404])
    expect(await desk.page(`${Q6}/quotes`)).not.toContain('可以公开的</h2>')
  })
})

test('what a resident deletes is gone from words, codes and merges', async () => {
  const { rows } = await desk.store.read(
    "SELECT locator FROM responses WHERE answers ->> '$.Q6' = '加装电梯' LIMIT 1",
  )
  await deleteResponse(desk.store, String(rows[0]?.locator), (hash) => hash, resident(desk.now()))
  expect(await desk.page(Q6)).toContain('一共 40 段')
  expect(plain(await desk.page('/desk/c/round/results/adult/Q6_codes'))).toContain(
    '40 位写了话的居民里',
  )
})

test('a question that is none of words has no such pages, and few words show nothing', async () => {
  expect((await desk.get(`${texts}/adult/Q1`)).status).toBe(404)
  expect((await desk.get(`${texts}/adult/Q6_codes`)).status).toBe(404)
  const round = await findConsultation(desk.store, 'round')
  const child = round?.editions[1]?.versionId ?? 0
  for (let n = 0; n < 12; n++) {
    const answers = { K2: { garden: 'again' }, ...(n < 3 && { K3: `孩子的话${n}` }) }
    await answer(desk.store, child, { answers })
  }
  await desk.post(`${texts}/access`, { purpose: '整理孩子的话' })
  const page = await desk.page(`${texts}/child/K3`)
  expect(page).toContain('原话也先不列出来')
  expect(await desk.page(`${texts}/child/K3/coding`)).not.toContain('孩子的话')
})

test('a child’s own words have no page on which they could be made public', async () => {
  expect(await desk.page(`${texts}/adult/Q6`)).toContain('摘出来公开')
  expect(await desk.page(`${texts}/child/K3`)).not.toContain('摘出来')
  expect((await desk.get(`${texts}/child/K3/quotes`)).status).toBe(404)
  const proposed = { seq: '1', text: '孩子的话' }
  for (const step of ['', '/release', '/removal'])
    expect((await desk.post(`${texts}/child/K3/quotes${step}`, proposed)).status).toBe(404)
})
