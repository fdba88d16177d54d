import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expireContacts } from '../../../../db/contacts.ts'
import { huicheng } from '../../../../surveys/definitions/huicheng/consultation.ts'
import { asSecond, openTwo } from '../../releases/published-site.ts'
import { post, withFields } from '../../routes/resident-page.ts'
import { beganIn, type DeskSite, member } from '../desk-site.ts'

const day = 86_400_000
let desk: DeskSite
beforeAll(async () => {
  desk = await openTwo(huicheng)
})
afterAll(() => desk.close())

const ask = async (path: string, init?: RequestInit) => {
  const answer = await desk.app.request(`${desk.origin}${path}`, init)
  const to = answer.headers.get('Location') ?? ''
  return { status: answer.status, page: await answer.text(), to }
}
const send = async (changes: Record<string, string | string[]>) => {
  const { page } = await ask('/c/huicheng/adult')
  const fields = withFields(page, { agree: 'yes', Q1: 'hc1', ...changes })
  return (await ask('/c/huicheng/adult', post(fields))).to.replace('?new=1', '')
}
const correct = async (receipt: string, changes: Record<string, string | undefined>) => {
  const { page } = await ask(`${receipt}/correction`)
  return ask(`${receipt}/correction`, post(withFields(page, changes)))
}
const listed = '/desk/c/huicheng/suggestions'
/** Which words a form of a suggestion says it began with. */
const began = async (action: string) => beganIn(await desk.page(listed), action)
const newest = async () => /id="s(\d+)"/.exec(await desk.page(listed))?.[1] ?? ''

/** Registers, sorts and hands on what came last; gives its address. */
const handOn = async (subject = '一件事', dueOn = '2026-03-23') => {
  const card = `${listed}/${await newest()}`
  await desk.post(`${card}/card`, { subject, category: '公共空间' })
  await desk.post(`${card}/assignment`, { unit: '物业', dueOn, handling: '' })
  return card
}
const answer = async (reply: string) =>
  desk.post(`${await handOn()}/reply`, { outcome: 'explained', reply })

/** What one writes into a form, what another changes of it meanwhile, and what the page then says. */
interface Clash {
  to: string
  fields: Record<string, string>
  change: Record<string, string>
  told: string[]
}

const register = async () =>
  (await desk.post(`${listed}/register`, { password: member.password })).text()
const countOf = async (name: string) =>
  Number(new RegExp(`>${name} ([\\d,]+)<`).exec(await desk.page(listed))?.[1])
/** Puts the suggestions of these two together, or takes them apart again, as the page of texts does. */
const link = (as: 'union' | 'parting' | 'removal', one: string, other: string, sure = '') =>
  desk.post(`/desk/c/huicheng/texts/adult/Q18b/same/${as}`, { a: one, b: other, sure })

const audit = async () =>
  (await desk.store.read('SELECT * FROM audit_entries ORDER BY seq DESC LIMIT 1')).rows[0]

describe('a suggestion', () => {
  test('is registered, sorted, handed on, answered and judged, and its resident sees every step', async () => {
    const receipt = await send({ Q18b: '口袋花园里放两把椅子' })
    expect((await ask(receipt)).page).toContain('已经收到，等居委会答复')
    expect(await desk.page(listed)).toContain('口袋花园里放两把椅子')
    const card = `${listed}/${await newest()}`
    const answer = { outcome: 'adopted', adoptedAs: 'livelihood', reply: '六月就放，靠着桂花树。' }
    expect((await desk.post(`${card}/reply`, answer)).status).toBe(404)
    const subject = { subject: '花园加椅子', place: '口袋花园', proposal: '放两把椅子' }
    expect((await desk.post(`${card}/card`, subject)).status).toBe(303)
    expect((await ask(receipt)).page).toMatch(/3月2日，登记为第 \d+ 号/)
    const unit = { unit: '绿化所', dueOn: '2026-03-23', handling: '已联系' }
    const unsorted = await desk.post(`${card}/assignment`, unit)
    expect([unsorted.status, await unsorted.text()]).toEqual([
      422,
      expect.stringContaining('还没有梳理'),
    ])
    const sorted = { ...subject, category: '绿化', note: '找过王老师' }
    await desk.post(`${card}/card`, { ...sorted, began: await began(`${card}/card`) })
    expect((await ask(receipt)).page).toContain('归到「绿化」一类')
    const early = await desk.post(`${card}/reply`, answer)
    expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('还没有交办')])
    expect((await desk.post(`${card}/assignment`, unit)).status).toBe(303)
    const handed = (await ask(receipt)).page
    expect(handed).toContain('交给绿化所办理 · 2026年3月23日前答复')
    expect(handed).toContain('正在办')
    expect(await desk.page(`${listed}?at=open`)).toContain('还有 15 个工作日')
    expect((await desk.post(`${card}/reply`, answer)).status).toBe(303)
    const { page } = await ask(receipt)
    for (const words of ['采纳了', '采纳去向：惠民举措', '3月2日，居委会答复：', answer.reply])
      expect(page).toContain(words)
    await ask(`${receipt}/rating`, post(new URLSearchParams({ rating: 'good' })))
    expect((await ask(receipt)).page).toContain('您的评价：满意')
    // Once said, it stands.
    await ask(`${receipt}/rating`, post(new URLSearchParams({ rating: 'poor' })))
    expect((await ask(receipt)).page).toContain('您的评价：满意')
  })

  test('that is answered is put away, and stays away when somebody clicks twice, until it is taken out', async () => {
    await send({ Q18b: '楼道里放一个雨伞架' })
    const card = await handOn('雨伞架')
    expect((await desk.post(`${card}/archive`, {})).status).toBe(404)
    await desk.post(`${card}/reply`, { outcome: 'explained', reply: '一楼放好了。' })
    for (const [way, deed] of [
      ['/archive', 'archive suggestion'],
      ['/archive', 'archive suggestion'],
      ['/archive/removal', 'restore suggestion'],
    ]) {
      expect((await desk.post(card + way, {})).status).toBe(303)
      expect(await audit()).toMatchObject({ action: deed })
      const page = await desk.page(listed)
      expect(page.includes('已归档')).toBe(way === '/archive')
    }
  })

  test('stands in the register with all its columns, given out to few, for a password, and written down', async () => {
    expect((await desk.get(`${listed}.csv`)).status).toBe(404)
    const second = await desk.post(`${listed}/register`, { password: 'x' }, asSecond(desk))
    expect(second.status).toBe(403)
    const wrong = await desk.post(`${listed}/register`, { password: 'x' })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('密码不对')])
    desk.wait(2000)
    const [heads = '', ...lines] = (await register()).split('\r\n')
    expect(
      heads
        .replace(/["\ufeff]/g, '')
        .split(',')
        .slice(0, 19),
    ).toEqual([
      ...['编号', '收到日期', '渠道', '居民区', '小区', '类别', '主题', '主要事由', '对策建议'],
      ...['相同建议数', '承办单位', '交办日期', '期限', '办理情况', '答复日期', '是否采纳'],
      ...['采纳去向', '居民评价', '备注'],
    ])
    expect(lines.find((line) => line.includes('花园加椅子'))).toMatch(
      /"汇成一村","绿化","花园加椅子".*"绿化所".*"采纳","惠民举措","满意","找过王老师"/,
    )
    expect(await audit()).toMatchObject({ action: 'export suggestions', object: 'huicheng' })
  })

  test('that several made is answered once, and each reads the reply with their own receipt', async () => {
    // What only a few wrote is not listed yet, and cannot be put together or taken apart there.
    for (let i = 1; i <= 5; i++) await send({ Q18b: `另外的第 ${i} 件事` })
    const first = await send({ Q18b: '北门装一面镜子' })
    const card = await handOn('北门镜子')
    const [open, fresh] = [await countOf('办理中'), await countOf('待登记')]
    const [exact, alike, other] = [
      await send({ Q18b: '北门装一面镜子。' }),
      await send({ Q18b: '北门转弯看不见，挂块镜子吧' }),
      await send({ Q18b: '南门也要扫地' }),
    ]
    const page = await desk.page(listed)
    const seqs = [...page.matchAll(/id="s(\d+)"/g)].map(([, seq = '']) => seq)
    const [, alikeSeq = '', , firstSeq = ''] = seqs
    expect(await countOf('待登记')).toBe(fresh + 2)
    expect((await link('union', firstSeq, alikeSeq)).status).toBe(303)
    expect(await countOf('待登记')).toBe(fresh + 1)
    expect(await countOf('办理中')).toBe(open + 2)
    for (const receipt of [exact, alike]) {
      const told = (await ask(receipt)).page
      expect(told).toContain('有人和您想的一样')
      expect(told).toContain('交给物业办理 · 2026年3月23日前答复')
    }
    await desk.post(`${card}/reply`, { outcome: 'explained', reply: '下周去装。' })
    for (const receipt of [first, exact, alike]) {
      expect((await ask(receipt)).page).toContain('下周去装。')
      await ask(`${receipt}/rating`, post(new URLSearchParams({ rating: 'fair' })))
      expect((await ask(receipt)).page).toContain('您的评价：一般')
    }
    expect((await ask(other)).page).not.toContain('下周去装。')
    const lines = (await register()).split('\r\n').filter((line) => line.includes('北门镜子'))
    expect(lines.map((line) => /,3,"物业",.*"下周去装。"/.test(line))).toEqual([true, true, true])

    // Who would lose the answer is told before, and nothing happens until somebody says it is meant.
    const held = await link('removal', firstSeq, alikeSeq)
    const number = Number(/第 (\d+) 号/.exec(await desk.page(listed))?.[1])
    expect([held.status, await held.text()]).toEqual([
      422,
      expect.stringContaining(`第 ${number} 号的答复只算它那一边的，另外 1 位要重新答复`),
    ])
    expect((await link('parting', firstSeq, alikeSeq)).status).toBe(422)
    expect((await ask(alike)).page).toContain('下周去装。')

    // Taken apart again, it has not been answered; what stands on the others' receipts stays.
    expect((await link('removal', firstSeq, alikeSeq, '1')).status).toBe(303)
    const apart = (await ask(alike)).page
    expect(apart).not.toContain('下周去装。')
    expect(apart).toContain('已经收到，等居委会答复')
    expect((await ask(exact)).page).toContain('下周去装。')

    // Who made it first may take it away: the others keep their answer.
    await link('union', firstSeq, alikeSeq)
    await ask(`${first}/deletion`, post(new URLSearchParams()))
    for (const receipt of [exact, alike]) expect((await ask(receipt)).page).toContain('下周去装。')
    await correct(exact, { Q18b: '西门装一面镜子' })
    expect((await ask(exact)).page).not.toContain('下周去装。')
    expect((await ask(alike)).page).toContain('下周去装。')
  })

  test('that two people write about at once keeps the first, and shows the second both', async () => {
    const receipt = await send({ Q18b: '车棚里装充电桩' })
    const at = `${listed}/${await newest()}`
    const forms: Clash[] = [
      {
        to: `${at}/card`,
        fields: { subject: '车棚充电', category: '停车', place: '三号车棚' },
        change: { place: '东门' },
        told: ['地点（<bdi>王小明</bdi>存的）', '三号车棚', 'value="东门"'],
      },
      {
        to: `${at}/assignment`,
        fields: { unit: '物业', dueOn: '2026-03-23', handling: '去看过' },
        change: { unit: '电力公司' },
        told: ['承办单位（<bdi>王小明</bdi>存的）', '物业', 'value="电力公司"'],
      },
      {
        to: `${at}/reply`,
        fields: { outcome: 'explained', reply: '下个月装六个。' },
        change: { outcome: 'declined', reply: '车棚太窄，装不了。' },
        told: ['怎么答复（<bdi>王小明</bdi>存的）', '解释说明', '车棚太窄，装不了。</textarea>'],
      },
      {
        to: `${at}/wording`,
        fields: { text: '车棚装充电桩' },
        change: { text: '请在车棚装充电桩' },
        told: [
          '公开的写法（<bdi>王小明</bdi>存的）',
          '车棚装充电桩',
          '请在车棚装充电桩</textarea>',
        ],
      },
    ]
    for (const { to, fields, change, told } of forms) {
      const page = await desk.page(listed)
      const both = { ...fields, began: beganIn(page, to) }
      expect((await desk.post(to, both)).status).toBe(303)
      // Pressed twice, it is kept once, and nobody is told of a clash with oneself.
      expect((await desk.post(to, both)).status).toBe(303)
      const late = await desk.post(to, { ...both, ...change }, asSecond(desk))
      const shown = await late.text()
      expect([to, late.status]).toEqual([to, 409])
      expect(shown).toMatch(/您写的时候，<bdi>王小明<\/bdi>在 2026年3月\d+日 [\d:]+ 改过/)
      for (const words of [...told, '看过了，仍按我写的保存']) expect(shown).toContain(words)
      // Seen, it is kept all the same; and now the first is the one who comes late.
      const seen = { ...both, ...change, began: beganIn(shown, to) }
      expect((await desk.post(to, seen, asSecond(desk))).status).toBe(303)
      const back = await desk.post(to, both)
      expect(back.status).toBe(409)
      expect(await back.text()).toContain('<bdi>李主任</bdi>')
    }
    expect((await ask(receipt)).page).toContain('车棚太窄，装不了。')
    expect((await ask(receipt)).page).not.toContain('下个月装六个。')
    await desk.post(`${at}/wording/removal`, {})
  })

  test('whose form comes back for another reason still knows what it began with', async () => {
    await send({ Q18b: '东门补一盏灯' })
    const card = `${listed}/${await newest()}/card`
    await desk.post(card, { subject: '补灯' })
    const first = await began(card)
    await desk.post(card, { subject: '补一盏灯', began: first })
    const empty = await (await desk.post(card, { subject: '', began: first })).text()
    expect(beganIn(empty, card)).toBe(first)
    expect((await desk.post(card, { subject: '装灯', began: first })).status).toBe(409)
  })

  test('is not answered with a name or a number before whoever writes it has looked again', async () => {
    const receipt = await send({ Q18b: '楼下的井盖松了' })
    const card = await handOn('井盖')
    const reply = '请打居委会 021-6454 0000，找王秀英。'
    const held = await desk.post(`${card}/reply`, { outcome: 'explained', reply })
    const page = await held.text()
    expect(held.status).toBe(422)
    for (const words of [
      '电话「021-6454 0000」',
      `${reply}</textarea>`,
      '我看过了，这不是个人信息',
    ])
      expect(page).toContain(words)
    expect((await ask(receipt)).page).not.toContain('6454')
    // The committee's own number is meant to be read: it is kept as it was written.
    const sure = { outcome: 'explained', reply, seen: reply }
    expect((await desk.post(`${card}/reply`, sure)).status).toBe(303)
    expect((await ask(receipt)).page).toContain(reply)
    const unit = {
      unit: '物业张经理',
      dueOn: '2026-03-23',
      began: await began(`${card}/assignment`),
    }
    const named = await desk.post(`${card}/assignment`, unit)
    expect([named.status, await named.text()]).toEqual([
      422,
      expect.stringContaining('人名「张经理」'),
    ])
  })

  test('is not answered without words, and what was typed stays', async () => {
    const receipt = await send({ Q18b: '楼道里装扶手' })
    const unnamed = `${listed}/${await newest()}`
    expect((await desk.post(`${unnamed}/card`, { subject: ' ' })).status).toBe(422)
    const card = await handOn('楼道扶手')
    const silent = await desk.post(`${card}/reply`, { outcome: 'declined', reply: ' ' })
    expect(silent.status).toBe(422)
    const undecided = await desk.post(`${card}/reply`, { outcome: '', reply: '再看看' })
    expect(await undecided.text()).toContain('再看看')
    const nowhere = await desk.post(`${card}/reply`, { outcome: 'adopted', reply: '好' })
    expect(await nowhere.text()).toContain('请选采纳去向')
    expect((await ask(receipt)).page).toContain('等居委会答复')
    const reason = { outcome: 'declined', reply: '楼道太窄，消防不允许。' }
    await desk.post(`${card}/reply`, reason)
    expect((await ask(receipt)).page).toContain('这次没有采纳')
    expect((await desk.post(`${listed}/999999/reply`, reason)).status).toBe(404)
  })

  test('that is somebody’s own affair is passed on without being handed to anybody here', async () => {
    const receipt = await send({ Q18b: '我家的退休金还没有到' })
    const card = `${listed}/${await newest()}`
    await desk.post(`${card}/card`, { subject: '退休金' })
    const routed = { outcome: 'routed', reply: '已转 12345。' }
    expect((await desk.post(`${card}/reply`, routed)).status).toBe(303)
    expect((await ask(receipt)).page).toContain('已转信访或 12345')
  })

  test('that is past its day comes up as overdue', async () => {
    await send({ Q18b: '路灯换亮一点' })
    const card = await handOn('路灯')
    const handed = await began(`${card}/assignment`)
    for (const dueOn of ['soon', '1999-02-31', '2026-02-31', '2206-03-02']) {
      const refused = await desk.post(`${card}/assignment`, { unit: '物业', dueOn })
      const wrong = await refused.text()
      expect(refused.status).toBe(422)
      for (const words of ['期限不对', `value="${dueOn}"`]) expect(wrong).toContain(words)
    }
    await desk.post(`${card}/assignment`, { unit: '物业', dueOn: '2026-02-27', began: handed })
    const page = await desk.page(`${listed}?at=overdue`)
    expect(page).toContain('超期 2 个工作日')
    expect(page).toContain('路灯换亮一点')
    expect(page).toContain('2026年2月27日')
  })

  test('is made public in a wording without telephone numbers that a second person released', async () => {
    const receipt = await send({ Q18b: '王阿姨的电话是13812345678，请修门铃' })
    const card = await handOn('门铃')
    expect(await desk.page(listed)).toMatch(/〔人名〕的电话是〔电话〕，请修门铃<\/textarea>/)
    expect((await desk.post(`${card}/wording`, { text: '请修门铃' })).status).toBe(303)
    const page = await desk.page(listed)
    expect(page).toContain('自己写的不能自己放行')
    const proposedAt = /name="proposedAt" value="(\d+)"/
    expect(proposedAt.test(page)).toBe(false)
    const theirs = await desk.app.request(desk.origin + listed, { headers: asSecond(desk) })
    const [, seen = ''] = proposedAt.exec(await theirs.text()) ?? []
    expect((await desk.post(`${card}/wording/release`, { proposedAt: seen })).status).toBe(422)
    const release = () => desk.post(`${card}/wording/release`, { proposedAt: seen }, asSecond(desk))
    expect((await release()).status).toBe(303)
    expect(await desk.page(listed)).toContain('已经公开的写法')
    await desk.post(`${card}/reply`, { outcome: 'explained', reply: '门铃修好了。' })
    expect((await ask(receipt)).page).not.toContain('建议和答复已经写在结果页上')

    // A release drafted by one and published by the other carries the collective answer.
    desk.wait(60_000)
    const drafted = await desk.post('/desk/c/huicheng/releases', { question: 'adult/Q1' })
    const draft = drafted.headers.get('location') ?? ''
    expect(await desk.page(draft)).toContain('请修门铃')
    expect((await ask('/c/huicheng/results')).page).not.toContain('请修门铃')
    desk.wait(60_000)
    const published = await desk.post(`${draft}/publication`, { seen: 'on' }, asSecond(desk))
    expect(published.status).toBe(303)
    const results = (await ask('/c/huicheng/results')).page
    for (const words of ['大家提的建议和答复', '请修门铃', '物业办理', '门铃修好了。'])
      expect(results).toContain(words)
    expect(results).not.toMatch(/13812345678|王阿姨|\d 人提过/)
    const told = (await ask(receipt)).page
    expect(told).toContain('href="/c/huicheng/results#suggestions"')
    expect(told).toContain('建议和答复已经写在结果页上')

    // Taken back, the wording leaves the page at once, and the receipt no longer says that it stands there.
    expect((await desk.post(`${card}/wording/removal`, {})).status).toBe(303)
    expect((await ask('/c/huicheng/results')).page).not.toContain('请修门铃')
    const after = (await ask(receipt)).page
    expect(after).toContain('门铃修好了。')
    expect(after).not.toContain('建议和答复已经写在结果页上')
  })

  test('is not made public with a name or a number before two people were told what they release', async () => {
    await send({ Q18b: '北门灯坏了，联系王秀英13812345678' })
    const card = await handOn('北门的灯')
    expect(await desk.page(listed)).toContain('北门灯坏了，联系〔人名〕〔电话〕</textarea>')
    const text = '灯坏了，联系王秀英13812345678'
    const told = '这段写法里有可能认出人的：人名「王秀英」、电话「13812345678」。'
    const held = await desk.post(`${card}/wording`, { text })
    const page = await held.text()
    expect(held.status).toBe(422)
    for (const words of [told, `${text}</textarea>`, '我看过了，这不是个人信息'])
      expect(page).toContain(words)
    // The tick holds for the wording it stood beside, and for no other.
    const other = { text: `${text}，家住12号302室`, seen: text }
    expect((await desk.post(`${card}/wording`, other)).status).toBe(422)
    expect(await desk.page(listed)).not.toContain(told)
    expect((await desk.post(`${card}/wording`, { text, seen: text })).status).toBe(303)
    const second = await desk.app.request(desk.origin + listed, { headers: asSecond(desk) })
    const theirs = await second.text()
    expect(theirs).toContain(told)
    expect(theirs.indexOf(told)).toBeLessThan(theirs.indexOf('核对过了，放行'))
    const proposedAt = /name="proposedAt" value="(\d+)"/.exec(theirs)?.[1] ?? ''
    await desk.post(`${card}/wording/release`, { proposedAt }, asSecond(desk))
    const drafted = await desk.post('/desk/c/huicheng/releases', { question: 'adult/Q1' })
    expect(await desk.page(drafted.headers.get('location') ?? '')).toContain(told)
    await desk.post(`${card}/wording/removal`, {})
  })

  test('put in other words is received anew; taken back or deleted it is gone', async () => {
    const receipt = await send({ Q18b: '第一种说法' })
    await answer('答第一种')
    await correct(receipt, { Q18b: '第二种说法' })
    expect((await ask(receipt)).page).toContain('等居委会答复')
    await answer('答第二种')
    // Another answer changes, the suggestion does not: its reply stays.
    await correct(receipt, { Q1: 'hc4' })
    expect((await ask(receipt)).page).toContain('答第二种')
    await correct(receipt, { Q18b: undefined })
    expect((await ask(receipt)).page).not.toContain('您的建议怎么样了')
    await correct(receipt, { Q18b: '第三种说法' })
    expect(await desk.page(listed)).toContain('第三种说法')
    await ask(`${receipt}/deletion`, post(new URLSearchParams()))
    const page = await desk.page(listed)
    for (const words of ['第一种', '第二种', '第三种']) expect(page).not.toContain(words)
  })

  test('stands on a page with as many as can be read in one go', async () => {
    for (let i = 1; i <= 32; i++) await send({ Q18b: `建议第 ${i} 条。` })
    const page = await desk.page(listed)
    expect(page).toContain('建议第 32 条。')
    expect(page).not.toContain('建议第 2 条。')
    const older = /href="([^"]+before=\d+)">更早的/.exec(page)?.[1] ?? ''
    expect(await desk.page(older)).toContain('建议第 2 条。')
  })
})

const contactPage = '/contact/huicheng'
const left = { name: '王阿姨', reach: '13812345678', purposes: ['hearing', 'help'], agree: 'yes' }
const leave = async (changes: Record<string, string | string[]> = {}) => {
  const fields = withFields('<form></form>', { ...left, ...changes })
  return ask(contactPage, post(fields))
}
const stored = async () => (await desk.store.read('SELECT * FROM contacts')).rows

describe('a contact', () => {
  test('is asked for only of those who want to take part, by a link that does not say who comes', async () => {
    const willing = await send({ Q17: ['help'] })
    for (const path of [willing, `${willing}?new=1`]) {
      const { page } = await ask(path)
      expect(page).toContain(`<a rel="noreferrer" href="${contactPage}">`)
    }
    expect((await ask(await send({ Q17: ['results'] }))).page).not.toContain(contactPage)
    expect((await ask('/contact/garden')).status).toBe(404)
  })

  test('is stored sealed, without a moment, an order or anything that leads to answers', async () => {
    const before = await audit()
    const { status, to } = await leave()
    expect([status, to.startsWith(`${contactPage}/kept/`)]).toEqual([303, true])
    const [row] = await stored()
    expect(JSON.stringify(row)).not.toMatch(/王阿姨|13812345678|hearing/)
    expect((Number(row?.created_at) + 8 * 3_600_000) % day).toBe(0)
    expect(Number(row?.expires_at) - Number(row?.created_at)).toBe(90 * day)
    expect(await audit()).toEqual(before)
  })

  test('needs a name, a way, a purpose and a yes of its own; what was typed stays', async () => {
    for (const [field, value] of [
      ['name', ''],
      ['reach', 'x'.repeat(101)],
      ['purposes', []],
      ['agree', ''],
    ] as const) {
      const { status, page } = await leave({ [field]: value as string | string[] })
      expect([field, status]).toEqual([field, 422])
      expect(page).toContain(`id="${field}-e"`)
      // What is wrong is said on top as well, in the title too, with a way there.
      expect(page).toContain('<title>有 1 处要看一看 · ')
      const [, summary = ''] = /id="summary" role="alert".*?<ul>(.*?)<\/ul>/s.exec(page) ?? []
      expect(summary).toContain(`<a href="#${field}">`)
      expect(page.replace(summary, '')).toContain(`id="${field}"`)
      if (field !== 'name') expect(page).toContain('value="王阿姨"')
    }
  })

  test('is taken back with its own code, from its page, from the look-up, or with the answers', async () => {
    const count = (await stored()).length
    const first = (await leave()).to
    expect((await ask(first)).page).toContain('最晚5月31日自动删除')
    expect((await ask(first, post(new URLSearchParams()))).page).toContain('联系方式已经删除')
    expect((await ask(first)).status).toBe(404)
    const code = (await leave()).to.split('/').pop() ?? ''
    expect((await ask(`/r/${code}`)).to).toBe(`${contactPage}/kept/${code}`)
    const receipt = await send({ Q17: ['help'], Q18c: '一起删' })
    const wrong = new URLSearchParams({ contact: receipt.slice(3) })
    const refused = await ask(`${receipt}/deletion`, post(wrong))
    expect([refused.status, (await ask(receipt)).page.includes('一起删')]).toEqual([422, true])
    expect(refused.page).toContain('什么都还没有删')
    await ask(`${receipt}/deletion`, post(new URLSearchParams({ contact: code.toLowerCase() })))
    expect((await ask(receipt)).page).toContain('这份答卷已经删除')
    expect((await stored()).length).toBe(count)
    // The trail says that a response went, and nothing of whose contact went with it.
    expect(await audit()).toMatchObject({
      action: 'delete response',
      object: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  test('is masked at the desk until somebody opens it and says why, which is written down', async () => {
    // A password that was typed a while ago is asked for again.
    desk.wait(6 * 60_000)
    const path = '/desk/c/huicheng/contacts'
    const page = await desk.page(path)
    expect(page).toContain('***78')
    expect(page).not.toMatch(/王阿姨|13812345678/)
    const opening = /action="([^"]+\/opening)"/.exec(page)?.[1] ?? ''
    expect((await desk.post(opening, { reason: ' ' })).status).toBe(422)
    const reason = '通知听证会'
    const asked = await desk.post(opening, { reason })
    expect([asked.status, await asked.text()]).toEqual([422, expect.stringContaining(reason)])
    const { password } = member
    const opened = await (await desk.post(opening, { reason, password })).text()
    expect(opened).toMatch(/王阿姨.*13812345678/s)
    expect(await audit()).toMatchObject({ action: 'open contact' })
    expect(String((await audit())?.object)).toMatch(/^huicheng\/[0-9a-f]{8}：通知听证会$/)
    expect(await desk.page(path)).not.toContain('13812345678')
    const deletion = /action="([^"]+\/deletion)"/.exec(page)?.[1] ?? ''
    expect((await desk.post(deletion, {})).status).toBe(303)
    expect(await desk.page(path)).toContain('现在没有')
  })

  test('is deleted when its time is over', async () => {
    await leave()
    expect(await expireContacts(desk.store, desk.now() + 89 * day)).toBe(0)
    expect(await expireContacts(desk.store, desk.now() + 90 * day)).toBe(1)
    expect(await stored()).toEqual([])
  })
})
