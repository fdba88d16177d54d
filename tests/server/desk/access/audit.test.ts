import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deedName } from '../../../../web/desk/members/deeds.ts'
import { asSecond, openTwo } from '../../releases/published-site.ts'
import type { DeskSite } from '../desk-site.ts'

let desk: DeskSite
beforeAll(async () => {
  desk = await openTwo()
})
afterAll(() => desk.close())

const plain = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the trail of what was done', () => {
  test('says who did what and when, the newest first, to those who may manage members', async () => {
    await desk.post('/desk/mailboxes/EAST1/name', { name: '东门邮筒', place: '东门口' })
    const page = plain(await desk.page('/desk/audit'))
    expect(page).toMatch(/2026年3月2日 10:00 王小明 改邮筒名称 EAST1 .*王小明 登录 王小明/)
    expect(page).toContain('系统 打开征询 round')
    const looks = plain(await desk.page('/desk/audit?about=looks'))
    expect(looks).toContain('这一类还没有记录')
    const accounts = plain(await desk.page('/desk/audit?about=accounts'))
    expect(accounts).toContain('李主任 登录')
    expect(accounts).not.toContain('改邮筒名称')
    const staff = await desk.app.request(`${desk.origin}/desk/audit`, { headers: asSecond(desk) })
    expect(staff.status).toBe(403)
  })

  test('can be taken away as a file', async () => {
    const file = await desk.get('/desk/audit?format=csv')
    expect(file.headers.get('content-disposition')).toContain('audit.csv')
    expect(await file.text()).toContain('"改邮筒名称","EAST1"')
  })

  test('is checked on demand, and says from where it was changed', async () => {
    expect(plain(await desk.page('/desk/audit?verify'))).toMatch(/核对过 \d+ 条，每一条都对得上/)
    await desk.store.write([
      ...(await triggers()).map((name) => `DROP TRIGGER ${name}`),
      "UPDATE audit_entries SET action = 'sign out' WHERE seq = 2",
    ])
    expect(plain(await desk.page('/desk/audit?verify'))).toContain('第 2 条对不上')
  })

  test('has words for everything the desk writes down', () => {
    const files = execFileSync('git', ['ls-files', 'db', 'server'], { encoding: 'utf8' })
    const sources = files
      .split('\n')
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(path, 'utf8'))
    const written = sources.flatMap((source) =>
      [...source.matchAll(/action: '([a-z ]+)'|const action = (.*)/g)].flatMap(([, one, some]) =>
        one ? [one] : [...(some ?? '').matchAll(/'([a-z ]+)'/g)].map(([, word = '']) => word),
      ),
    )
    const deeds = new Set(written.filter((word) => word !== 'work'))
    expect(deeds.size).toBeGreaterThan(40)
    expect([...deeds].filter((deed) => deedName(deed) === deed)).toEqual([])
  })
})

async function triggers(): Promise<string[]> {
  const { rows } = await desk.store.read(
    "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit_entries'",
  )
  return rows.map(({ name }) => String(name))
}
