import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listPublicDecisions } from '../../../../db/decisions.ts'
import { draftRelease, publishRelease } from '../../../../db/releases.ts'
import { jpegOf } from '../../files/pictures.ts'
import { asSecond, openTwo } from '../../releases/published-site.ts'
import { beganIn, type DeskSite } from '../desk-site.ts'

let desk: DeskSite
const path = '/desk/c/round/decisions'
const typed = {
  title: '路口装灯',
  verdict: 'do',
  decision: '在东门和西门各装一盏灯',
  action: '六月前装好',
  unit: '物业',
  dueOn: '2026-06-01',
}

beforeAll(async () => {
  desk = await openTwo()
  const table = {
    ...{ id: 'Q3', number: '3', title: '最该先办哪几件？', kind: 'multiple', people: '居民' },
    ...{
      sentence: '42 位被问到的居民中，选「路灯亮一点」的最多，30 位（71%）。',
      base: 42,
      apart: [],
    },
    body: { shape: 'bars', bars: [] },
  }
  const released = {
    ...{ format: 1, consultation: 'round', takenAt: desk.now() },
    ...{ title: '院子', organiser: '', phone: '', note: '', highlights: [] },
    editions: [
      {
        ...{ audience: 'adult', version: 1, title: '成人问卷', people: 42, neighbourhoods: [] },
        ...{ questions: [{ takenAt: desk.now(), table }], withheld: [] },
      },
    ],
  }
  const snapshot = JSON.stringify(released)
  const draft = { consultationId: 'round', note: '', snapshot, counted: '{}' }
  const { id } = await draftRelease(desk.store, draft, { at: desk.now(), actor: 'one' })
  desk.wait(1000)
  await publishRelease(desk.store, id, { at: desk.now(), actor: 'two' })
})
afterAll(() => desk.close())

const empty = JSON.stringify({
  ...{
    format: 1,
    consultation: 'round',
    title: '院子',
    takenAt: 0,
    organiser: '',
    phone: '',
    note: '',
  },
  ...{ editions: [], highlights: [] },
})

const open = () => listPublicDecisions(desk.store, 'round')

/** Writes it and gives its address. */
async function write(fields: Record<string, string>) {
  const answer = await desk.post(`${path}/new`, fields)
  expect(answer.status).toBe(303)
  return (answer.headers.get('Location') ?? '').replace('?saved', '')
}

/** Puts other words in its place, as somebody does who has just opened its page. */
const rewrite = async (address: string, fields: Record<string, string>) =>
  desk.post(address, { ...fields, began: beganIn(await desk.page(address), address) })
/** Says how far it has come, from its page as it stands. */
const go = async (address: string, fields: Record<string, string | Blob>) => {
  const to = `${address}/progress`
  return desk.upload(to, { ...fields, began: beganIn(await desk.page(address), to) })
}

/** What the second person sees waiting, and sends. */
async function publish(address: string) {
  const seen = await desk.app.request(desk.origin + address, { headers: asSecond(desk) })
  const [, writtenAt = ''] = /name="writtenAt" value="(\d+)"/.exec(await seen.text()) ?? []
  const answer = await desk.post(`${address}/publication`, { writtenAt }, asSecond(desk))
  return { status: answer.status, writtenAt }
}

/** As anybody without an account sees it. */
const read = async (address: string) => {
  const answer = await desk.app.request(desk.origin + address)
  return { status: answer.status, text: await answer.text() }
}
const results = '/c/round/results'

describe('a decision', () => {
  test('cites published numbers and keeps them as they were', async () => {
    expect(await desk.page(`${path}/new`)).toContain('30 位（71%）')
    const address = await write({ ...typed, 'cite-adult.Q3': 'yes' })
    expect(await open()).toEqual([])
    expect((await publish(address)).status).toBe(303)
    const [published] = await open()
    expect(published?.findings).toMatchObject([{ release: 1, table: { id: 'Q3' } }])
    expect(await desk.page(path)).toContain('选「路灯亮一点」的最多，30 位（71%）。（第 1 次公示')
  })

  test('that says no says why, and what was typed stays', async () => {
    const refused = await desk.post(`${path}/new`, { ...typed, verdict: 'not' })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('要写出原因')
    expect(page).toContain('在东门和西门各装一盏灯')
    const address = await write({ ...typed, verdict: 'not', reason: '地下有燃气管线' })
    expect(await desk.page(address)).toContain('地下有燃气管线')
  })

  test('without a name, without a day that exists or with too many words is not kept', async () => {
    const long = '很'.repeat(2001)
    for (const wrong of [{ title: ' ' }, { decision: long }, { verdict: 'maybe' }]) {
      expect((await desk.post(`${path}/new`, { ...typed, ...wrong })).status).toBe(422)
    }
  })

  test.each(['soon', '1999-12-31', '2026-02-31', '2027-02-29', '2100-01-02', '2026-3-2'])(
    'is not due or taken on %s, and what was typed stays',
    async (day) => {
      for (const name of ['dueOn', 'decidedOn']) {
        const refused = await desk.post(`${path}/new`, { ...typed, [name]: day })
        const page = await refused.text()
        expect(refused.status).toBe(422)
        for (const words of ['日期不对', `value="${day}"`, typed.decision])
          expect(page).toContain(words)
      }
    },
  )

  test('may be due on any day of the calendar or on none, and says of which year', async () => {
    expect(await desk.page(await write({ ...typed, dueOn: '' }))).not.toContain('年6月1日前')
    const leap = await desk.page(await write({ ...typed, dueOn: '2028-02-29' }))
    expect(leap).toContain('2028年2月29日前')
  })

  test('is followed until it is done, with a photo', async () => {
    const address = await write(typed)
    expect((await desk.upload(`${address}/progress`, { progress: 'done', note: '' })).status).toBe(
      404,
    )
    await publish(address)
    const photo = new Blob([await jpegOf(64, 48)], { type: 'image/jpeg' })
    const done = { progress: 'done', note: '两盏灯昨晚亮了', photo }
    expect((await go(address, done)).status).toBe(303)
    const page = await desk.page(address)
    const image = /class="progress-photo" src="([^"]+)"/.exec(page)?.[1] ?? ''
    expect((await desk.get(image)).status).toBe(200)
    expect(await desk.page(path)).toContain('两盏灯昨晚亮了')
    // Nobody outside sees either before somebody else has.
    const outside = image.replace('/desk', '')
    expect((await read(outside)).status).toBe(404)
    expect((await read(results)).text).not.toContain('两盏灯昨晚亮了')
    expect((await publish(address)).status).toBe(303)
    expect((await read(outside)).status).toBe(200)
    for (const end of ['', '/child']) {
      const { text } = await read(results + end)
      expect(text).toContain('两盏灯昨晚亮了')
      expect(text).toContain(`src="${outside}" alt="照片：路口装灯，两盏灯昨晚亮了"`)
    }
    // Another photo waits in its turn, and then takes the place of the first.
    const newer = new Blob([await jpegOf(80, 60)], { type: 'image/jpeg' })
    await go(address, { ...done, photo: newer })
    expect((await read(outside)).status).toBe(200)
    // The one is not public before the other is gone.
    const failed = await desk.whileKept('files', () => publish(address))
    expect(failed.status).toBe(500)
    expect(await desk.page(path)).toContain('改动等公开')
    expect((await read(outside)).status).toBe(200)
    await publish(address)
    expect((await read(outside)).status).toBe(404)
    expect(desk.kept()).toBe(1)
    const wrong = new Blob(['no photo'], { type: 'image/jpeg' })
    const refused = await go(address, { ...done, photo: wrong })
    expect([refused.status, (await refused.text()).includes('这不是能收下的图')]).toEqual([
      422,
      true,
    ])
  })

  test('is published by somebody else than who wrote it, and only what they saw', async () => {
    const address = await write({ ...typed, title: '北门装灯' })
    const page = await desk.page(address)
    expect(page).toContain('自己写的不能自己公开')
    const { rows } = await desk.store.read('SELECT max(written_at) AS at FROM decisions')
    const writtenAt = String(rows[0]?.at)
    expect((await desk.post(`${address}/publication`, { writtenAt })).status).toBe(422)
    await rewrite(address, { ...typed, title: '北门和南门装灯' })
    const stale = await desk.post(`${address}/publication`, { writtenAt }, asSecond(desk))
    expect(stale.status).toBe(422)
    expect((await read(results)).text).not.toMatch(/北门装灯|北门和南门装灯/)
    expect((await publish(address)).status).toBe(303)
    expect((await read(results)).text).toContain('北门和南门装灯')
  })

  test('once public changes only by being published again', async () => {
    const address = await write({ ...typed, title: '修亭子' })
    await publish(address)
    await rewrite(address, { ...typed, title: '拆亭子', verdict: 'not', reason: '没有钱' })
    expect(await desk.page(path)).toContain('改动等公开')
    expect((await read(results)).text).toContain('修亭子')
    expect((await read(results)).text).not.toContain('拆亭子')
    await publish(address)
    expect((await read(results)).text).toContain('拆亭子')
    expect(await desk.page(path)).not.toContain('改动等公开')
  })

  test('shows everybody the whole way to it, beside numbers that stay as they were published', async () => {
    const before = (await read(`${results}.json`)).text
    const address = await write({
      ...{ ...typed, title: '装十盏灯', 'cite-adult.Q3': 'yes', reason: '夜里太黑' },
      ...{ options: '装灯，或者修树', decidedBy: '三月的议事会', decidedOn: '2026-03-05' },
    })
    await publish(address)
    const { text } = await read(results)
    for (const words of [
      ...['「最该先办哪几件？」42 位被问到的居民中，选「路灯亮一点」的最多，30 位（71%）。'],
      ...['第 1 次公示，3月2日数的 · 问到 42 位居民', '在东门和西门各装一盏灯', '夜里太黑'],
      ...['装灯，或者修树', '三月的议事会 · 2026年3月5日', '六月前装好', '物业 · 2026年6月1日前'],
      ...['已定下', '3月2日公开', '决定是另外公开的'],
    ])
      expect(text).toContain(words)
    expect((await read(`${results}/child`)).text).toContain(
      '大家说：「最该先办哪几件？」42 位被问到的居民中',
    )
    expect((await read(`${results}.json`)).text).toBe(before)
    const told = JSON.parse((await read('/c/round/decisions.json')).text)
    expect(told[0]).toMatchObject({ title: '装十盏灯', publishedAt: desk.now() })
  })

  test('tells no number of a release that was taken back', async () => {
    await desk.post('/desk/c/round/releases/1/end', { why: '数错了' })
    const { id: other } = await draftRelease(
      desk.store,
      { consultationId: 'round', note: '', snapshot: empty, counted: '{}' },
      { at: desk.now() + 1000, actor: 'one' },
    )
    await publishRelease(desk.store, other, { at: desk.now() + 2000, actor: 'two' })
    const { text } = await read(results)
    expect(text).toContain('装十盏灯')
    expect(text).toContain('它依据的第 1 次公示已经收回')
    for (const path of [results, `${results}/child`, '/c/round/decisions.json'])
      expect((await read(path)).text).not.toContain('30 位（71%）')
  })

  test('that two people change at once keeps the first, and shows the second both', async () => {
    const address = await write({ ...typed, title: '修滑梯' })
    const began = beganIn(await desk.page(address), address)
    const first = { ...typed, title: '修两座滑梯', dueOn: '2026-07-01', began }
    expect((await desk.post(address, first)).status).toBe(303)
    // Pressed twice, it is kept once.
    expect((await desk.post(address, first)).status).toBe(303)
    const other = { ...typed, title: '拆滑梯', verdict: 'not', reason: '太旧了', began }
    const late = await desk.post(address, other, asSecond(desk))
    const page = await late.text()
    expect(late.status).toBe(409)
    expect(page).toMatch(/您写的时候，<bdi>王小明<\/bdi>在 2026年3月\d+日 [\d:]+ 改过/)
    for (const words of ['修两座滑梯', '2026-07-01', 'value="拆滑梯"', '太旧了</textarea>'])
      expect(page).toContain(words)
    expect(await desk.page(address)).toContain('value="修两座滑梯"')
    const seen = { ...other, began: beganIn(page, address) }
    expect((await desk.post(address, seen, asSecond(desk))).status).toBe(303)
    expect(await desk.page(address)).toContain('value="拆滑梯"')
  })

  test('that two people follow at once keeps what the first said of it', async () => {
    const address = await write({ ...typed, title: '补路面' })
    await publish(address)
    const to = `${address}/progress`
    const began = beganIn(await desk.page(address), to)
    expect((await desk.upload(to, { progress: 'doing', note: '料到了', began })).status).toBe(303)
    desk.wait(1000)
    const late = await desk.upload(to, { progress: 'done', note: '补好了', began })
    const page = await late.text()
    expect(late.status).toBe(409)
    expect(page).toMatch(/您自己（在另一个窗口）.*正在办.*料到了.*补好了<\/textarea>/s)
    // A photo is something said too: the same form does not go over the one that came meanwhile.
    const photo = async (width: number) =>
      new Blob([await jpegOf(width, 48)], { type: 'image/jpeg' })
    const photos = desk.kept()
    const seen = { progress: 'done', note: '补好了', began: beganIn(page, to) }
    const first = { ...seen, photo: await photo(64) }
    expect((await desk.upload(to, first)).status).toBe(303)
    // Pressed twice, it is kept once.
    expect((await desk.upload(to, first)).status).toBe(303)
    const second = await desk.upload(to, { ...seen, photo: await photo(80) })
    expect(second.status).toBe(409)
    expect(await second.text()).toMatch(/照片（.*下面这一张；再选一张，会换掉它/s)
    expect(desk.kept()).toBe(photos + 1)
    expect(await desk.page(address)).toContain('补好了</textarea>')
  })

  test('that two people follow in the same moment is kept once, with the photo of one', async () => {
    const address = await write({ ...typed, title: '种一棵树' })
    await publish(address)
    const to = `${address}/progress`
    const began = beganIn(await desk.page(address), to)
    const photos = desk.kept()
    const said = await Promise.all(
      [64, 80, 96].map(async (width) =>
        desk.upload(to, {
          ...{ progress: 'doing', note: `第 ${width} 棵`, began },
          photo: new Blob([await jpegOf(width, 48)], { type: 'image/jpeg' }),
        }),
      ),
    )
    expect(said.map(({ status }) => status).sort()).toEqual([303, 409, 409])
    expect(desk.kept()).toBe(photos + 1)
    const { rows } = await desk.store.read("SELECT count(*) AS n FROM files WHERE state = 'held'")
    expect(rows[0]?.n).toBe(desk.kept() - 1)
  })

  test('is not made public with a name or a number before the second person has looked again', async () => {
    const address = await write({ ...typed, title: '换门铃', unit: '物业，找王秀英 13812345678' })
    const told = '人名「王秀英」、电话「13812345678」'
    // Whoever wrote it is told as well, and can still change it.
    expect(await desk.page(address)).toContain(told)
    const held = await publish(address)
    expect(held.status).toBe(422)
    expect((await read(results)).text).not.toContain('换门铃')
    const stale = { writtenAt: held.writtenAt, seen: String(Number(held.writtenAt) - 1) }
    expect((await desk.post(`${address}/publication`, stale, asSecond(desk))).status).toBe(422)
    const sure = { writtenAt: held.writtenAt, seen: held.writtenAt }
    expect((await desk.post(`${address}/publication`, sure, asSecond(desk))).status).toBe(303)
    // What was confirmed stands as it was written.
    expect((await read(results)).text).toContain('找王秀英 13812345678')
  })

  test('can be thrown away until somebody outside has read it', async () => {
    const address = await write(typed)
    await desk.post(`${address}/removal`, {})
    expect((await desk.get(address)).status).toBe(404)
    const other = await write(typed)
    await publish(other)
    expect((await desk.post(`${other}/removal`, {})).status).toBe(404)
  })
})
