import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../../db/audit.ts'
import { openConsultation } from '../../../db/consultations.ts'
import { garden } from '../../../surveys/definitions/garden/consultation.ts'
import { huicheng } from '../../../surveys/definitions/huicheng/consultation.ts'
import type { Consultation } from '../../../surveys/engine/definition.ts'
import { walkTo } from '../../walk-to.ts'
import { unmarkedChinese } from '../../web/unmarked-chinese.ts'
import type { DeskSite } from '../desk/desk-site.ts'
import { fillInParticulars } from '../fill-in-particulars.ts'
import { openTwo } from '../releases/published-site.ts'
import { post, withFields } from './resident-page.ts'

/** As a committee writes it that has nobody who knows English. */
const inChinese = (consultation: Consultation): Consultation =>
  JSON.parse(JSON.stringify(consultation, (name, value) => (name === 'en' ? undefined : value)))

const particulars = {
  ...{
    organiser: '徐汇区田林街道汇成居委会',
    address: '田林街道64号（一楼）',
    phone: '021-6400 1234 转 8',
  },
  ...{ contact: '王老师', complaints: '021-6400 1235', storage: '上海', childOfficer: '李老师' },
  resultsBy: '2026年5月1日',
}

let desk: DeskSite
const ask = async (path: string, init?: RequestInit) => {
  const answer = await desk.app.request(desk.origin + path, init)
  return { page: await answer.text(), to: answer.headers.get('Location') ?? '' }
}
const english = async (path: string) =>
  (await ask(`${path}${path.includes('?') ? '&' : '?'}lang=en`)).page

describe.each([
  ['translated, with names that staff typed', (one: Consultation) => one],
  ['not translated', inChinese],
])('an English page of a consultation that is %s marks its Chinese as Chinese:', (_, as) => {
  beforeAll(async () => {
    desk = await openTwo(as(huicheng))
    await openConsultation(desk.store, as(garden), system(desk.now()))
    for (const id of ['huicheng', 'garden']) {
      await fillInParticulars(desk.store, id, particulars, desk.now())
    }
  })
  afterAll(() => desk.close())

  test.each([
    ...[
      '/',
      '/m/HC2A',
      '/m/HC2A?edition=child',
      '/r',
      '/outbox',
      '/accessibility',
      '/contact/huicheng',
    ],
    ...['/c/huicheng/adult', '/c/garden/adult', '/c/garden/adult?mode=elder', '/c/garden/child'],
    ...['/c/garden/child?step=child', '/c/garden/child?step=questions&grant=G0'],
    ...['/c/huicheng/results', '/c/huicheng/child'],
  ])('%s', async (path) => {
    const page = await english(await walkTo(async (step) => (await ask(step)).page, path))
    expect(page).toContain('<html lang="en"')
    expect(unmarkedChinese(page)).toEqual([])
  })

  test('a form that comes back, a receipt, what was sent, a correction, a reply', async () => {
    const path = '/c/garden/adult?m=HC2A&lang=en'
    const { page } = await ask(path)
    const given = { agree: 'yes', P1: 'bench', 'P2.seats': '1', 'P3.lamps': '2', 'P4.1': 'C4' }
    const fields = { ...given, P5: '2027-04-10', P6: 'yes', P8: '添一张长椅' }
    const back = await ask(path, post(withFields(page, { ...fields, 'P3.lamps': '九' })))
    expect(back.page).toContain('id="summary"')
    expect(unmarkedChinese(back.page)).toEqual([])
    const { to } = await ask(path, post(withFields(page, fields)))
    expect(to).toContain('/r/')
    const receipt = to.replace(/\?.*/, '')
    const listed = '/desk/c/garden/suggestions'
    const card = `${listed}/${/id="s(\d+)"/.exec(await desk.page(listed))?.[1]}`
    await desk.post(`${card}/card`, { subject: '长椅', category: '公共空间' })
    await desk.post(`${card}/assignment`, { unit: '物业', dueOn: '2026-03-23', handling: '' })
    const reply = { outcome: 'adopted', adoptedAs: 'livelihood', reply: '六月就放。' }
    expect((await desk.post(`${card}/reply`, reply)).status).toBe(303)
    const pages = [`${receipt}?new=1`, receipt, `${receipt}/correction`, `${receipt}/deletion`]
    for (const one of pages) expect(unmarkedChinese(await english(one)), one).toEqual([])
    expect(await english(receipt)).toContain('Handed to <span lang="zh-CN">物业</span> on')
  })
})

test.each(['zh', 'zh-CN', 'zh-cn', 'zh-Hant', 'en', 'en-GB', 'EN'])(
  'a language may be asked for by its short or its long name: ?lang=%s',
  async (lang) => {
    desk = await openTwo()
    const headers = { 'Accept-Language': lang.toLowerCase().startsWith('zh') ? 'en' : 'zh-CN' }
    const { page } = await ask(`/?lang=${lang}`, { headers })
    expect(page).toContain(`<html lang="${lang.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'}"`)
    // Asked for by hand, it is carried on.
    expect(page).toContain(`href="/r?lang=${lang.slice(0, 2).toLowerCase()}"`)
    await desk.close()
  },
)
