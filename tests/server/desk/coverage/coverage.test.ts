import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findConsultation } from '../../../../db/consultations.ts'
import { answer, type DeskSite, openSignedIn } from '../desk-site.ts'

let desk: DeskSite
beforeAll(async () => {
  desk = await openSignedIn()
  const consultation = await findConsultation(desk.store, 'round')
  const versionId = consultation?.editions[0]?.versionId ?? 0
  // Sixty from the east, of whom 45 ask for lamps; twenty from the west, of whom 5 do.
  for (let i = 0; i < 80; i++) {
    const lives = i < 60 ? 'east' : 'west'
    const wants = i < 45 || i >= 75 ? 'lamps' : 'seats'
    await answer(desk.store, versionId, { answers: { Q1: lives, Q3: [wants] } })
  }
})
afterAll(() => desk.close())

const path = '/desk/c/round/coverage'

describe('who has not been heard', () => {
  test('is not known before somebody says who lives there', async () => {
    const page = await desk.page(path)
    expect(page).toContain('所以没有加权')
    expect(page).toContain('自愿参与，不是随机抽样')
  })

  test('is said once households and the true composition stand beside the answers', async () => {
    await desk.post(`${path}/households?edition=adult`, { east: '400', west: '' })
    const shares = { margin: 'Q1', 'c-east': '50', 'c-west': '50', 'c-away': '0' }
    expect((await desk.post(`${path}/targets?edition=adult`, shares)).status).toBe(303)
    const page = await desk.page(`${path}?q=Q3`)
    expect(page).toContain('相当于')
    // As it came in 50 of 80 ask for lamps; with both villages of one weight, half of 75 % and of 25 %.
    expect(page).toMatch(/路灯亮一点<\/th><td class="num">50（63%）<\/td><td class="num">50%/)
  })

  test('is weighted of the same people on both sides, and says who is left out', async () => {
    const versionId = (await findConsultation(desk.store, 'round'))?.editions[0]?.versionId ?? 0
    // They do not say where they live, and are all for seats, so that counting them would show.
    const more = async (people: number) => {
      for (let i = 0; i < people; i++)
        await answer(desk.store, versionId, { answers: { Q3: ['seats'] } })
    }
    await more(3)
    const few = await desk.page(`${path}?q=Q3`)
    expect(few).toContain('少数几份缺这些题，没有参加')
    expect(few).not.toMatch(/80 份参加|<td class="num">80<|50（63%）/)
    await more(27)
    const page = await desk.page(`${path}?q=Q3`)
    expect(page).toMatch(/路灯亮一点<\/th><td class="num">50（63%）<\/td><td class="num">50%/)
    expect(page).toMatch(/参加加权的人）<\/th><td class="num">80<\/td><td class="num">80<\/td>/)
    expect(page).toContain('另有 30 人被问到这一题，但缺加权要用的回答，两栏都不算')
  })

  test('is not made up from shares that do not add up, and what was typed stays', async () => {
    const wrong = await desk.post(`${path}/targets?edition=adult`, {
      margin: 'Q1',
      'c-east': '50',
      'c-west': '40',
    })
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(page).toContain('加起来是 90%，应当是 100%')
    expect(page).toContain('value="40"')
    const words = await desk.post(`${path}/households?edition=adult`, { east: '很多' })
    expect([words.status, (await words.text()).includes('很多')]).toEqual([422, true])
  })

  test('is not weighted by nine people, nor when it would make few speak for many', async () => {
    const shares = { margin: 'Q1', 'c-east': '40', 'c-west': '40', 'c-away': '20' }
    await desk.post(`${path}/targets?edition=adult`, shares)
    expect(await desk.page(path)).toContain('「不住这里」不到 10 人')
    const far = { margin: 'Q1', 'c-east': '1', 'c-west': '99', 'c-away': '0' }
    await desk.post(`${path}/targets?edition=adult`, far)
    expect(await desk.page(path)).toContain('凑不出来，所以不加权')
    const removal = `${path}/targets/removal?edition=adult`
    expect(await desk.page(path)).toContain(`formaction="${removal}"`)
    await desk.post(removal, { margin: 'Q1' })
    expect(await desk.page(path)).toContain('还没有填应有的构成')
  })
})
