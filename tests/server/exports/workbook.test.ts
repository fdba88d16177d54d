import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findConsultation } from '../../../db/consultations.ts'
import { proposeText, releaseText } from '../../../db/released-texts.ts'
import { ledgerHeads } from '../../../server/desk/suggestions/suggested.ts'
import type { Consultation } from '../../../surveys/engine/definition.ts'
import { answer, type DeskSite, member, openDesk } from '../desk/desk-site.ts'
import { round } from '../desk/round.ts'
import { payloads } from './payloads.ts'
import { hasProgram, inFolder, libreOffice } from './programs.ts'
import { readWorkbook, sheetsOf } from './read-workbook.ts'

let desk: DeskSite
const files: Record<string, Uint8Array> = {}
const home = '请到汇成二村12号楼302室找我，电话13812345678'

const childsWords = '我想在秋千旁边看小猫'

const text = (words: string) => ({ 'zh-CN': words })
const asked = (id: string, title: string, labels: Record<string, string>) => ({
  ...{ id, number: id.slice(1), kind: 'single' as const, title: text(title) },
  options: Object.entries(labels).map(([id, label]) => ({ id, label: text(label) })),
})
const [adult, child] = round.editions
const consultation: Consultation = {
  ...round,
  editions: [
    {
      ...(adult as NonNullable<typeof adult>),
      suggestion: 'Q6',
      sections: [
        ...(adult?.sections ?? []),
        {
          id: 'who',
          questions: [
            asked('Q8', '您的年龄段是？', { young: '60 岁以下', old: '60 岁及以上' }),
            asked('Q9', '您住的房子是？', { own: '自己家的', rent: '租来的' }),
          ],
        },
      ],
    },
    child as NonNullable<typeof child>,
  ],
}

beforeAll(async () => {
  desk = await openDesk(consultation)
  const found = await findConsultation(desk.store, 'round')
  const version = found?.editions.find(({ audience }) => audience === 'adult')?.versionId ?? 0
  for (const [at, Q6] of [...payloads, home].entries()) {
    const answers = {
      ...{ Q1: at % 2 ? 'east' : 'west', Q2: at % 3 ? 'good' : 'poor', Q5: 3, Q6 },
      ...{ Q3: at % 4 ? ['seats', 'other'] : ['lamps'] },
      ...{ Q8: at % 2 ? 'young' : 'old', Q9: at % 5 ? 'own' : 'rent' },
    }
    const from = { mailbox: at % 2 ? 'EAST1' : 'WEST1', channel: at % 3 ? 'qr' : 'paper' } as const
    await answer(desk.store, version, { answers, others: at % 4 ? { Q3: Q6 } : {} }, from)
  }
  const childs = found?.editions.find(({ audience }) => audience === 'child')?.versionId ?? 0
  for (let i = 0; i < 12; i++)
    await answer(desk.store, childs, { answers: { K1: { a: 'swing' }, K3: childsWords } })
  await desk.setUp()
  await desk.signIn()
  const work = await desk.post('/desk/c/round/export/workbook', {})
  files['work.xlsx'] = new Uint8Array(await work.arrayBuffer())
  const given = { password: member.password, purpose: '年度分析' }
  const analysis = await desk.post('/desk/c/round/export/analysis', given)
  expect(analysis.headers.get('content-disposition')).toContain('round-analysis.xlsx')
  files['analysis.xlsx'] = new Uint8Array(await analysis.arrayBuffer())
  const register = await desk.get('/desk/c/round/suggestions.csv')
  files['register.csv'] = new Uint8Array(await register.arrayBuffer())
}, 120_000)
afterAll(() => desk.close())

const bookOf = (name: string) => readWorkbook(files[name] ?? new Uint8Array())

describe('the workbook for work', () => {
  test('has the register, the frequencies, the cross-tabs and how to read them, and no response', () => {
    expect([...bookOf('work.xlsx').keys()]).toEqual(['台账', '题目频数', '交叉表', '说明'])
  })

  test('has the columns of the official register and a line for every suggestion', () => {
    const [heads, ...rows] = bookOf('work.xlsx').get('台账') ?? []
    expect(heads).toEqual(ledgerHeads)
    expect(rows).toHaveLength(payloads.length + 1)
  })

  test('has no word of a resident that two people have not let out', async () => {
    const words = JSON.stringify([...bookOf('work.xlsx')])
    for (const told of ['13812345678', '302室', 'HYPERLINK', 'cmd|'])
      expect(words).not.toContain(told)
    const found = await desk.store.read("SELECT seq FROM responses WHERE answers LIKE '%302室%'")
    const place = { seq: Number(found.rows[0]?.seq), question: 'Q6' }
    await proposeText(desk.store, 'round', place, '请到我家看看', { at: 1, actor: 'one' })
    await releaseText(desk.store, 'round', place, 1, { at: 2, actor: 'two' })
    const again = await desk.post('/desk/c/round/export/workbook', {})
    const after = JSON.stringify([...readWorkbook(new Uint8Array(await again.arrayBuffer()))])
    expect(after).toContain('请到我家看看')
    expect(after).not.toContain('302室')
  })

  test('counts as the results page does', () => {
    const [heads, ...rows] = bookOf('work.xlsx').get('题目频数') ?? []
    expect(heads?.slice(0, 7)).toEqual([
      ...['题号', '题目', '行', '选项', '人数', '占被问到的人', 'n（被问到的人）'],
    ])
    const many = payloads.length + 1
    const old = payloads
      .map((_, at) => at)
      .concat(payloads.length)
      .filter((at) => at % 2 === 0)
    const line = rows.find(([, , , option]) => option === '60 岁及以上')
    expect(line?.slice(4, 7)).toEqual([
      ...[String(old.length), String(Math.round((old.length / many) * 100) / 100), String(many)],
    ])
  })

  test('has each question by neighbourhood, age, tenure and channel', () => {
    const rows = bookOf('work.xlsx').get('交叉表') ?? []
    const captions = rows.map(([first = '']) => first)
    for (const by of ['您的年龄段是', '您住的房子是', '渠道'])
      expect(captions.some((one) => one.startsWith('2. 对环境满意吗') && one.includes(by))).toBe(
        true,
      )
    expect(captions).toContain('各居民区：对环境满意吗？')
    const at = captions.findIndex((one) => one.startsWith('3. 最该先办') && one.includes('渠道'))
    expect(rows[at + 1]).toEqual(
      expect.arrayContaining(['扫码（人数）', '纸质（占比）', '和其他人比']),
    )
  })
})

describe('the workbook for analysis', () => {
  test('is given to few, for a purpose, after the password, and is written down', async () => {
    const { rows } = await desk.store.read(
      "SELECT action, object FROM audit_entries WHERE action LIKE 'export%' ORDER BY seq LIMIT 2",
    )
    expect(rows.map(({ action, object }) => `${action} ${object}`)).toEqual([
      'export workbook round',
      'export responses round workbook 年度分析',
    ])
    const silent = await desk.post('/desk/c/round/export/analysis', { purpose: '看' })
    expect([silent.status, await silent.text()]).toEqual([
      422,
      expect.stringContaining('请写明用途，至少 4 个字。'),
    ])
    const other = { name: '李阿姨', password: '阳台上的茉莉花今年开了三回呢！' }
    await desk.setUp('staff', other)
    await desk.signIn(other)
    const refused = await desk.post('/desk/c/round/export/analysis', {
      ...{ password: other.password, purpose: '年度分析' },
    })
    expect(refused.status).toBe(403)
    await desk.signIn()
  })

  test('has residents’ own words, and every response as the file of responses has it', () => {
    const book = bookOf('analysis.xlsx')
    expect([...book.keys()]).toEqual([...['台账', '题目频数', '交叉表', '原始(去标识)', '说明']])
    const column = ledgerHeads.indexOf('对策建议')
    const said = book.get('台账')?.map((row) => row[column])
    expect(said).toEqual(expect.arrayContaining([...payloads, home]))
    const [heads, first] = book.get('原始(去标识)') ?? []
    expect(heads).toEqual(expect.arrayContaining(['居民区', '2. 对环境满意吗？']))
    expect(first).toEqual(expect.arrayContaining(['西村', 'WEST1', '纸质', '不太满意']))
    expect(book.get('原始(去标识)')).toHaveLength(payloads.length + 2)
  })

  test('counts children, has no single response of theirs, and says where these are asked for', async () => {
    const book = bookOf('analysis.xlsx')
    expect(JSON.stringify(book.get('题目频数'))).toContain('秋千')
    expect(JSON.stringify([...book])).not.toContain(childsWords)
    const apart = '儿童的单份答卷不在里面：默认不开放，确有需要'
    expect(book.get('说明')?.flat().join()).toContain(apart)
    expect(bookOf('work.xlsx').get('说明')?.flat().join()).not.toContain(apart)
    expect(await desk.page('/desk/c/round/export')).toContain(apart)
    const own = { password: member.password, purpose: '年度审计核对', format: 'csv' }
    const file = await desk.post('/desk/c/round/export/child', own)
    expect(await file.text()).toContain(childsWords)
  })

  test('has not one formula, and every text is written where it stands', () => {
    for (const name of ['work.xlsx', 'analysis.xlsx'])
      for (const [, xml] of sheetsOf(files[name] ?? new Uint8Array())) {
        const asText = xml.match(/t="inlineStr"/g)?.length
        expect(asText).toBe(xml.match(/<is>/g)?.length)
        expect(/<f[ >]|t="s"|t="str"/.exec(xml)?.[0]).toBeUndefined()
      }
  })
})

describe.runIf(hasProgram('soffice'))('opened by LibreOffice', () => {
  test('no text of the workbook or of the register has become a formula, and all are whole', async () => {
    await inFolder(files, (folder) => {
      const book = libreOffice(folder, 'analysis.xlsx', 'fods')
      expect(book).not.toMatch(/table:formula|Err:|#NAME/)
      for (const name of ['台账', '题目频数', '交叉表', '原始(去标识)', '说明'])
        expect(book).toContain(`table:name="${name}"`)
      const register = libreOffice(folder, 'register.csv', 'fods', '--infilter=CSV:44,34,76,1')
      expect(register).not.toMatch(/table:formula|Err:|#NAME/)
    })
  }, 120_000)
})
