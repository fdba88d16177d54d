import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldOf, post, withFields } from './resident-page.ts'
import { openResidentSite } from './resident-site.ts'

let site: Awaited<ReturnType<typeof openResidentSite>>
beforeAll(async () => {
  site = await openResidentSite()
})
afterAll(() => site.end())

const leave = async (reach: string, lang = 'zh') => {
  const path = `/contact/huicheng?lang=${lang}`
  const { page } = await site.ask(path)
  const given = { name: '王阿姨', reach, purposes: 'plans', agree: 'yes' }
  return site.ask(path, post(withFields(page, given)))
}
const kept = async () => (await site.store.read('SELECT * FROM contacts')).rows.length

describe('a contact, without any script', () => {
  test.each(['没有', '无', ' 无。', '暂无', '不留了', '——', '-', 'None', 'N/A', 'no thanks!'])(
    'is not made of 「%s」: nothing is kept, and it says kindly that nobody has to leave one',
    async (reach) => {
      const { status, page } = await leave(reach)
      expect(status).toBe(422)
      expect(page).toContain('<a href="#reach">这样写还找不到您')
      expect(page).toContain('不想留就不用留：什么都不必写，离开这一页就好')
      expect(page).toMatch(
        /<input id="reach"[^>]* aria-invalid="true" aria-describedby="reach-h reach-e"/,
      )
      expect(page).toMatch(/<a href="\/\?lang=zh">不留了<\/a>/)
      expect(fieldOf(page, 'name')).toBe('王阿姨')
      expect(await kept()).toBe(0)
    },
  )

  test('says so in English, too', async () => {
    const { status, page } = await leave('none', 'en')
    expect(status).toBe(422)
    expect(page).toContain('Nobody has to leave a contact: write nothing and leave this page')
  })

  test('that is left blank is only asked for', async () => {
    const { page } = await leave('')
    expect(page).toContain('请写上怎么找到您')
    expect(page).not.toContain('这样写还找不到您')
  })

  test.each(['54650000', '没有微信，打 54650000', '微信号 none_of_us', 'nono@example.org'])(
    'is made of 「%s」',
    async (reach) => {
      const before = await kept()
      expect((await leave(reach)).status).toBe(303)
      expect(await kept()).toBe(before + 1)
    },
  )
})
