import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../../../db/audit.ts'
import { findConsultation, publishVersion } from '../../../../db/consultations.ts'
import type { Consultation } from '../../../../surveys/engine/definition.ts'
import { answer, type DeskSite, openSignedIn } from '../desk-site.ts'
import { kindsRound } from '../kinds-round.ts'
import { round } from '../round.ts'

const lines = async (desk: DeskSite, query: string) => {
  const file = await desk.get(`/desk/c/${query}`)
  if (file.status !== 200) throw new Error(`${query}: ${file.status}`)
  return (await file.text()).split('\r\n').map((line) => line.replaceAll('"', ''))
}
const versionOf = async (desk: DeskSite, id: string, edition: number) =>
  (await findConsultation(desk.store, id))?.editions[edition]?.versionId ?? 0

async function deskOf(consultation: Consultation) {
  const desk = await openSignedIn(consultation)
  return desk
}

describe('a question of any kind', () => {
  let desk: DeskSite
  beforeAll(async () => {
    desk = await deskOf(round)
    const [adults, children] = [
      await versionOf(desk, 'round', 0),
      await versionOf(desk, 'round', 1),
    ]
    for (let i = 0; i < 120; i++) {
      const isPaper = i % 2 === 1
      // On paper people say "garden again" and "swing" far more often than by code.
      await answer(
        desk.store,
        children,
        {
          answers: {
            K1: { a: isPaper || i % 8 === 0 ? 'swing' : 'bench' },
            K2: {
              garden: isPaper || i % 8 === 0 ? 'again' : 'no',
              hall: i % 4 < 2 ? 'again' : 'no',
            },
          },
        },
        { channel: isPaper ? 'paper' : 'qr' },
      )
      const Q3 =
        i % 3 === 0 ? ['seats', 'trees'] : i % 3 === 1 ? ['lamps', 'trees'] : ['seats', 'lamps']
      await answer(desk.store, adults, {
        answers: { Q1: i % 2 ? 'east' : 'west', Q3, Q4: Q3[0] ?? '', Q5: i % 2 ? 2 : 5 },
      })
    }
  })
  afterAll(() => desk.close())

  test('may be compared by a row of a table, and a row by a pair', async () => {
    const by = await lines(desk, 'round/compare.csv?edition=child&q=K1.a&by=K2.garden')
    expect(by.some((line) => line.includes('秋千,') && line.includes(',想去,75,1,75,'))).toBe(true)
    const other = await lines(desk, 'round/compare.csv?edition=child&q=K2.garden&by=K1.a')
    expect(
      other.some((line) => line.includes('不想去,') && line.includes(',小椅子,45,1,45,')),
    ).toBe(true)
  })

  test('may be a number, in bins that the definition sets', async () => {
    const found = await lines(desk, 'round/compare.csv?edition=adult&q=Q5&by=Q1')
    expect(found.some((line) => line.includes('2人,') && line.includes(',东村,60,1,60,'))).toBe(
      true,
    )
    expect(found.some((line) => line.includes('12人'))).toBe(false)
    const by = await desk.page('/desk/c/round/compare?edition=adult&q=Q1&by=Q5')
    expect(by).toContain('「5人」的 60 位里，60 位（100%）选了「西村」，明显高于其他人。')
  })

  test('warns where the channels differ beyond chance, also in one row of a table or one pair', async () => {
    const warning = '不同渠道（扫码、纸质、代填）的回答差得不像碰巧'
    const table = await desk.page('/desk/c/round/results/child/K2')
    expect(table).toContain(warning)
    expect(table).toContain('q=K2.garden&amp;by=@channel-of')
    expect(await desk.page('/desk/c/round/results/child/K1')).toContain(warning)
    expect(await desk.page('/desk/c/round/results/adult/Q5')).not.toContain(warning)
  })

  test('may be asked of adults and of children: side by side, each with its own base', async () => {
    const page = await desk.page('/desk/c/round/compare?edition=adult&q=Q3&by=@edition')
    expect(page).toContain('坐的地方')
    expect(page.match(/n = 120/g)?.length).toBe(2)
    const none = await desk.page('/desk/c/round/compare?edition=adult&q=Q5&by=@edition')
    expect(none).toContain('另一份问卷里没有问同一件事的题')
  })

  test('of several picks tells who put each first, as the question after it found out', async () => {
    const page = await desk.page('/desk/c/round/results/adult/Q3')
    expect(page).toContain('首选率（第 4 题，n = 120）')
    expect(page).toMatch(/有地方坐<\/th>.*?80.*?67%.*?80（67%）/s)
    expect(await desk.page('/desk/c/round/results/adult/Q4')).toContain('首选率（占被问到的人）')
  })
})

describe('groups made at the desk', () => {
  let desk: DeskSite
  const groups = '/desk/c/round/groups?edition=adult'
  beforeAll(async () => {
    desk = await deskOf(round)
    const adults = await versionOf(desk, 'round', 0)
    for (let i = 0; i < 160; i++) {
      const Q3 =
        i % 4 === 0
          ? ['seats']
          : i % 4 === 1
            ? ['lamps']
            : i % 4 === 2
              ? ['seats', 'lamps']
              : ['trees']
      await answer(desk.store, adults, {
        answers: {
          Q1: i % 8 < 4 ? 'east' : 'west',
          Q2: i % 4 < 3 ? 'good' : 'poor',
          Q3,
          Q5: 1 + (i % 4),
        },
      })
    }
  })
  afterAll(() => desk.close())

  async function made(fields: Record<string, string>) {
    const answered = await desk.post(groups, { q: '', and: '', ...fields })
    if (answered.status !== 303) throw new Error(await answered.text())
    const page = await desk.page(groups)
    const name = fields.name ?? ''
    return /groups\/([0-9a-f]{8})\/removal/.exec(page.slice(page.indexOf(`<h2>${name}`)))?.[1] ?? ''
  }

  test('are those who picked any of several things, and all others who were asked', async () => {
    const id = await made({
      ...{ q: 'Q3', name: '坐或亮', inside: '要坐或要亮', outside: '别的' },
      ...{ '0-seats': 'on', '0-lamps': 'on' },
    })
    expect(await desk.page(groups)).toContain(
      '要坐或要亮：「3. 最该先办哪几件？」答了有地方坐、路灯亮一点',
    )
    const found = await lines(desk, `round/compare.csv?edition=adult&q=Q2&by=group_${id}`)
    expect(
      found.some((line) => line.includes('比较满意,') && line.includes(',要坐或要亮,120,1,120,')),
    ).toBe(true)
  })

  test('are those of whom two things hold', async () => {
    const id = await made({
      ...{ q: 'Q3', and: 'Q1', name: '东村要坐的', inside: '是', outside: '不是' },
      ...{ '0-seats': 'on', '1-east': 'on' },
    })
    const found = await lines(desk, `round/compare.csv?edition=adult&q=Q2&by=group_${id}`)
    expect(found.some((line) => line.includes('比较满意,') && line.includes(',是,40,1,40,'))).toBe(
      true,
    )
    expect(
      found.some((line) => line.includes('比较满意,') && line.includes(',不是,80,0.67,120,')),
    ).toBe(true)
  })

  test('are ranges of a number', async () => {
    const id = await made({
      ...{
        q: 'Q5',
        name: '家里几口',
        'g-n1': '一两口',
        'g-n2': '一两口',
        'g-n3': '三口以上',
        'g-n4': '三口以上',
      },
    })
    const found = await lines(desk, `round/compare.csv?edition=adult&q=Q2&by=group_${id}`)
    expect(
      found.some((line) => line.includes('不太满意,') && line.includes(',三口以上,40,0.5,80,')),
    ).toBe(true)
  })

  test('say what is missing', async () => {
    const none = await desk.post(groups, {
      q: 'Q3',
      and: '',
      name: '空',
      inside: '是',
      outside: '否',
    })
    expect([none.status, (await none.text()).includes('每一题至少勾一项')]).toEqual([422, true])
  })

  test('of few people are not told, nor what they would give away', async () => {
    const adults = await versionOf(desk, 'round', 0)
    for (let i = 0; i < 3; i++)
      await answer(desk.store, adults, {
        answers: { Q1: 'away', Q2: 'bad', Q3: ['trees', 'seats'] },
      })
    const id = await made({
      ...{ q: 'Q3', and: 'Q1', name: '外来的', inside: '外来要树', outside: '其他人' },
      ...{ '0-trees': 'on', '1-away': 'on' },
    })
    const found = await lines(desk, `round/compare.csv?edition=adult&q=Q2&by=group_${id}`).catch(
      () => [],
    )
    for (const line of found) expect(line).not.toMatch(/,外来要树,[1-9]/)
    const all = await lines(desk, 'round/results/adult.csv')
    for (const line of all) expect(line).not.toMatch(/外来要树,[1-9]/)
  })
})

describe('two versions of one questionnaire', () => {
  test('stand side by side where they ask the same, and say where they do not', async () => {
    const desk = await deskOf(round)
    const first = await versionOf(desk, 'round', 0)
    for (let i = 0; i < 80; i++)
      await answer(desk.store, first, { answers: { Q1: i < 60 ? 'east' : 'west' } })
    const changed: Consultation = structuredClone(round)
    const questions = changed.editions[0]?.sections[0]?.questions ?? []
    const [, scale] = questions
    if (scale?.kind !== 'scale') throw new Error('the second question is a scale')
    scale.points = scale.points.slice(0, 4)
    const [edition] = changed.editions
    if (edition) await publishVersion(desk.store, 'round', edition, system(desk.now()))
    const second = await versionOf(desk, 'round', 0)
    expect(second).not.toBe(first)
    for (let i = 0; i < 80; i++)
      await answer(desk.store, second, { answers: { Q1: i < 20 ? 'east' : 'west' } })
    const page = await desk.page('/desk/c/round/compare?edition=adult&q=Q1&by=@version')
    expect(page).toContain('第 1 版、第 2 版里这一题的选项一样，可以比')
    expect(page).toContain('「第 1 版」的 80 位里，60 位（75%）选了「东村」，明显高于其他人。')
    const other = await desk.page('/desk/c/round/compare?edition=adult&q=Q2&by=@version')
    expect(other).toContain('第 1 版里选项不同，没有放进来')
    await desk.close()
  })
})

describe('fewer than twenty people', () => {
  test('are told as numbers, without shares', async () => {
    const desk = await deskOf(kindsRound)
    const version = await versionOf(desk, kindsRound.id, 0)
    const order = (first: string) => [
      first,
      ...['bench', 'flowers', 'play', 'wild'].filter((id) => id !== first),
    ]
    for (let i = 0; i < 75; i++) {
      const mailbox = i < 60 ? 'EAST1' : 'WEST1'
      const Q2 = order(i % 3 === 0 ? 'bench' : 'wild')
      const Q3 = { bench: i % 3 === 0 ? 10 : 0, wild: i % 3 === 0 ? 0 : 10 }
      await answer(
        desk.store,
        version,
        { answers: { Q1: i % 3 === 0 ? 'bench' : 'wild', Q2, Q3, Q4: `2026-0${3 + (i % 2)}-01` } },
        { mailbox },
      )
    }
    const page = await desk.page(`/desk/c/${kindsRound.id}/results/adult/Q1`)
    expect(page).toContain('15（人太少，不算百分比）')
    expect(page).toMatch(/data-count="10" data-share="">10</)
    const found = await lines(
      desk,
      `${kindsRound.id}/compare.csv?edition=adult&q=Q2&by=@neighbourhood`,
    )
    expect(
      found.some(
        (line) => line.includes('小树林,') && line.includes(',西村,10,人太少，不算百分比,15,'),
      ),
    ).toBe(true)
    expect(
      found.some((line) => line.includes('小树林,') && line.includes(',东村,40,0.67,60,')),
    ).toBe(true)
    const filtered = await desk.page(`/desk/c/${kindsRound.id}/results/adult/Q1?n=west`)
    expect(filtered).toContain('人太少，不算百分比')
    expect(filtered).toContain('问到 15 位居民，选「小树林」的最多，10 位；其次是「长椅」5 位。')
    // Stickers by who gave any, days by month: on either side.
    const givers = await lines(desk, `${kindsRound.id}/compare.csv?edition=adult&q=Q3&by=Q4`)
    expect(givers.some((line) => line.includes('长椅,') && line.includes(',2026年3月,13,'))).toBe(
      true,
    )
    await desk.close()
  })
})
