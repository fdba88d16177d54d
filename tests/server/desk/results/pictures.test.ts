import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../../../db/audit.ts'
import { publishVersion, saveParticulars } from '../../../../db/consultations.ts'
import { noParticulars } from '../../../../db/particulars.ts'
import { insertVersion } from '../../../../db/versions.ts'
import type { Edition } from '../../../../surveys/engine/definition.ts'
import { pngOf } from '../../files/pictures.ts'
import { type DeskSite, openSignedIn } from '../desk-site.ts'
import { adultOf, childOf, kindsRound } from '../kinds-round.ts'

const drawings = '/desk/c/round/results/child/G2/pictures'
const photos = '/desk/c/round/results/adult/Q7/pictures'
const day = 86_400_000

const [, child] = kindsRound.editions
if (!child) throw new Error('the round has two editions')
/** As nobody may publish it any more. */
const childWithPhoto: Edition = {
  ...child,
  sections: [
    ...child.sections,
    {
      id: 'old',
      questions: [{ id: 'G3', kind: 'photo', title: { 'zh-CN': '拍一张你喜欢的地方' } }],
    },
  ],
}

let desk: DeskSite
beforeAll(async () => {
  desk = await openSignedIn(kindsRound)
})
afterAll(() => desk.close())

/** Till the same hour tomorrow; nobody stays signed in for so long. */
async function sleep(): Promise<void> {
  desk.wait(day)
  await desk.signIn()
}

/** Answers like the n-th person, or with these answers; resolves with the receipt. */
async function send(
  edition: 'adult' | 'child',
  n: number,
  photo?: string,
  answers = edition === 'child' ? childOf(n) : adultOf(n),
): Promise<string> {
  const id = randomUUID()
  if (photo) answers[edition === 'child' ? 'G3' : 'Q7'] = photo
  const version = photo && edition === 'child' ? 2 : 1
  const body = { consultation: 'round', edition, version, channel: 'qr', others: {}, answers }
  const stored = await desk.app.request(`${desk.origin}/api/responses/${id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(stored.status).toBe(201)
  const { receipt } = await stored.json()
  if (!photo) return receipt
  const sent = await desk.app.request(`${desk.origin}/api/responses/${id}/photos/${photo}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'image/png' },
    body: pngOf(40, 30),
  })
  expect(sent.status).toBe(201)
  return receipt
}

const audit = async () =>
  (await desk.store.read('SELECT action, object FROM audit_entries ORDER BY seq')).rows.map(
    ({ action, object }) => `${action} ${object}`,
  )
const seqsOn = (page: string) => [...page.matchAll(/<li id="p(\d+)"/g)].map(([, seq]) => seq)

describe('children’s drawings', () => {
  let newest = ''

  test('open only after saying what for, once a day, and it is written down', async () => {
    expect(await desk.page(drawings)).toContain('请写明用途')
    expect((await desk.post(`${drawings}/access`, { purpose: ' 看 ' })).status).toBe(422)
    expect(await desk.page(drawings)).not.toContain('gallery')
    const answered = await desk.post(`${drawings}/access`, { purpose: '整理孩子的想法' })
    expect([answered.status, answered.headers.get('location')]).toEqual([303, drawings])
    expect(await desk.page(drawings)).toContain('还没有人画画')
    expect(await audit()).toContain('look at pictures round/child/G2 整理孩子的想法')
    await sleep()
    expect(await desk.page(drawings)).toContain('请写明用途')
    await desk.post(`${drawings}/access`, { purpose: '整理孩子的想法' })
  })

  test('of very few children are not listed', async () => {
    for (let n = 0; n < 9; n++) await send('child', n)
    const page = await desk.page(drawings)
    expect(page).toContain('画画的人太少')
    expect(page).not.toContain('<li id="p')
  })

  test('are drawn stroke by stroke, a page at a time', async () => {
    for (let n = 9; n < 30; n++) newest = await send('child', n)
    const page = await desk.page(drawings)
    expect(seqsOn(page)).toHaveLength(24)
    expect(page).toContain('d="M360,600l0,-240 160,-140 160,140 0,240 -320,0M800,180l')
    // A stroke that is only a point is a dot.
    expect(page).toContain('M650,300l0,0')
    const older = await desk.page(`${drawings}${page.match(/pictures(\?before=\d+)"/)?.[1]}`)
    expect(seqsOn(older)).toHaveLength(6)
    expect(seqsOn(older)).not.toContain(seqsOn(page)[0])
  })

  test('are given codes and lose them again; a code of few is not counted out loud', async () => {
    const seqs = seqsOn(await desk.page(drawings))
    for (const seq of seqs.slice(0, 12)) {
      await desk.post(`${drawings}/${seq}/codes`, { code: ' 房子 ' })
    }
    const last = await desk.post(`${drawings}/${seqs[0]}/codes?v=1`, { code: '秋千' })
    expect(last.headers.get('location')).toBe(`${drawings}?v=1#p${seqs[0]}`)
    const page = await desk.page(drawings)
    expect(page).toContain('30 幅里，12 幅看到「房子」，最多。')
    expect(page).toMatch(/秋千<\/th><td class="num" data-count=""/)
    expect(seqsOn(await desk.page(`${drawings}?code=${encodeURIComponent('房子')}`))).toHaveLength(
      12,
    )
    // The list behind a rare code would count it.
    expect(seqsOn(await desk.page(`${drawings}?code=${encodeURIComponent('秋千')}`))).toHaveLength(
      24,
    )
    expect(page).toContain(`action="${drawings}/${seqs[0]}/codes/removal"`)
    await desk.post(`${drawings}/${seqs[0]}/codes/removal`, { code: '秋千' })
    expect(await desk.page(drawings)).not.toContain('秋千')
  })

  test('are still shown where a few children did not draw, only not how many', async () => {
    await send('child', 30, undefined, { G1: 'yes' })
    const page = await desk.page(drawings)
    expect(seqsOn(page)).toHaveLength(24)
    expect(page).toContain('<h3>12 幅看到「房子」，最多。</h3>')
    expect(page).not.toMatch(/30 幅|31 幅|n = /)
  })

  test('leave with the response, codes and all', async () => {
    const [seq] = seqsOn(await desk.page(drawings))
    await desk.post(`${drawings}/${seq}/codes`, { code: '要走的' })
    expect(await desk.page(drawings)).toContain('要走的')
    await desk.post(`/r/${newest}/deletion`, {})
    const left = await desk.page(drawings)
    expect(seqsOn(left)).not.toContain(seq)
    expect(left).not.toContain('要走的')
  })

  test('that are not there get no codes', async () => {
    const answered = await desk.post(`${drawings}/999999/codes`, { code: '树' })
    expect(answered.status).toBe(404)
  })

  test('are shown to nobody else, and take no code from who did not say what for', async () => {
    await sleep()
    const [seq] = await desk.store
      .read('SELECT max(seq) AS seq FROM responses')
      .then(({ rows }) => rows.map((row) => row.seq))
    expect((await desk.post(`${drawings}/${seq}/codes`, { code: '树' })).status).toBe(404)
    const results = await desk.page('/desk/c/round/results/child')
    expect(results).toContain('画了的有几位，不显示')
    expect(results).not.toContain('M360,600')
  })
})

describe('photos', () => {
  const ids = Array.from({ length: 3 }, () => randomUUID())

  test('wait until someone has looked at them', async () => {
    for (const [n, id] of ids.entries()) await send('adult', n * 3, id)
    const page = await desk.page(photos)
    expect(page).toContain('等着看（3）')
    expect(page).toContain('照片 · 3 张等着看</a>')
    for (const id of ids) {
      expect(page).toContain(`<img src="/desk/f/${id}.jpg"`)
      expect((await desk.get(`/desk/f/${id}.jpg`)).status).toBe(200)
      expect((await desk.get(`/f/${id}.jpg`)).status).toBe(404)
    }
  })

  test('are public once they are let through', async () => {
    const [seq] = seqsOn(await desk.page(photos))
    await desk.post(`${photos}/${seq}/decision`, { state: 'approved' })
    const page = await desk.page(`${photos}?state=approved`)
    expect(page).toContain('已通过（1）')
    const id = page.match(/\/desk\/f\/([\w-]+)\.jpg/)?.[1]
    expect((await desk.get(`/f/${id}.jpg`)).status).toBe(200)
    expect(await audit()).toContain(`photo approved ${id}`)
    await desk.post(`${photos}/${seq}/codes`, { code: '空地' })
    expect(await desk.page(`${photos}?state=approved`)).toContain('从照片')
  })

  test('that are refused are gone from page and disk, and stay gone', async () => {
    const kept = desk.kept()
    const [seq] = seqsOn(await desk.page(`${photos}?state=held`))
    const page = await desk.page(`${photos}?state=held`)
    const id = page.match(/\/desk\/f\/([\w-]+)\.jpg/)?.[1] ?? ''
    await desk.post(`${photos}/${seq}/codes`, { code: '看得清门牌' })
    const refuse = () => desk.post(`${photos}/${seq}/decision`, { state: 'refused' })
    // With its codes and an entry in the trail, or not at all.
    expect((await desk.whileKept('picture_codes', refuse)).status).toBe(500)
    expect(await audit()).not.toContain(`photo refused ${id}`)
    expect(await desk.page(`${photos}?state=held`)).toContain(`${id}.jpg`)
    await refuse()
    const { rows } = await desk.store.read("SELECT 1 FROM picture_codes WHERE code = '看得清门牌'")
    expect(rows).toEqual([])
    expect(await desk.files.get(id)).toBeUndefined()
    expect(desk.kept()).toBe(kept - 1)
    expect((await desk.get(`/desk/f/${id}.jpg`)).status).toBe(404)
    expect(await desk.page(`${photos}?state=held`)).toContain('等着看（1）')
    expect(await audit()).toContain(`photo refused ${id}`)
  })

  test('are decided upon in no third way', async () => {
    const [seq] = seqsOn(await desk.page(`${photos}?state=held`))
    for (const state of ['', 'held', 'public']) {
      expect((await desk.post(`${photos}/${seq}/decision`, { state })).status).toBe(404)
    }
  })

  test('of children, from before they were forbidden, open only to who said what for', async () => {
    await desk.store.write([insertVersion(desk.store, 'round', childWithPhoto, 2, desk.now())])
    // Whatever changes a consultation makes the desk read it anew.
    const as = { particulars: noParticulars, correctionMinutes: 1440 }
    await saveParticulars(desk.store, 'round', as, { at: desk.now(), actor: 'system' }, as)
    const id = randomUUID()
    await send('child', 40, id)
    const album = '/desk/c/round/results/child/G3/pictures'
    expect((await desk.get(`/desk/f/${id}.jpg`)).status).toBe(404)
    await desk.post(`${album}/access`, { purpose: '看过才能用' })
    expect(await desk.page(album)).toContain(id)
    expect((await desk.get(`/desk/f/${id}.jpg`)).status).toBe(200)
  })

  test('that wait in an older version are not forgotten', async () => {
    const [adult] = kindsRound.editions
    if (adult) await publishVersion(desk.store, 'round', adult, system(desk.now()))
    const page = await desk.page(photos)
    expect(page).toContain('等着看（0）')
    expect(page).toContain('第 1 版（1 张等着看）')
    expect(page).toContain('照片 · 1 张等着看</a>')
    expect(await desk.page(`${photos}?v=1`)).toContain('等着看（1）')
  })
})
