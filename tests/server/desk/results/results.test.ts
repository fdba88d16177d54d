import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findConsultation } from '../../../../db/consultations.ts'
import type { Filled } from '../../../../surveys/engine/answers.ts'
import { answer, type DeskSite, openDesk, openSignedIn } from '../desk-site.ts'

let desk: DeskSite
const versions = { adult: 0, child: 0 }

// 40 adults whose answers follow from their number, so that a few lines here can count them again.
const adults = Array.from({ length: 40 }, (_, n) => ({
  mailbox: n < 24 ? 'EAST1' : 'WEST1',
  channel: n % 4 === 0 ? ('paper' as const) : ('qr' as const),
  at: Date.UTC(2026, 2, n < 30 ? 2 : 3, 4, 0),
  answers: {
    Q1: n < 20 ? 'east' : 'west',
    ...(n % 8 !== 7 && { Q2: ['great', 'good', 'good', 'poor', 'unsure'][n % 5] ?? '' }),
    Q3: n % 2 === 0 ? ['seats', 'lamps'] : ['trees', 'other'],
    ...(n % 2 === 0 && { Q4: 'seats' }),
    Q5: 1 + (n % 3),
    ...(n < 10 && { Q6: `第 ${n} 句话` }),
  } as Filled['answers'],
  others: (n % 2 === 1 ? { Q3: `其他${n}` } : {}) as Filled['others'],
}))
const children = Array.from({ length: 25 }, (_, n) => ({
  answers: {
    K1: { a: n < 22 ? 'bench' : 'swing' },
    K2: { garden: n < 13 ? 'again' : 'no', hall: 'again' },
    ...(n < 4 && { K3: `孩子的话${n}` }),
  } as Filled['answers'],
}))

beforeAll(async () => {
  desk = await openDesk()
  const found = await findConsultation(desk.store, 'round')
  for (const { audience, versionId } of found?.editions ?? []) versions[audience] = versionId
  for (const one of adults) await answer(desk.store, versions.adult, one, one)
  for (const one of children) await answer(desk.store, versions.child, one, { mailbox: 'EAST1' })
  await desk.setUp()
  await desk.signIn()
})
afterAll(() => desk.close())

const results = '/desk/c/round/results'

/** Every row of the question's own table: its label and what its cells hold. */
async function tableOf(page: string, question: string): Promise<Record<string, string[]>> {
  const figure = page.split(`id="${question}"`)[1]?.split('</figure>')[0] ?? ''
  const rows = figure.match(/<tr[\s\S]*?<\/tr>/g) ?? []
  const cells = (row: string) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) =>
      cell.replace(/<[^>]+>/g, '').trim(),
    )
  return Object.fromEntries(rows.map(cells).map(([label = '', ...rest]) => [label, rest]))
}

const people = (test: (one: (typeof adults)[number]) => boolean) => adults.filter(test).length
const row = (count: number, base: number) => [String(count), `${Math.round((count / base) * 100)}%`]

describe('the results page', () => {
  test('counts what people chose, as anyone could count it', async () => {
    const page = await desk.page(`${results}/adult`)
    expect(page).toContain('共 40 位居民答了')
    expect(await tableOf(page, 'Q1')).toMatchObject({
      东村: row(20, 40),
      西村: row(20, 40),
      不住这里: ['0', '0%'],
      跳过: ['0', '–'],
    })
    const wished = await tableOf(page, 'Q3')
    const asked = people(({ answers }) => (answers.Q3 as string[]).length >= 2)
    for (const [id, label] of [
      ['seats', '有地方坐'],
      ['trees', '修剪大树'],
      ['other', '其他'],
    ] as const) {
      const count = people(({ answers }) => (answers.Q3 as string[]).includes(id))
      // What came first was asked afterwards, in question 4.
      const [first, share] = row(
        people(({ answers }) => answers.Q4 === id),
        asked,
      )
      expect(wished[label]).toEqual([...row(count, 40), `${first}（${share}）`])
    }
  })

  test('keeps “don’t know” out of the base and tells it apart, like those who skipped', async () => {
    const unsure = people(({ answers }) => answers.Q2 === 'unsure')
    const skipped = people(({ answers }) => answers.Q2 === undefined)
    const good = people(({ answers }) => answers.Q2 === 'good')
    const table = await tableOf(await desk.page(`${results}/adult`), 'Q2')
    expect(table.比较满意).toEqual(row(good, 40 - unsure))
    expect(table.不好说).toEqual([String(unsure), '–'])
    expect(table.跳过).toEqual([String(skipped), '–'])
  })

  test('shares a carried question among those who were asked it', async () => {
    const page = await desk.page(`${results}/adult`)
    const asked = people(({ answers }) => (answers.Q3 as string[]).length >= 2)
    expect(await tableOf(page, 'Q4')).toMatchObject({ 有地方坐: row(20, asked) })
  })

  test('says in a sentence what the numbers show, and that several answers may exceed the whole', async () => {
    const page = await desk.page(`${results}/adult`)
    expect(page).toContain('问到 40 位居民，「东村」、「西村」一样多，各 20 位（50%）。')
    expect(page).toContain('可多选（最多 3 项），合计可超过 100%')
    expect(page).toContain('意见征集结果，不等于表决')
  })

  test('lists what people wrote, beside the option they wrote it for', async () => {
    const page = await desk.page(`${results}/adult`)
    expect(page).toContain('<bdi>其他39</bdi>')
    expect(page).toContain('<bdi>第 9 句话</bdi>')
  })

  test('says so when nobody has answered yet', async () => {
    const empty = await openSignedIn()
    expect(await empty.page(`${results}/adult`)).toContain('还没有收到成人版答卷')
    expect(await empty.page('/desk')).toContain('还没有收到答卷')
    await empty.close()
  })
})

describe('a filter', () => {
  test('stands in the address and looks only at those people', async () => {
    const rows: [string, (one: (typeof adults)[number]) => boolean][] = [
      ['n=east', ({ mailbox }) => mailbox === 'EAST1'],
      ['via=paper', ({ channel }) => channel === 'paper'],
      ['from=2026-03-03', ({ at }) => at >= Date.UTC(2026, 2, 3)],
      ['to=2026-03-02', ({ at }) => at < Date.UTC(2026, 2, 3)],
      ['is=Q1.west', ({ answers }) => answers.Q1 === 'west'],
      ['is=Q1.west&n=west', ({ answers, mailbox }) => answers.Q1 === 'west' && mailbox === 'WEST1'],
    ]
    for (const [query, keeps] of rows) {
      const page = await desk.page(`${results}/adult?${query}`)
      const left = people(keeps)
      if (query.includes('&')) expect(page).toContain('人太少')
      else expect(page).toContain(`筛选后看的是其中 ${left} 位`)
    }
  })

  test('is shown as a chip that takes it away again', async () => {
    const page = await desk.page(`${results}/adult?n=east&via=qr`)
    expect(page).toContain(`href="${results}/adult?via=qr"`)
    expect(page).toContain(`href="${results}/adult?n=east"`)
  })

  test('lists no texts, lest an answer lead to a writer', async () => {
    expect(await desk.page(`${results}/adult?n=east`)).not.toContain('<bdi>第')
  })

  test('that would set a handful of people apart shows nothing', async () => {
    // Four people answered from the west on paper: neither they nor the difference they make may be seen.
    const few = people(({ mailbox, channel }) => mailbox === 'WEST1' && channel === 'paper')
    expect(few).toBe(4)
    for (const path of [`${results}/adult`, `${results}/adult/Q1`]) {
      const page = await desk.page(`${path}?n=west&via=paper`)
      expect(page).toContain('所以不显示结果')
      expect(page).not.toContain('data-count')
    }
    const csv = await desk.page(`${results}/adult.csv?n=west&via=paper`)
    expect(csv.trim().split('\r\n')).toHaveLength(2)
  })
})

describe('cells of few people', () => {
  test('are hidden with the cell that would give them away, on the page and in the file', async () => {
    const page = await desk.page(`${results}/child`)
    const csv = await desk.page(`${results}/child.csv`)
    const pairs = page.split('id="K1"')[1]?.split('</figure>')[0] ?? ''
    expect(pairs).toContain('–（不显示）')
    expect(pairs).not.toMatch(/data-count="(3|22)"|>(3|22)（/)
    expect(csv).toContain('"小椅子","–（不显示）"')
    expect(csv).not.toMatch(/"秋千",3|"小椅子",22/)
  })

  test('hide the words behind them as well', async () => {
    await desk.post('/desk/c/round/texts/access', { purpose: '整理孩子的话' })
    const page = await desk.page(`${results}/child`)
    expect(page).not.toContain('孩子的话')
    expect(await desk.page(`${results}/child/K3`)).not.toContain('孩子的话')
  })

  test('stay hidden where adults and children are compared', async () => {
    const page = await desk.page('/desk/c/round/topics/sitting')
    expect(page).not.toMatch(/data-count="(3|22)"/)
    expect(page).toContain('n = 40')
    expect(page).toContain('n = 25')
    expect(page).not.toContain('65')
  })

  test('count each person once where several options make one item', async () => {
    const page = await desk.page('/desk/c/round/topics')
    const either = people(({ answers }) =>
      (answers.Q3 as string[]).some((id) => id === 'lamps' || id === 'trees'),
    )
    expect(page).toContain(`data-count="${either}"`)
  })

  test('cannot be worked out from the neighbourhoods side by side', async () => {
    const page = await desk.page(`${results}/adult/Q2`)
    const rows = await tableOf(page, 'neighbourhoods')
    for (const label of ['很满意', '比较满意', '一般', '不太满意', '很不满意']) {
      const hidden = (rows[label] ?? []).filter((cell) => cell.includes('不显示'))
      expect([label, hidden.length === 1]).toEqual([label, false])
    }
  })
})

test('the overview counts adults and children apart, by day, neighbourhood and channel', async () => {
  const page = await desk.page('/desk')
  expect(page).toMatch(/<strong>40<\/strong> 份成人版答卷/)
  expect(page).toMatch(/<strong>25<\/strong> 份儿童版答卷/)
  const tables = page.match(/<table[\s\S]*?<\/table>/g) ?? []
  expect(tables).toHaveLength(3)
  expect(tables[0]).toMatch(/3月2日[\s\S]*?>30<[\s\S]*?>25</)
  expect(tables[1]).toMatch(/东村[\s\S]*?>24<[\s\S]*?>25<[\s\S]*?12\.0/)
  expect(tables[2]).toMatch(/纸质[\s\S]*?>10<[\s\S]*?>0</)
  expect(page).toContain('待填写')
})
