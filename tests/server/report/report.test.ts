import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findConsultation } from '../../../db/consultations.ts'
import { addDecision, listDecisions, publishDecision } from '../../../db/decisions.ts'
import { decideExclusion, proposeExclusion } from '../../../db/exclusions.ts'
import { listReleases } from '../../../db/releases.ts'
import type { Report } from '../../../web/desk/report/report.ts'
import { writeWord } from '../../../web/desk/report/word/write-word.ts'
import { answer, type DeskSite } from '../desk/desk-site.ts'
import { hasProgram, inFolder, libreOffice } from '../exports/programs.ts'
import { asSecond, openTwo } from '../releases/published-site.ts'
import { publishRound } from './publish-round.ts'

let desk: DeskSite
let adult = 0
const path = '/desk/c/round/report'

beforeAll(async () => {
  desk = await openTwo()
  const found = await findConsultation(desk.store, 'round')
  adult = found?.editions.find(({ audience }) => audience === 'adult')?.versionId ?? 0
  for (let at = 0; at < 120; at++) await answerAt(at)
})
afterAll(() => desk.close())

const answerAt = (at: number) =>
  answer(
    desk.store,
    adult,
    {
      answers: {
        Q1: at % 3 ? 'east' : 'west',
        Q2: at % 2 ? 'poor' : 'good',
        Q3: at % 3 ? ['seats', 'lamps'] : ['trees', 'lamps'],
        Q5: (at % 4) + 1,
      },
    },
    { mailbox: at % 3 ? 'EAST1' : 'WEST1' },
  )

const publish = () => publishRound(desk, ['Q1', 'Q2', 'Q3', 'Q5'])

/** A decision written by one and published by another. */
async function decide() {
  const words = {
    ...{ title: '楼下放长椅', verdict: 'do' as const, decision: '放四张长椅', reason: '' },
    ...{ findings: '[]', options: '', decidedBy: '', decidedOn: '', action: '' },
    ...{ unit: '居委会和物业', dueOn: '2026-06-30' },
  }
  await addDecision(desk.store, 'round', words, { at: desk.now(), actor: 'one' })
  const [written] = await listDecisions(desk.store, 'round')
  if (!written) throw new Error('no decision')
  const by = { at: desk.now(), actor: 'two' }
  await publishDecision(desk.store, written, written.writtenAt, by)
}

const report = async (): Promise<Report> => JSON.parse(await desk.page(`${path}/report.json`))
const wordsOf = async (id: string) => {
  const paragraphs = (await report()).parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [block] : block.kind === 'figure' ? [block.sentence] : [],
    ),
  )
  return paragraphs.find((one) => one.id === id)
}

/** Which words a form about this paragraph begins with. */
const beganOf = async (id: string) => String((await wordsOf(id))?.edit?.at ?? '')

test('before anything has been published there is no report, and the page says why', async () => {
  expect(await desk.page(path)).toContain('现在还没有公示')
  expect((await desk.get(`${path}/report.json`)).status).toBe(404)
})

describe('a report', () => {
  beforeAll(async () => {
    await publish()
    await decide()
  })

  test('has the seven parts, in which every figure is a published one', async () => {
    const { parts, title } = await report()
    expect(title).toContain('院子怎么改')
    expect(parts.map(({ heading }) => heading)).toEqual([
      ...['一、基本情况', '二、主要结果', '三、居民建议梳理', '四、儿童的声音'],
      ...['五、分歧与顾虑', '六、拟采纳与办理安排', '七、说明'],
    ])
    const words = JSON.stringify(parts)
    expect(words).toContain('成人版回收答卷 120 份，没有排除，有效 120 份，有效率 100%')
    expect(words).toContain(
      '登记了户数的 1 个居民区共 200 户，收到成人答卷 80 份，相当于每百户 40.0 份',
    )
    expect(words).toContain(
      '选「路灯亮一点」的最多，需求度 100%，其次是「有地方坐」（67%）、「修剪大树」（33%）',
    )
    expect(words).toContain('60 位（50%）选了「不太满意」或「很不满意」')
    expect(words).toContain('["楼下放长椅","办","放四张长椅","居委会和物业","2026年6月30日前"]')
    expect((await wordsOf('findings/before'))?.text).toBe(
      '这次征询的结果是第一次公示，没有上一期可以比较。',
    )
    expect(words).not.toContain('「您住在哪里？」里选')
  })

  test('has the questionnaire as it was frozen behind it, and only such suggestions as were let out', async () => {
    const { annexes } = await report()
    expect(annexes.map(({ heading }) => heading)).toEqual([
      ...['附件 1　调查问卷', '附件 2　居民建议台账'],
    ])
    const words = JSON.stringify(annexes)
    expect(words).toContain('有地方坐；路灯亮一点；修剪大树；其他；都还可以')
    expect(words).toContain('多选，最多 3 项')
    expect(words).toContain('还没有经两人看过、可以公开的建议，这里不列。')
  })

  test('says where neighbourhoods differ beyond chance, and why some comparisons are not in it', async () => {
    expect((await wordsOf('findings/marked'))?.text).toMatch(/各居民区的差别有 \d+ 处说得准/)
    const tables = (await report()).parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])),
    )
    const marked = tables.find(({ caption }) => caption === '和其他居民区不一样的地方')
    expect(marked?.rows).toContainEqual([
      ...['最该先办哪几件？', '修剪大树', '东村（80）', '0（0%）', '明显低于'],
    ])
    expect((await wordsOf('findings/unmarked'))?.text).toContain('只按居民区分开')
    expect((await wordsOf('basics/sample'))?.text).toContain('年龄、居住身份没有公示')
  })

  test('says nothing of those who answered after it was published', async () => {
    const before = await report()
    for (let at = 0; at < 40; at++) await answerAt(at)
    expect(await report()).toEqual(before)
  })

  test('keeps what staff wrote, tells when the numbers have changed, and can go back', async () => {
    const id = 'adult/Q2'
    const saved = await desk.post(`${path}/paragraph`, {
      ...{ paragraph: id, written: '满意的和不满意的各占一半。' },
    })
    expect(saved.headers.get('location')).toBe(`${path}#p-adult-Q2`)
    expect(await wordsOf(id)).toMatchObject({
      text: '满意的和不满意的各占一半。',
      edit: { by: '王小明', isOld: false },
    })
    for (let at = 0; at < 60; at++) await answerAt(at * 2)
    const found = await desk.store.read('SELECT max(seq) AS seq FROM responses')
    const place = [desk.store, adult, Number(found.rows[0]?.seq)] as const
    await proposeExclusion(...place, '测试', { at: desk.now(), actor: 'one' })
    await decideExclusion(...place, 'excluded', { at: desk.now(), actor: 'two' })
    await publish()
    expect((await wordsOf('basics/received'))?.text).toContain(
      '回收答卷 220 份，经两人核对排除 1 份，有效 219 份，有效率 99.5%',
    )
    expect(await wordsOf(id)).toMatchObject({ edit: { isOld: true } })
    // What was said of the first release does not hold for the second.
    expect((await wordsOf('findings/before'))?.text).toContain('和统计到2026年3月2日的上一期相比')
    const [{ rows = [] } = {}] = (await report()).parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'table' && block.caption.includes('上一期') ? [block] : [],
      ),
    )
    expect(rows).toContainEqual(['最该先办哪几件？', '路灯亮一点', '100%（120）', '100%（219）'])
    expect(await desk.page(path)).toContain('数字后来变了')
    await desk.post(`${path}/restoration`, { paragraph: id, began: await beganOf(id) })
    const restored = await wordsOf(id)
    expect([restored?.text, restored?.edit]).toEqual([restored?.made, undefined])
  })

  test('does not take nothing for words, unless a paragraph is to be left out', async () => {
    const id = 'notes/annexes'
    const refused = await desk.post(`${path}/paragraph`, { paragraph: id, written: '  ' })
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('请写点什么'),
    ])
    expect(await desk.page(path)).toContain(`action="${path}/omission#p-notes-annexes"`)
    expect((await desk.post(`${path}/omission`, { paragraph: id })).status).toBe(303)
    expect(await wordsOf(id)).toMatchObject({ text: '' })
    const unknown = { paragraph: 'no/such', written: '好' }
    expect((await desk.post(`${path}/paragraph`, unknown)).status).toBe(404)
  })

  test('says nothing of the sheets given out until staff have filled in how many', async () => {
    const id = 'basics/issued'
    const form = '纸质问卷发放＿＿份，回收＿＿份，回收率＿＿%'
    expect(await wordsOf(id)).toBeUndefined()
    await answer(desk.store, adult, { answers: { Q1: 'east' } }, { channel: 'paper' })
    expect(await wordsOf(id)).toMatchObject({ text: '' })
    expect(await desk.page(path)).toMatch(
      new RegExp(`on-screen"><p>请按登记填写，没有填以前报告里不写这一段：${form}`),
    )
    const half = { paragraph: id, written: '纸质问卷发放 300 份，回收＿＿份。' }
    const refused = await desk.post(`${path}/paragraph`, half)
    expect([refused.status, await refused.text()]).toEqual([
      ...[422, expect.stringContaining('还有「＿＿」没有填')],
    ])
    expect(await wordsOf(id)).toMatchObject({ text: '' })
    const filled = '纸质问卷发放 300 份，回收 210 份，回收率 70%。'
    await desk.post(`${path}/paragraph`, { paragraph: id, written: filled })
    expect(await wordsOf(id)).toMatchObject({ text: filled, edit: { isOld: false } })
    expect(await desk.page(path)).not.toContain('请按登记填写')
    await desk.post(`${path}/restoration`, { paragraph: id, began: await beganOf(id) })
    expect(await wordsOf(id)).toMatchObject({ text: '' })
  })

  test('is written down when it is changed', async () => {
    const { rows } = await desk.store.read(
      "SELECT action, object FROM audit_entries WHERE action LIKE '%report'",
    )
    expect(rows.map(({ action, object }) => `${action} ${object}`)).toEqual([
      'edit report round/adult/Q2',
      'restore report round/adult/Q2',
      'edit report round/notes/annexes',
      ...['edit report round/basics/issued', 'restore report round/basics/issued'],
    ])
    expect((await listReleases(desk.store, 'round')).length).toBe(2)
  })

  test('that two people write at once keeps the first, and shows the second both', async () => {
    const id = 'adult/Q3'
    const first = { paragraph: id, written: '路灯最要紧。', began: '' }
    expect((await desk.post(`${path}/paragraph`, first)).status).toBe(303)
    // Pressed twice, it is kept once.
    expect((await desk.post(`${path}/paragraph`, first)).status).toBe(303)
    const other = { paragraph: id, written: '路灯和长椅都要紧。', began: '' }
    const late = await desk.post(`${path}/paragraph`, other, asSecond(desk))
    const page = await late.text()
    expect(late.status).toBe(409)
    expect(page).toMatch(
      /您写的时候，<bdi>王小明<\/bdi>.*路灯最要紧。.*路灯和长椅都要紧。<\/textarea>/s,
    )
    expect(await wordsOf(id)).toMatchObject({ text: first.written })
    // Nor is it taken away by somebody who has not seen it.
    const back = await desk.post(`${path}/restoration`, { paragraph: id, began: '1' })
    expect(back.status).toBe(409)
    const seen = { ...other, began: await beganOf(id) }
    expect(page).toContain(`name="began" value="${seen.began}"`)
    desk.wait(1000)
    expect((await desk.post(`${path}/paragraph`, seen, asSecond(desk))).status).toBe(303)
    expect(await wordsOf(id)).toMatchObject({ text: other.written, edit: { by: '李主任' } })
    const gone = { paragraph: id, began: await beganOf(id) }
    expect((await desk.post(`${path}/restoration`, gone)).status).toBe(303)
  })
})

describe.runIf(hasProgram('soffice'))('the Word document', () => {
  // A white dot, as a chart.
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4//8/AwAI/AL+p5qgoAAAAABJRU5ErkJggg==',
    'base64',
  )
  const picture = { png: new Uint8Array(png), width: 600, height: 200 }

  test('opens in LibreOffice with its title, sentences, tables and chart, in the layout of official documents', async () => {
    const model = await report()
    const blob = await writeWord(model, new Map([['adult-Q3', picture]]))
    const file = new Uint8Array(await blob.arrayBuffer())
    const flat = await inFolder({ 'report.docx': file }, (folder) =>
      libreOffice(folder, 'report.docx', 'fodt'),
    )
    const words = flat.replace(/<text:s\/>/g, ' ').replace(/<[^>]+>/g, '')
    expect(words).toContain('关于“院子怎么改”征求居民意见情况的报告')
    expect(words).toContain('（意见征集结果，不等于表决）')
    expect(words).toContain('一、基本情况')
    expect(words).not.toContain('＿＿')
    expect(words).toMatch(/有地方坐\s*\d+\s*\d\d%/)
    expect(flat).toContain('fo:page-width="8.2681in"')
    expect(flat).toMatch(/fo:margin-top="1\.456\d?in"/)
    for (const font of ['仿宋_GB2312', '黑体', '楷体_GB2312', '方正小标宋简体'])
      expect(flat).toContain(font)
    expect(flat.match(/<table:table /g)?.length).toBeGreaterThan(4)
    // What the picture shows is said for those who do not see it.
    expect(flat).toMatch(/<svg:desc>[^<]*路灯亮一点/)
    expect(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')).toContain(
      '"docx": "9.15.2"',
    )
  }, 90_000)
})
