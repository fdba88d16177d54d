import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { versionColumns } from '../../../../db/columns.ts'
import { findConsultation } from '../../../../db/consultations.ts'
import type { Answer } from '../../../../surveys/engine/answers.ts'
import type { Audience, Consultation } from '../../../../surveys/engine/definition.ts'
import { answer, type DeskSite, member, openDesk } from '../desk-site.ts'
import { round } from '../round.ts'

const other = { name: '李阿姨', password: '另一句只有我自己知道的家常话罢了' }
const staff = { name: '小张', password: '阳台上的茉莉花今年开了三回呢！' }
const path = '/desk/c/round/quality'

/** The round with a table of five rows and more to choose from, so that there is something to be alike in. */
const asked: Consultation = {
  ...round,
  editions: round.editions.map((edition) => ({
    ...edition,
    sections: [
      ...edition.sections,
      {
        id: 'more',
        questions: [
          {
            ...{ id: 'T1', number: '8', kind: 'matrix' as const },
            title: { 'zh-CN': '这几样怎么样？' },
            rows: ['灯', '路', '树', '椅', '门'].map((label, at) => ({
              ...{ id: `r${at}`, label: { 'zh-CN': label } },
            })),
            options: ['好', '一般', '差'].map((label, at) => ({
              ...{ id: `o${at}`, label: { 'zh-CN': label } },
            })),
          },
        ],
      },
    ],
  })),
}

const versionOf = async (desk: DeskSite, audience: Audience) => {
  const found = (await findConsultation(desk.store, 'round'))?.editions
  const edition = found?.find((one) => one.audience === audience)
  if (!edition) throw new Error('no edition')
  return edition
}
const table = (...picked: number[]): Record<string, Answer> => ({
  T1: Object.fromEntries(picked.map((option, at) => [`r${at}`, `o${option}`])),
})
const seqsOn = (page: string) =>
  [...page.matchAll(/<li id="s(\d+)"/g)].map(([, seq]) => Number(seq))

async function enter(desk: DeskSite) {
  await desk.setUp()
  await desk.setUp('admin', other)
  await desk.setUp('staff', staff)
  await desk.signIn()
}

/** The round with somebody signed in, and a way to answer the adults' questions. */
async function openAsked() {
  const desk = await openDesk(asked)
  await enter(desk)
  const { versionId } = await versionOf(desk, 'adult')
  const give = (answers: Record<string, Answer>) => answer(desk.store, versionId, { answers })
  return { desk, give }
}

describe('a response that was filled in much faster than the others', () => {
  let desk: DeskSite
  let versionId: number
  beforeAll(async () => {
    desk = await openDesk()
    await enter(desk)
    versionId = (await versionOf(desk, 'adult')).versionId
    for (let i = 0; i < 40; i++) {
      await answer(
        desk.store,
        versionId,
        { answers: { Q1: i % 2 ? 'east' : 'west', Q3: ['lamps'] } },
        { seconds: 200 + i },
      )
    }
    const said = { Q1: 'east', Q3: ['seats'], Q6: '<b>长椅</b>多放几张' }
    await answer(desk.store, versionId, { answers: said }, { seconds: 12 })
  })
  afterAll(() => desk.close())

  const counted = async () => {
    const { edition } = await versionOf(desk, 'adult')
    return (await versionColumns(desk.store, versionId, edition)).count
  }
  const looks = async () =>
    (
      await desk.store.read(
        "SELECT object FROM audit_entries WHERE action = 'look at response' ORDER BY seq",
      )
    ).rows.map(({ object }) => object)

  test('is pointed out with its numbers and counts all the same', async () => {
    const page = await desk.page(path)
    expect(page).toContain('答得太快：用了 12 秒，一半的人用 219 秒以上')
    expect(page).toContain('收到 41 份，计入 41 份，排除 0 份，有效率 100.0%')
    expect(await counted()).toBe(41)
    const file = await (await desk.get(`${path}.csv`)).text()
    expect(file).toContain('"收到（份）",41')
    expect(file).toContain('"有效率（%）",100')
    expect(file).toContain('"提示：答得太快（份）",1')
  })

  test('can be read by an administrator before voting, which is written down once a day', async () => {
    const [seq] = seqsOn(await desk.page(path))
    const page = await desk.page(`${path}/${seq}`)
    expect(page).toContain('答得太快：用了 12 秒')
    expect(page).toContain('用时不到一半人用时的四分之一')
    expect(page).toContain('东村')
    expect(page).toContain('&lt;b&gt;长椅&lt;/b&gt;多放几张')
    await desk.page(`${path}/${seq}`)
    expect(await looks()).toEqual([`round/adult/${seq}`])
  })

  test('says nothing to a colleague who may not read single responses, nor may they exclude it', async () => {
    const [seq] = seqsOn(await desk.page(path))
    expect((await desk.post(`${path}/${seq}`, { reason: '十二秒读不完' })).status).toBe(303)
    await desk.signIn(staff)
    const page = await desk.page(`${path}/${seq}`)
    expect(page).toContain('答得太快：用了 12 秒')
    expect(page).toContain('十二秒读不完')
    expect(page).not.toContain('长椅')
    expect(page).not.toContain('同意，不计入')
    const tried = await desk.post(`${path}/${seq}/decision`, { state: 'excluded' })
    expect(tried.status).toBe(403)
    expect(await counted()).toBe(41)
    expect((await desk.post(`${path}/${seq}/decision`, { state: 'kept' })).status).toBe(303)
    await desk.signIn()
  })

  test('is left out only when one proposes it with a reason and another agrees; and comes back', async () => {
    const seq = /quality\/(\d+)\?/.exec(await desk.page(path))?.[1] ?? ''
    const refused = await desk.post(`${path}/${seq}`, { reason: ' ' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('请写明理由')
    expect((await desk.post(`${path}/${seq}`, { reason: '还是太快' })).status).toBe(303)
    expect(await desk.page(`${path}/${seq}`)).toContain('要另一位同事同意才排除')
    expect((await desk.post(`${path}/${seq}/decision`, { state: 'excluded' })).status).toBe(404)
    expect(await counted()).toBe(41)

    await desk.signIn(other)
    expect((await desk.post(`${path}/${seq}/decision`, { state: 'excluded' })).status).toBe(303)
    expect(await counted()).toBe(40)
    expect(await desk.page(path)).toContain('收到 41 份，计入 40 份，排除 1 份，有效率 97.6%')
    expect(await desk.page('/desk/c/round/results/adult')).toContain('共 40 位居民答了')

    await desk.signIn(member)
    expect((await desk.post(`${path}/${seq}/decision`, { state: 'kept' })).status).toBe(303)
    expect(await counted()).toBe(41)
  })

  test('a response without a label does not open here', async () => {
    const { rows } = await desk.store.read('SELECT min(seq) AS seq FROM responses')
    expect((await desk.get(`${path}/${rows[0]?.seq}`)).status).toBe(404)
  })
})

describe('patterns', () => {
  let desk: DeskSite
  let give: Awaited<ReturnType<typeof openAsked>>['give']
  beforeAll(async () => {
    const opened = await openAsked()
    desk = opened.desk
    give = opened.give
    await give({ ...table(2, 2, 2, 2, 2), Q1: 'away' })
    await give({ ...table(2, 2, 2, 2, 1), Q1: 'away' })
    const alike = { ...table(0, 1, 2, 1, 0), Q1: 'east', Q2: 'good', Q3: ['lamps', 'trees'] }
    await give(alike)
    await give({ ...alike, Q6: '大树挡住路灯了' })
    await give({ ...alike, Q6: '大树挡住路灯了' })
    for (let i = 0; i < 3; i++) await give({ Q1: 'west', Q6: '请把垃圾房搬走' })
    for (let i = 0; i < 2; i++) await give({ Q1: 'west', Q6: '请多种一些桂花' })
  })
  afterAll(() => desk.close())

  const labelsOf = async (seq: number) => {
    const page = await desk.page(path)
    const item = new RegExp(`<li id="s${seq}">(.*?)</ul>`, 's').exec(page)?.[1] ?? ''
    return [...item.matchAll(/<li>(.*?)<\/li>/g)].map(([, words]) => words)
  }

  test('a straight line is told with its rows; one other answer and it is none', async () => {
    expect(await labelsOf(1)).toEqual(['一条直线：「这几样怎么样？」5 行都选同一个'])
    expect(await labelsOf(2)).toEqual([])
  })

  test('two that ticked the same carry the label both; who also wrote something is compared with those who did', async () => {
    expect(await labelsOf(3)).toEqual([])
    for (const seq of [4, 5])
      expect(await labelsOf(seq)).toEqual(['和别的一样：和另外 1 份勾的、排的、填的数完全一样'])
  })

  test('three who wrote the same on one day are told; two are not', async () => {
    for (const seq of [6, 7, 8])
      expect(await labelsOf(seq)).toEqual([
        '同一句话：「还想说什么？」当天另有 2 份写了一模一样的话',
      ])
    for (const seq of [9, 10]) expect(await labelsOf(seq)).toEqual([])
  })

  test('nothing was taken away by all that: every response counts', async () => {
    expect(await desk.page(path)).toContain('收到 10 份，计入 10 份，排除 0 份')
  })

  test('who says it later is told with those who were read before, and each is counted once', async () => {
    await give({ Q1: 'west', Q6: '请把垃圾房搬走' })
    await give({ Q1: 'west', Q6: '请多种一些桂花' })
    await Promise.all([desk.page(path), desk.page(path)])
    for (const seq of [6, 7, 8, 11])
      expect(await labelsOf(seq)).toContain(
        '同一句话：「还想说什么？」当天另有 3 份写了一模一样的话',
      )
    for (const seq of [9, 10, 12])
      expect(await labelsOf(seq)).toContain(
        '同一句话：「还想说什么？」当天另有 2 份写了一模一样的话',
      )
  })
})

describe('a question beside itself', () => {
  let desk: DeskSite
  beforeAll(async () => {
    const opened = await openAsked()
    const { give } = opened
    desk = opened.desk
    const line = table(1, 1, 1, 1, 1)
    for (let i = 0; i < 30; i++) await give({ Q1: i < 18 ? 'east' : 'west', Q2: 'good' })
    for (let i = 0; i < 5; i++) await give({ ...line, Q1: 'east', Q2: 'bad' })
    for (let i = 0; i < 2; i++) await give({ ...line, Q1: 'west', Q2: 'bad' })
  })
  afterAll(() => desk.close())

  const cellsOf = async (query: string) => {
    const page = await desk.page(`${path}?edition=adult&q=${query}`)
    const figure = /<figure class="finding".*?<\/figure>/s.exec(page)?.[0] ?? ''
    const rows = [...figure.matchAll(/<tr><th scope="row">([^<]*)<\/th>(.*?)<\/tr>/gs)]
    return {
      figure,
      rows: rows.map(([, label, rest = '']) => [
        label,
        ...[...rest.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, cell]) => cell),
      ]),
    }
  }

  test('shows both sides, and says which option moved most', async () => {
    const { figure, rows } = await cellsOf('Q2')
    expect(rows).toContainEqual(['比较满意', '30（81%）', '30（100%）'])
    expect(rows).toContainEqual(['很不满意', '7（19%）', '0（0%）'])
    expect(rows).toContainEqual(['n（被问到的人）', '37', '30'])
    expect(figure).toMatch(/去掉 7 份有提示的以后，变得最多的是「[^」]+」：从 \d+% 到 \d+%/)
    const file = await (await desk.get(`${path}.csv?edition=adult&q=Q2`)).text()
    expect(file).toContain('"比较满意",30,0.81,30,1')
  })

  test('hides one more number where two that carry a label would be found by subtraction', async () => {
    const { rows } = await cellsOf('Q1')
    const without = rows.map(([label, , cell]) => [label, cell])
    expect(without).toContainEqual(['西村', '–（不显示）'])
    // 30 stayed and nobody skipped: the other number would give this one away.
    expect(without).not.toContainEqual(['东村', '18（60%）'])
    const file = await (await desk.get(`${path}.csv?edition=adult&q=Q1`)).text()
    expect(file).toContain('"西村",14,0.38,"–（不显示）",""')
  })
})

describe('many labels', () => {
  let desk: DeskSite
  beforeAll(async () => {
    const opened = await openAsked()
    desk = opened.desk
    for (let i = 0; i < 60; i++) await opened.give(table(0, 0, 0, 0, 0))
  })
  afterAll(() => desk.close())

  test('are listed fifty at a time, and the older ones go on behind', async () => {
    const page = await desk.page(path)
    expect(page).toContain('值得看一眼的（60）')
    expect(seqsOn(page)).toEqual(Array.from({ length: 50 }, (_, at) => 60 - at))
    const older = /href="([^"]*before=11)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(seqsOn(await desk.page(older))).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  })

  test('what was looked at makes room for what was not, and stands folded below', async () => {
    for (let seq = 60; seq > 8; seq--) {
      const kept = await desk.post(`${path}/${seq}/decision`, { state: 'kept' })
      expect([seq, kept.status]).toEqual([seq, 303])
    }
    const page = await desk.page(path)
    expect(seqsOn(page)).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
    expect(page).toContain('已经决定的（52）')
    expect(page).toContain('收到 60 份，计入 60 份，排除 0 份')
  })
})

describe('a child’s response', () => {
  let desk: DeskSite
  const seq = 1
  const one = `${path}/${seq}?edition=child`
  beforeAll(async () => {
    desk = await openDesk(asked)
    await enter(desk)
    const { versionId } = await versionOf(desk, 'child')
    const answers = { ...table(0, 0, 0, 0, 0), K3: '想要一个沙坑' }
    await answer(desk.store, versionId, { answers })
  })
  afterAll(() => desk.close())

  test('is closed until somebody who may read it says what for, and closes again at night', async () => {
    const closed = await desk.page(one)
    expect(closed).toContain('孩子的答卷属于敏感个人信息')
    expect(closed).not.toContain('沙坑')
    const access = `${path}/${seq}/access?edition=child`
    expect((await desk.post(access, { purpose: '看' })).status).toBe(422)
    expect((await desk.post(access, { purpose: '核对是不是乱填' })).status).toBe(303)
    expect(await desk.page(one)).toContain('沙坑')
    const { rows } = await desk.store.read(
      "SELECT action, object FROM audit_entries WHERE action LIKE 'look at%' ORDER BY seq",
    )
    expect(rows.map(({ action, object }) => `${action} ${object}`)).toEqual([
      'look at responses round/child 核对是不是乱填',
      'look at response round/child/1',
    ])
    desk.wait(86_400_000)
    await desk.signIn()
    expect(await desk.page(one)).not.toContain('沙坑')
  })

  test('does not open for a colleague who may not, whatever they say', async () => {
    await desk.signIn(staff)
    const tried = await desk.post(`${path}/${seq}/access?edition=child`, { purpose: '核对一下' })
    expect(tried.status).toBe(404)
    expect(await desk.page(one)).not.toContain('沙坑')
  })
})
