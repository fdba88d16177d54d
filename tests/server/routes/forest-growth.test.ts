import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { growthOf, growths } from '../../../web/drawings/growth.ts'
import { fieldOf, post, withFields } from './resident-page.ts'
import { openResidentSite } from './resident-site.ts'

type Site = Awaited<ReturnType<typeof openResidentSite>>
let site: Site
beforeEach(async () => {
  site = await openResidentSite()
})
afterEach(() => site.end())

const hour = 3_600_000

/** So many neighbours post at the mailbox of the second village. */
async function neighboursPost(many: number) {
  const { page } = await site.ask('/c/huicheng/adult?m=HC2A')
  for (let i = 0; i < many; i++) {
    const id = `c5390584-ba4a-49f3-9aa7-${String(++posted).padStart(12, '0')}`
    const answers = { id, agree: 'yes', Q1: 'hc2' }
    const { status } = await site.ask('/c/huicheng/adult', post(withFields(page, answers)))
    expect(status).toBe(303)
  }
  expect(fieldOf(page, 'm')).toBe('HC2A')
}
let posted = 0

const forest = async () => (await site.ask('/')).page
const shapes = (page: string) => page.match(/href="#\w+"/g)

describe('the forest grows', () => {
  test('in wide steps: nobody can tell nine answers from none', () => {
    const below = Array.from({ length: 10 }, (_, answers) => growthOf(answers))
    expect(new Set(below)).toEqual(new Set(['sown']))
    const all = Array.from({ length: 400 }, (_, answers) => growthOf(answers))
    expect([...new Set(all)]).toEqual([...growths])
    for (const growth of growths.slice(0, -1)) {
      expect(all.filter((one) => one === growth).length).toBeGreaterThanOrEqual(10)
    }
  })

  test('and shows the very same page whether nine neighbours have posted or none', async () => {
    const before = await forest()
    await neighboursPost(9)
    site.clock.now += 2 * hour
    expect(await forest()).toBe(before)
  })

  test('once an hour at most, so that a letter is not seen arriving', async () => {
    site.clock.now = Math.ceil(site.clock.now / hour) * hour
    await neighboursPost(9)
    const before = await forest()
    await neighboursPost(1)
    site.clock.now += hour - 1
    expect(await forest()).toBe(before)
    site.clock.now += 1
    const after = await forest()
    expect(after).toContain('长高了')
    expect(shapes(after)).not.toEqual(shapes(before))
  })

  test('and says so on the mailbox’s own page, in words and without a number', async () => {
    await neighboursPost(12)
    site.clock.now += hour
    const { page } = await site.ask('/m/HC2A')
    expect(page).toContain('这只邮筒：长高了')
    expect(page.replace(/<style>.*?<\/style>|<svg.*?<\/svg>|="[^"]*"/gs, '')).not.toMatch(
      /\b1[012]\b/,
    )
    expect((await site.ask('/m/HC3A')).page).toContain('这只邮筒：刚种下')
  })
})
