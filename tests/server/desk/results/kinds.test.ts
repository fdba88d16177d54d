import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findConsultation } from '../../../../db/consultations.ts'
import { answer, type DeskSite, member, openDesk } from '../desk-site.ts'
import { adultOf, kindsRound } from '../kinds-round.ts'

const count = 60
const results = '/desk/c/round/results/adult'
const people = Array.from({ length: count }, (_, n) => ({
  answers: adultOf(n),
  mailbox: n % 3 === 0 ? 'WEST1' : 'EAST1',
}))

let desk: DeskSite
beforeAll(async () => {
  desk = await openDesk(kindsRound)
  const found = await findConsultation(desk.store, 'round')
  const versionId = found?.editions.find(({ audience }) => audience === 'adult')?.versionId ?? 0
  for (const one of people) await answer(desk.store, versionId, one, one)
  await desk.setUp()
  await desk.signIn()
})
afterAll(() => desk.close())

/** The rows of the first table in the figure with this id, cell by cell. */
function rowsOf(page: string, id: string): string[][] {
  const figure = page.split(`id="${id}"`)[1]?.split('</figure>')[0] ?? ''
  const table = figure.match(/<table[\s\S]*?<\/table>/)?.[0] ?? ''
  return (table.match(/<tr[\s\S]*?<\/tr>/g) ?? []).map((row) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) =>
      cell.replace(/<[^>]+>/g, '').trim(),
    ),
  )
}

/** Borda's count in the words of the definition, person by person. */
function scoreOf(option: string, among = people): number {
  const all = ['bench', 'flowers', 'play', 'wild']
  const points = among.map(({ answers }) => {
    const order = answers.Q2 as string[]
    const at = order.indexOf(option)
    const left = all.length - order.length
    return at < 0 ? (left - 1) / 2 / 3 : (3 - at) / 3
  })
  return Math.round((100 * points.reduce((sum, one) => sum + one, 0)) / points.length)
}

const stickersOf = (option: string, among = people) =>
  among.reduce((sum, { answers }) => {
    const given = answers.Q3 as Record<string, number>
    return sum + (given[option] ?? 0)
  }, 0) / among.length

describe('the results of', () => {
  test('a rank are those anyone could count', async () => {
    const [head, ...rows] = rowsOf(await desk.page(results), 'Q2')
    expect(head).toEqual(['选项', '得分', '平均排在', '首选率（排在第一）', '排了它的人'])
    const firsts = people.filter(({ answers }) => (answers.Q2 as string[])[0] === 'flowers').length
    const flowers = rows.find(([label]) => label === '花坛')
    expect(flowers?.[1]).toBe(`${scoreOf('flowers')} 分`)
    expect(flowers?.[3]).toContain(`${firsts}（`)
    const scores = rows.map(([, score = '']) => Number.parseInt(score, 10))
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })

  test('stickers are those anyone could count', async () => {
    const rows = rowsOf(await desk.page(results), 'Q3')
    for (const [id, label] of [
      ['bench', '长椅'],
      ['wild', '小树林'],
    ] as const) {
      expect(rows.find(([name]) => name === label)?.[1]).toBe(stickersOf(id).toFixed(1))
    }
  })

  test('days, pins, pictures and consents stand on the page with their pictures and plan', async () => {
    const page = await desk.page(results)
    expect(rowsOf(page, 'Q4').length).toBeGreaterThan(3)
    expect(rowsOf(page, 'Q5')[0]).toEqual(['地方', '人数', '灯', '座位'])
    expect(page).toContain('<img src="/plans/garden.svg" alt="空地的平面图"')
    expect(page).toContain('<img src="/pictures/garden-bench.svg" alt="长椅"')
    expect(rowsOf(page, 'Q6').map(([label]) => label)).toEqual(['选项', '可以', '不可以', '跳过'])
  })

  test('pins list what was written beside them, with a place that many share', async () => {
    const page = await desk.page(`${results}/Q5`)
    expect(page).toMatch(/<bdi>[A-H][1-6] · (灯|座位)：这里晚上太暗，第 54 位<\/bdi>/)
    expect(page).not.toContain('0.31')
    expect(await desk.page(`${results}/Q5?n=east`)).not.toContain('这里晚上太暗')
  })

  test('a filter are those of the people it leaves', async () => {
    const east = people.filter(({ mailbox }) => mailbox === 'EAST1')
    const rows = rowsOf(await desk.page(`${results}/Q2?n=east`), 'Q2')
    expect(rows.find(([label]) => label === '花坛')?.[1]).toBe(`${scoreOf('flowers', east)} 分`)
    const agreed = people.filter(({ answers }) => answers.Q6 === 'yes')
    expect(await desk.page(`${results}?is=Q6.yes`)).toContain(`其中 ${agreed.length} 位`)
  })

  test('neighbourhoods stand side by side with their means and bases', async () => {
    const west = people.filter(({ mailbox }) => mailbox === 'WEST1')
    const ranks = rowsOf(await desk.page(`${results}/Q2`), 'neighbourhoods')
    expect(ranks[0]).toEqual(['选项', '东村', '西村'])
    expect(ranks.find(([label]) => label === '花坛')?.[2]).toBe(`${scoreOf('flowers', west)} 分`)
    expect(ranks.at(-1)).toEqual(['n（排了的人）', '40', '20'])
    const stickers = rowsOf(await desk.page(`${results}/Q3`), 'neighbourhoods')
    expect(stickers.find(([label]) => label === '长椅')?.[2]).toBe(
      stickersOf('bench', west).toFixed(1),
    )
  })

  test('the file holds the same numbers, scores in a column of their own', async () => {
    const csv = await desk.page(`${results}.csv`)
    expect(csv).toContain('"说明","数值"')
    expect(csv).toMatch(
      new RegExp(`"2","[^"]+","得分","花坛","","",60,"[^"]+",${scoreOf('flowers')}\r`),
    )
    expect(csv).toMatch(/"5","[^"]+","C4","灯",\d+/)
    expect(csv).toMatch(/"4","[^"]+","","3月\d+日/)
  })
})

test('few people’s scores, stickers, days and pins are shown nowhere', async () => {
  const small = await openDesk(kindsRound)
  const found = await findConsultation(small.store, 'round')
  await small.setUp()
  await small.signIn()
  for (const n of [0, 1, 2]) {
    await answer(small.store, found?.editions[0]?.versionId ?? 0, { answers: adultOf(n) })
    const page = await small.page(results)
    expect(page).toContain('–（不显示）')
    expect(page).not.toMatch(/data-count="\d|data-tone="\d" d="M|这里晚上太暗/)
    expect((await small.page(`${results}.csv`)).match(/,[1-9]\d*(\.\d+)?\r/)).toBeNull()
  }
  await small.close()
})

test('a neighbourhood of few is left out with the next smallest, or all would tell its mean', async () => {
  const uneven = await openDesk(kindsRound)
  const found = await findConsultation(uneven.store, 'round')
  await uneven.setUp()
  await uneven.signIn()
  for (let n = 0; n < 40; n++) {
    const mailbox = n < 25 ? 'EAST1' : n < 28 ? 'WEST1' : undefined
    const from = mailbox ? { mailbox } : {}
    await answer(uneven.store, found?.editions[0]?.versionId ?? 0, { answers: adultOf(n) }, from)
  }
  for (const id of ['Q2', 'Q3']) {
    const rows = rowsOf(await uneven.page(`${results}/${id}`), 'neighbourhoods')
    expect(rows[0]).toEqual(['选项', '东村', '西村', '没有邮筒'])
    expect(rows.at(-1)?.slice(1)).toEqual(['25', '–（不显示）', '–（不显示）'])
    for (const [, east, west, none] of rows.slice(1, -1)) {
      expect([east !== '–（不显示）', west, none]).toEqual([true, ...(rows.at(-1)?.slice(2) ?? [])])
    }
  }
  await uneven.close()
})

describe('the file of responses', () => {
  const lines = async (path: string) => {
    const answered = path.includes('codebook')
      ? await desk.page(path)
      : await (await desk.post(path, { password: member.password, purpose: '年度分析' })).text()
    return answered
      .replace('\ufeff', '')
      .trim()
      .split('\r\n')
      .map((line) =>
        line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '')),
      )
  }

  test('has a column for each place, sticker, pin and picture', async () => {
    const [head = [], first = []] = await lines('/desk/c/round/export/adult')
    const cells = Object.fromEntries(head.map((name, at) => [name.replaceAll('"', ''), first[at]]))
    expect(cells).toMatchObject({
      ...{ Q1: '"长椅"', 'Q2.flowers': '1', 'Q2.bench': '2', 'Q3.flowers': '6', 'Q3.wild': '0' },
      ...{ Q4: '"2026-03-01"', 'Q5.1.x': '0.31', 'Q5.1.y': '0.55', 'Q5.1.category': '"座位"' },
      ...{ 'Q5.1.comment': '"这里晚上太暗，第 0 位"', 'Q5.2.x': '""', Q6: '"可以"', Q7: '"跳过"' },
    })
    const [, , , fourth = []] = await lines('/desk/c/round/export/adult')
    expect(fourth[head.indexOf('"Q7"')]).toBe('"未显示"')
  })

  test('has a codebook that explains each of them', async () => {
    const [head = []] = await lines('/desk/c/round/export/adult')
    const book = await lines('/desk/c/round/export/adult/codebook.csv')
    expect(book.slice(1, -1).map((line) => line?.[0])).toEqual(head.filter(Boolean))
    expect(book.flat()).toContain('"「花坛」排在第几"')
  })
})
