import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findConsultation } from '../../../../db/consultations.ts'
import { answer, type DeskSite, openSignedIn } from '../desk-site.ts'

let desk: DeskSite
let versionId: number
beforeAll(async () => {
  desk = await openSignedIn()
  const consultation = await findConsultation(desk.store, 'round')
  versionId = consultation?.editions[0]?.versionId ?? 0
  // In the east two of three ask for lamps, in the west one of three.
  for (let i = 0; i < 120; i++) {
    const lives = i % 2 === 0 ? 'east' : 'west'
    const wants = (i % 3 === 0) === (lives === 'west') ? 'lamps' : 'seats'
    await answer(desk.store, versionId, { answers: { Q1: lives, Q3: [wants] } })
  }
})
afterAll(() => desk.close())

const path = '/desk/c/round/compare?edition=adult'

describe('two questions side by side', () => {
  test('say who asks for what more often than others, and how sure that is', async () => {
    const page = await desk.page(`${path}&q=Q3&by=Q1`)
    expect(page).toContain('「东村」的 60 位里，40 位（67%）选了「路灯亮一点」，明显高于其他人。')
    expect(page).toContain('54–77%')
    expect(page).toContain('意见征集结果，不等于表决')
  })

  test('do not tell what three people chose', async () => {
    for (let i = 0; i < 3; i++)
      await answer(desk.store, versionId, { answers: { Q1: 'away', Q3: ['seats'] } })
    const file = await (await desk.get(`/desk/c/round/compare.csv?edition=adult&q=Q3&by=Q1`)).text()
    const lines = file.split('\r\n').filter((line) => line.includes('"不住这里"'))
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) expect(line).not.toMatch(/"不住这里",[1-9]/)
  })

  test('may be where people posted their answers, and what is not there is asked for', async () => {
    expect(await desk.page(`${path}&q=Q3&by=@channel-of`)).toContain('渠道')
    expect(await desk.page(path)).toContain('选好一题和分法')
    expect(await desk.page(`${path}&q=Q3&by=Q3`)).toContain('这是同一题')
    expect(await desk.page(`${path}&q=Q3&by=nothing`)).toContain('选好一题和分法')
  })

  test('may be groups put together at the desk, which then stand among the results', async () => {
    const groups = '/desk/c/round/groups?edition=adult'
    const lone = await desk.post(groups, { q: 'Q1', name: '住不住', 'g-east': '住' })
    expect([lone.status, (await lone.text()).includes('至少要分成两组')]).toEqual([422, true])
    const typed = {
      q: 'Q1',
      name: '住不住',
      'g-east': '住这里',
      'g-west': '住这里',
      'g-away': '别处',
    }
    expect((await desk.post(groups, typed)).status).toBe(303)
    const page = await desk.page('/desk/c/round/groups?edition=adult')
    expect(page).toContain('住这里：东村、西村')
    const id = /groups\/([0-9a-f]{8})\/removal/.exec(page)?.[1] ?? ''
    const compared = await desk.page(`${path}&q=Q3&by=group_${id}`)
    expect(compared).toContain('住这里')
    expect(compared).toContain('和分组前的表一减')
    expect(await desk.page('/desk/c/round/results/adult')).toContain('住不住')
    await desk.post(`/desk/c/round/groups/${id}/removal?edition=adult`, {})
    expect(await desk.page(`${path}&q=Q3&by=group_${id}`)).toContain('选好一题和分法')
  })

  test('put together do not tell, by subtraction, what three people chose', async () => {
    const typed = { q: 'Q1', name: '凑巧', 'g-west': '甲', 'g-away': '甲', 'g-east': '乙' }
    expect((await desk.post('/desk/c/round/groups?edition=adult', typed)).status).toBe(303)
    const page = await desk.page('/desk/c/round/groups?edition=adult')
    const id = /groups\/([0-9a-f]{8})\/removal/.exec(page)?.[1] ?? ''
    const file = await (await desk.get('/desk/c/round/results/adult.csv')).text()
    const lines = file.split('\r\n').filter((line) => /"?(甲|乙)"?,/.test(line))
    expect(lines.length).toBe(2)
    for (const line of lines) expect(line).not.toMatch(/(甲|乙)"?,"?\d/)
    const narrowed = await desk.page(`/desk/c/round/results/adult?is=group_${id}.g0`)
    expect(narrowed).toContain('这个筛选留下或去掉的人太少')
    await desk.post(`/desk/c/round/groups/${id}/removal?edition=adult`, {})
  })
})
