import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findConsultation } from '../../../../db/consultations.ts'
import { answer, type DeskSite, openSignedIn } from '../desk-site.ts'
import { kindsRound } from '../kinds-round.ts'
import { round } from '../round.ts'

async function file(desk: DeskSite, path: string): Promise<string[]> {
  const answered = await desk.get(path)
  expect([path, answered.status, answered.headers.get('content-type')]).toEqual([
    ...[path, 200, 'text/csv; charset=utf-8'],
  ])
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answered.arrayBuffer())
  expect(text.startsWith('\uFEFF')).toBe(true)
  expect(text).toContain('意见征集结果，不等于表决')
  return text.split('\r\n')
}

describe('every table of the desk', () => {
  let desk: DeskSite
  beforeAll(async () => {
    desk = await openSignedIn(round)
    const consultation = await findConsultation(desk.store, 'round')
    const version = consultation?.editions[0]?.versionId ?? 0
    const points = ['great', 'good', 'fair', 'poor', 'bad']
    const people = [20, 15, 10, 8, 7]
    const day = Date.UTC(2026, 2, 2, 4, 0)
    let i = 0
    for (const [at, count] of people.entries()) {
      for (let one = 0; one < count; one++, i++) {
        await answer(
          desk.store,
          version,
          {
            answers: {
              ...{
                Q1: one === 0 && at < 3 ? 'away' : i % 2 ? 'east' : 'west',
                Q2: points[at] ?? '',
              },
              ...{ Q3: ['seats'], Q6: i < 30 ? '=1+1 路灯太暗' : '楼道堆物多' },
            },
          },
          { mailbox: i % 2 ? 'EAST1' : 'WEST1', at: day + Math.floor(i / 20) * 86_400_000 },
        )
      }
    }
  })
  afterAll(() => desk.close())

  test('can be had as a file from the page it is on, and the page says where', async () => {
    for (const [page, said] of [
      ['/desk', '院子怎么改：从哪个居民区来'],
      ['/desk/c/round/results/adult/Q2', '各居民区：对环境满意吗？'],
      ['/desk/c/round/coverage?edition=adult', '各居民区收到多少'],
      ['/desk/c/round/topics', '坐的地方 · 成人版：最该先办哪几件？'],
      ['/desk/c/round/texts/adult/Q6', '常用的词'],
    ] as const) {
      const joined = `${page}${page.includes('?') ? '&' : '?'}format=csv`
      const lines = await file(desk, joined)
      expect(lines.some((line) => line.includes(said))).toBe(true)
      expect(await desk.page(page)).toContain('format=csv')
    }
  })

  test('has in the file what it has on the page', async () => {
    const lines = await file(desk, '/desk/c/round/results/adult/Q2?format=csv')
    expect(lines).toContain('"很满意","东村",10,0.33,30')
    expect(lines.some((line) => line.includes('少于 5 人的格子不显示'))).toBe(true)
    expect(await desk.page('/desk/c/round/results/adult/Q2')).toContain('10（33%）')
  })

  test('hides in the file what it hides on the page', async () => {
    const lines = await file(desk, '/desk/c/round/coverage?edition=adult&format=csv')
    const away = lines.find((line) => line.startsWith('"不住这里"'))
    expect(away).toMatch(/^"不住这里","–（不显示）",/)
  })

  test('is no formula when it is opened', async () => {
    for (const page of ['/desk/c/round/texts/adult/Q6', '/desk', '/desk/c/round/topics']) {
      const lines = await file(desk, `${page}?format=csv`)
      for (const cell of lines.flatMap((line) => line.replace('\uFEFF', '').split(',')))
        expect(cell).not.toMatch(/^"?[=+@]/)
    }
  })

  // 20 and 15 of 60 against 8 and 7: 58.3 % less 25 %.
  test('of a scale says what the two best points have over the two worst', async () => {
    const page = await desk.page('/desk/c/round/results/adult/Q2')
    expect(page).toContain('前两项 58% − 后两项 25% = 净值 +33 个百分点')
  })

  test('of one mailbox says how many came on which day', async () => {
    const page = await desk.page('/desk/mailboxes/EAST1')
    const table = page.slice(page.indexOf('这只邮筒每天收到多少'))
    const days = [
      ...table.matchAll(/<th scope="row">([^<]+)<\/th><td class="num" data-count="(\d+)"/g),
    ]
    expect(
      days.filter(([, , count]) => count !== '0').map(([, day, count]) => [day, count]),
    ).toEqual([
      ['3月2日', '10'],
      ['3月3日', '10'],
      ['3月4日', '10'],
    ])
  })
})

describe('a ranking two by two', () => {
  test('tells who is put before whom, and what wins against each other', async () => {
    const desk = await openSignedIn(kindsRound)
    const version = (await findConsultation(desk.store, 'round'))?.editions[0]?.versionId ?? 0
    const orders = [
      ...Array.from({ length: 30 }, () => ['flowers', 'bench', 'play', 'wild']),
      ...Array.from({ length: 25 }, () => ['wild', 'flowers', 'play', 'bench']),
      ...Array.from({ length: 15 }, () => ['play', 'wild', 'bench', 'flowers']),
    ]
    for (const Q2 of orders) await answer(desk.store, version, { answers: { Q2 } })
    const lines = await file(desk, '/desk/c/round/results/adult/Q2?format=csv')
    // Counted by hand from the orders above.
    const ahead = (one: string, other: string) =>
      orders.filter((order) => order.indexOf(one) < order.indexOf(other)).length
    expect([ahead('flowers', 'bench'), ahead('flowers', 'play'), ahead('wild', 'flowers')]).toEqual(
      [...[55, 55, 40]],
    )
    expect(lines).toContain('"花坛","长椅",55,0.79,70')
    expect(lines).toContain('"花坛","玩的地方",55,0.79,70')
    expect(lines).toContain('"小树林","花坛",40,0.57,70')
    const page = await desk.page('/desk/c/round/results/adult/Q2')
    expect(page).toContain('两两比')
    expect(page).toMatch(
      /花坛<\/th><td>长椅<\/td><td class="num">55<\/td><td class="num">79%（n = 70）/,
    )
    await desk.close()
  })
})
