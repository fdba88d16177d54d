import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCode } from '../../../db/codebooks.ts'
import { saveCoding } from '../../../db/codings.ts'
import { proposeText, releaseText, takeTextBack } from '../../../db/released-texts.ts'
import type { DeskSite } from '../desk/desk-site.ts'
import {
  answerAdults,
  answerChildren,
  asSecond,
  desk,
  draft,
  openTwo,
  publicPage,
  publish,
  results,
  signInBoth,
  snapshotOf,
} from './published-site.ts'

let site: DeskSite
beforeAll(async () => {
  site = await openTwo()
  await answerAdults(site, 100)
  await answerChildren(site, 40)
})
afterAll(() => site.close())

const chosen: [string, string][] = [
  ['question', 'adult/Q1'],
  ['question', 'adult/Q3'],
  ['question', 'adult/Q6'],
  ['question', 'child/K1'],
  ['highlight0', 'adult/Q3'],
  ['highlight1', 'child/K1'],
  ['highlight2', ''],
  ['note', '谢谢大家。\n我们一张一张数了。'],
]

describe('before anything is published', () => {
  test('the results page says what is happening, and there are no files', async () => {
    expect(await publicPage(site, results)).toContain('正在收集意见')
    for (const end of ['.json', '.csv', '?no=1'])
      expect((await site.app.request(site.origin + results + end)).status).toBe(404)
    expect(await publicPage(site, `${results}.atom`)).not.toContain('<entry>')
    expect(await publicPage(site, '/')).not.toContain('结果出来了')
  })

  test('a form without a question, or with too long a note, comes back as it was typed', async () => {
    const nothing = await draft(site, [['note', '谢谢大家']])
    expect(nothing.status).toBe(422)
    const page = await nothing.text()
    expect(page).toContain('一题都没有选')
    expect(page).toContain('谢谢大家</textarea>')
    const long = await draft(site, [...chosen.slice(0, 5), ['note', '长'.repeat(501)]])
    expect(long.status).toBe(422)
    const kept = await long.text()
    expect(kept).toContain('长'.repeat(501))
    expect(kept).toMatch(/value="adult\/Q1" checked/)
    expect(kept).not.toMatch(/value="adult\/Q2" checked/)
  })
})

describe('a release', () => {
  let address = ''

  test('is drafted by one, who cannot publish it', async () => {
    const drafted = await draft(site, chosen)
    expect(drafted.status).toBe(303)
    address = drafted.headers.get('location') ?? ''
    expect(await site.page(address)).toContain('请另一位同事登录')
    expect(await site.page('/desk')).toContain('公示 · 1 份等着看')
    const tried = await site.post(`${address}/publication`, { seen: 'on' })
    expect(tried.status).toBe(422)
    expect(await publicPage(site, results)).toContain('正在收集意见')
  })

  test('is looked at as residents will see it, by staff only', async () => {
    const preview = await site.page(`${address}/preview`)
    expect(preview).toContain('这是预览')
    expect(preview).toContain('我们一张一张数了。')
    expect(await site.page(`${address}/preview/child`)).toContain('小朋友这样说')
    expect(await site.page(`${address}/preview/poster`)).toContain('大家这样说')
    const stranger = await site.app.request(`${site.origin}${address}/preview`)
    expect(stranger.status).toBe(303)
  })

  test('is published by another, who says to have seen it', async () => {
    site.wait(60_000)
    const unseen = await site.post(`${address}/publication`, {}, asSecond(site))
    expect(unseen.status).toBe(422)
    expect(await unseen.text()).toContain('请先看过预览')
    const seen = await site.post(`${address}/publication`, { seen: 'on' }, asSecond(site))
    expect(seen.status).toBe(303)
    const page = await publicPage(site, results)
    expect(page).toContain('大家这样说')
    expect(page).toContain('意见征集结果，不等于表决')
    expect(page).toContain('选「修剪大树」的最多，66 位（66%）')
    expect(page).not.toContain('对环境满意吗')
  })

  test('tells no number of one to nine people, and lets none be worked out', async () => {
    const page = await publicPage(site, results)
    const first = page.split('id="adult-Q1"')[1]?.split('</table>')[0] ?? ''
    const hidden = [...first.matchAll(/class="untold">(.*?)</g)].map(([, told]) => told)
    expect(hidden.length).toBeGreaterThanOrEqual(2)
    // One of them is of many people: what stands there must be true of it too, and the same.
    expect(new Set(hidden)).toEqual(new Set(['不显示']))
    expect(page.split('人太少，或者写了就能把人太少的数算出来')).toHaveLength(2)
    expect(first).not.toMatch(/>7 人</)
  })

  test('stands still while more people answer', async () => {
    const before = await snapshotOf(site)
    await answerAdults(site, 40, 100)
    expect(await snapshotOf(site)).toEqual(before)
    expect(await publicPage(site, results)).toContain('66 位（66%）')
  })

  test('every bar is as long as its number says', async () => {
    const page = await publicPage(site, results)
    const rows = [...page.matchAll(/<path d="M0 1L(\d+) 0V9L0 10z".*?<b>(\d+)%/gs)]
    expect(rows.length).toBeGreaterThan(3)
    for (const [, drawn, told] of rows) expect(drawn).toBe(told)
  })

  test('is there as files, as a feed, as a poster and in a frame', async () => {
    const csv = await publicPage(site, `${results}.csv`)
    expect(csv).toContain('"修剪大树","所有人",66,0.66,100')
    const feed = await publicPage(site, `${results}.atom`)
    expect(feed).toContain('<entry>')
    expect(feed).toContain('66 位（66%）')
    const poster = await publicPage(site, `${results}/poster?paper=a3`)
    expect(poster).toContain('class="sheet-page a3"')
    expect(poster).toMatch(/修剪大树.*66%/s)
    const frame = await site.app.request(`${site.origin}${results}/embed`)
    expect(frame.headers.get('x-frame-options')).toBeNull()
    const policy = frame.headers.get('content-security-policy')
    expect(policy).toContain('frame-ancestors *')
    expect(policy).toContain("script-src 'none'")
    const page = await site.app.request(site.origin + results)
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  test('is told to children in tens', async () => {
    const page = await publicPage(site, `${results}/child`)
    expect(page).toMatch(/小椅子.*?10 个人里，大约 7 个/s)
    expect(
      page
        .split('小椅子')[1]
        ?.split('</svg>')[0]
        ?.match(/class="one"/g)?.length,
    ).toBe(7)
  })

  test('is where the forest and a closed mailbox lead', async () => {
    expect(await publicPage(site, '/')).toMatch(/结果出来了.*href="\/c\/round\/results"/s)
    site.wait(20 * 86_400_000)
    expect(await publicPage(site, '/m/EAST1')).toMatch(/结果出来了.*results\/child/s)
    await signInBoth(site)
  })

  test('stays at its own address when a newer one is published', async () => {
    const number = await publish(site, [...chosen, ['question', 'adult/Q2']])
    expect(await publicPage(site, results)).toContain('对环境满意吗')
    const old = await publicPage(site, `${results}?no=${number - 1}`)
    expect(old).toContain('66 位（66%）')
    expect(old).toContain('看最新的')
    expect((await publicPage(site, `${results}.atom`)).match(/<entry>/g)?.length).toBe(2)
  })

  test('of a number that never was leads to the newest', async () => {
    for (const no of ['99', '0', 'first']) {
      const missing = await site.app.request(`${site.origin}${results}?no=${no}`)
      expect(missing.status).toBe(404)
      const page = await missing.text()
      expect(page).toContain('没有这一期公示')
      expect(page).toMatch(/href="\/c\/round\/results">看最新的/)
    }
  })

  test('can be taken back with a reason, and the one before stands again', async () => {
    const [, newest = ''] = /releases\/(\d+)">/.exec(await site.page(desk)) ?? []
    const why = await site.post(`${desk}/${newest}/end`, { why: ' ' })
    expect(why.status).toBe(422)
    expect((await site.post(`${desk}/${newest}/end`, { why: '第 2 题印错了' })).status).toBe(303)
    expect(await publicPage(site, results)).toContain('66 位（66%）')
    const gone = await site.app.request(`${site.origin}${results}?no=${newest}`)
    expect(gone.status).toBe(410)
    expect(await gone.text()).toContain('第 2 题印错了')
  })

  test('drafted before another was published, cannot be published any more', async () => {
    const drafted = await draft(site, chosen)
    await publish(site, chosen)
    const address = drafted.headers.get('location') ?? ''
    expect(await site.page(address)).toContain('这一份过时了')
    const tried = await site.post(`${address}/publication`, { seen: 'on' }, asSecond(site))
    expect(tried.status).toBe(422)
  })
})

describe('what people wrote', () => {
  const place = { seq: 1, question: 'Q6' }

  test('is quoted in the wording two people let out, until it is taken back', async () => {
    const by = (actor: string) => ({ at: site.now(), actor })
    await proposeText(site.store, 'round', place, '长椅不够坐', by('one'))
    await publish(site, chosen)
    expect(await publicPage(site, results)).not.toContain('长椅不够坐')
    await releaseText(site.store, 'round', place, site.now() - 120_000, by('two'))
    await publish(site, chosen)
    const page = await publicPage(site, results)
    expect(page).toContain('<bdi>长椅不够坐</bdi>')
    expect(page).not.toContain('位写的话')
    await takeTextBack(site.store, 'round', place, by('one'))
    expect(await publicPage(site, results)).not.toContain('长椅不够坐')
    expect(JSON.stringify(await snapshotOf(site))).not.toContain('长椅不够坐')
  })

  test('is told by what it is about, once it was read and sorted', async () => {
    const of = { consultationId: 'round', audience: 'adult', question: 'Q6' } as const
    const by = { at: site.now(), actor: 'one' }
    await addCode(site.store, of, { name: '坐的地方', description: '', rules: '' }, 30, by)
    const { rows } = await site.store.read(
      "SELECT seq FROM responses WHERE answers ->> '$.Q6' IS NOT NULL ORDER BY seq",
    )
    const seqs = rows.map(({ seq }) => Number(seq))
    const about = { seqs: seqs.slice(0, 15), round: 1, codes: ['c1'] } as const
    await saveCoding(site.store, of, about, by)
    await saveCoding(site.store, of, { ...about, seqs: seqs.slice(15), codes: [] }, by)
    expect(await site.page(desk)).toContain('value="adult/Q6_codes"')
    await publish(site, [['question', 'adult/Q6_codes']])
    const page = await publicPage(site, results)
    expect(page).toContain('原话归类')
    expect(page).toMatch(/坐的地方.*15 人.*读了 35 位居民写的话/s)
  })
})

describe('a draft in which no question can be told', () => {
  test('is not published over a release that tells some', async () => {
    const own = await openTwo()
    await answerAdults(own, 100)
    await publish(own, [['question', 'adult/Q1']])
    const standing = await snapshotOf(own)
    await answerAdults(own, 2, 100)
    const drafted = await draft(own, [['question', 'adult/Q3']])
    const address = drafted.headers.get('location') ?? ''
    own.wait(60_000)
    const theirs = await own.app.request(own.origin + address, { headers: asSecond(own) })
    const page = await theirs.text()
    expect(page).toContain('没有一题写得出数字')
    expect(page).not.toContain('name="seen"')
    expect(page).toContain('上次公示以来新来的人太少')
    expect(page).not.toContain('不到 20 位')
    const tried = await own.post(`${address}/publication`, { seen: 'on' }, asSecond(own))
    expect(tried.status).toBe(422)
    expect(await tried.text()).toContain('没有一题写得出数字')
    expect(await snapshotOf(own)).toEqual(standing)

    // Beside a question that is told, residents read the same reason.
    await publish(own, [
      ['question', 'adult/Q1'],
      ['question', 'adult/Q3'],
    ])
    const told = await publicPage(own, results)
    expect(told).toMatch(/这次没有公布的题：.*上次公示以来新来的人太少.*3\. 最该先办哪几件？/s)
    expect(told).not.toContain('问到的人不到 20 位')
    await own.close()
  })
})

test('staff are shown names and numbers in their own words before everybody reads them', async () => {
  const note = '有问题请找王秀英 13812345678'
  const drafted = await draft(site, [
    ['question', 'adult/Q1'],
    ['note', note],
  ])
  const address = drafted.headers.get('location') ?? ''
  const told = '人名「王秀英」、电话「13812345678」'
  expect(await site.page(address)).toContain(told)
  site.wait(60_000)
  const published = await site.post(`${address}/publication`, { seen: 'on' }, asSecond(site))
  expect(published.status).toBe(303)
  // Why it was taken back stands on a page of its own at once.
  const why = '王秀英的电话 13812345678 写错了'
  const held = await site.post(`${address}/end`, { why })
  const page = await held.text()
  expect(held.status).toBe(422)
  for (const words of [told, `value="${why}"`, '我看过了，这不是个人信息'])
    expect(page).toContain(words)
  expect(await publicPage(site, results)).toContain(note)
  expect((await site.post(`${address}/end`, { why, seen: why })).status).toBe(303)
})
