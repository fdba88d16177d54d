import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findConsultation } from '../../../db/consultations.ts'
import { csvLine, plainText } from '../../../server/exports/csv.ts'
import { answer, type DeskSite, fillIn, member, openDesk } from '../desk/desk-site.ts'

let desk: DeskSite

const payloads = [
  '=HYPERLINK("http://evil","点这里")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '|cmd',
  '%0A=1',
  '＝1＋1',
  '＠SUM(A1)',
  '\t=1',
  '\u00a0=1',
  '\u200b\u202e=1',
  '\ufeff=1',
  '好的\n=1+1',
  '好的\r=1+1',
  '好的\u2028=1',
]

const { password } = member
const purpose = '年度分析'

beforeAll(async () => {
  desk = await openDesk()
  const found = await findConsultation(desk.store, 'round')
  const adult = found?.editions.find(({ audience }) => audience === 'adult')?.versionId ?? 0
  for (const Q6 of payloads) {
    const filled = {
      answers: { Q1: 'east', Q3: ['seats', 'other'], Q5: 3, Q6 },
      others: { Q3: Q6 },
    }
    await answer(desk.store, adult, filled, { mailbox: 'EAST1', channel: 'paper' })
  }
  const helped = {
    channel: 'assisted' as const,
    assistance: { by: '三村志愿者小李', relation: 'family', place: 'home', consented: true },
  }
  await answer(desk.store, adult, { answers: { Q3: ['none'] } }, helped)
  await desk.setUp()
  await desk.signIn()
})
afterAll(() => desk.close())

const csvOf = async (fields: Record<string, string> = {}) =>
  (await desk.post('/desk/c/round/export/adult', { password, purpose, ...fields })).text()

/** Reads CSV the plain way, to be independent of how it was written. */
function read(csv: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < csv.length; at++) {
    const sign = csv[at]
    if (quoted && sign === '"' && csv[at + 1] === '"') {
      cell += '"'
      at++
    } else if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === ',' || sign === '\n')) {
      rows.at(-1)?.push(cell)
      cell = ''
      if (sign === '\n') rows.push([])
    } else if (quoted || sign !== '\r') cell += sign
  }
  return rows.slice(0, -1)
}

describe('the file of responses', () => {
  test('has one line per person, and says for every blank why it is blank', async () => {
    const bytes = await (
      await desk.post('/desk/c/round/export/adult', { password, purpose })
    ).arrayBuffer()
    expect([...new Uint8Array(bytes.slice(0, 3))]).toEqual([0xef, 0xbb, 0xbf])
    const [head = [], first = [], ...rest] = read(new TextDecoder().decode(bytes))
    expect(rest).toHaveLength(payloads.length)
    const cells = (line: string[]) => Object.fromEntries(head.map((name, at) => [name, line[at]]))
    expect(cells(first)).toMatchObject({
      ...{ 序号: '1', 版本: '1', 居民区: '东村', 邮筒: 'EAST1', 渠道: '纸质', 日期: '2026-03-02' },
      ...{ 迟到: '0', Q1: '东村', Q2: '跳过', 'Q3.seats': '1', 'Q3.lamps': '0', Q5: '3' },
    })
    expect(cells(rest.at(-1) ?? [])).toMatchObject({
      ...{ 居民区: '', 渠道: '代填', 代填方式: '', 帮忙的人: '家里人', 帮忙的地方: '家里' },
      当面同意: '是',
      ...{ Q1: '跳过', 'Q3.none': '1', Q4: '未显示', Q5: '跳过' },
    })
  })

  test('has no time of day and nothing that leads back to a receipt', async () => {
    const csv = await csvOf()
    expect(csv).not.toMatch(/\d\d:\d\d|00000000-0000|L0000|小李/)
  })

  test('lets no spreadsheet take an answer for a formula', async () => {
    const [head = [], ...rows] = read(await csvOf())
    for (const column of ['Q6', 'Q3.~other']) {
      const texts = rows.map((line) => line[head.indexOf(column)] ?? '').slice(0, payloads.length)
      expect(texts.map((text) => text.slice(0, 1))).toEqual(payloads.map(() => "'"))
      expect(texts[0]).toBe(`'${payloads[0]}`)
    }
  })

  test('comes with a codebook that explains each of its columns', async () => {
    const [head = []] = read(await csvOf())
    const book = read(
      (await desk.page('/desk/c/round/export/adult/codebook.csv')).replace('\ufeff', ''),
    )
    expect(book.slice(1, -1).map(([name]) => name)).toEqual(head)
  })

  test('is saved under a plain name, never shown', async () => {
    const { headers } = await desk.post('/desk/c/round/export/adult', { password, purpose })
    expect(headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''round-adult-v1.csv",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('is given only for a purpose, and what was chosen beside it is kept', async () => {
    for (const audience of ['adult', 'child']) {
      const fields = { format: 'sav', purpose: ' 看看 ' }
      const refused = await desk.post(`/desk/c/round/export/${audience}`, fields)
      const page = await refused.text()
      expect(refused.status).toBe(422)
      expect(page).toContain('请写明用途，至少 4 个字。')
      expect(page).toContain('value="看看"')
      expect(page).toMatch(/value="sav" selected/)
    }
    const answered = await desk.post('/desk/c/round/export/child', { purpose: '年度审计抽查' })
    expect([answered.status, answered.headers.get('content-type')]).toEqual([
      200,
      'text/csv; charset=utf-8',
    ])
  })
})

test.each(payloads)('%j is written as text', (payload) => {
  expect(plainText(payload)).toBe(`'${payload}`)
})

test.each(['路灯太暗', 'a=b', '3-4 号楼', '好 = 好', '"引号"', '100%'])(
  '%j is left as it is',
  (text) => {
    expect(plainText(text)).toBe(text)
  },
)

test('numbers are written as numbers and quotes are doubled', () => {
  expect(csvLine([1, -2, '说"好"', null])).toBe('1,-2,"说""好""",""\r\n')
})

test('every change at the desk is written down, and no answer with it', async () => {
  await fillIn(desk, { phone: '021-0000 0000' })
  await desk.post('/desk/mailboxes', {
    ...{ neighbourhood: 'west', code: 'west2', name: '西村二号', place: '北门' },
  })
  await desk.post('/desk/mailboxes/WEST2/name', { name: '西村北门', place: '北门口' })
  await desk.post('/desk/mailboxes/WEST2/retirement', {})
  await desk.post('/desk/c/round/closure', {})
  const { rows } = await desk.store.read(
    'SELECT actor, action, object FROM audit_entries ORDER BY seq',
  )
  const actions = rows.map(({ action, object }) => `${action} ${object}`)
  for (const entry of [
    'export responses round/adult/1 年度分析',
    'export responses round/child/1 年度审计抽查',
    'change particulars round',
    'add mailbox WEST2',
    'rename mailbox WEST2',
    'retire mailbox WEST2',
    'close consultation round',
  ]) {
    expect(actions).toContain(entry)
  }
  expect(actions.some((action) => action.startsWith('join '))).toBe(true)
  expect(actions.some((action) => action.startsWith('sign in '))).toBe(true)
  expect(JSON.stringify(rows)).not.toMatch(/HYPERLINK|王小明|021-0000/)
})

test('a consultation that is closed cannot be closed again, and the overview says it has ended', async () => {
  desk.wait(1000)
  expect((await desk.get('/desk/c/round/closure')).status).toBe(404)
  expect(await desk.page('/desk')).toContain('已结束')
})
