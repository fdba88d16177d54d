import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../../db/audit.ts'
import { openConsultation } from '../../../db/consultations.ts'
import { garden } from '../../../surveys/definitions/garden/consultation.ts'
import { fieldOf, post, withFields } from './resident-page.ts'
import { opened, openResidentSite } from './resident-site.ts'

let site: Awaited<ReturnType<typeof openResidentSite>>
beforeAll(async () => {
  site = await openResidentSite()
  await openConsultation(site.store, garden, system(opened))
})
afterAll(() => site.end())

async function sendGarden(answers: Record<string, string>, query = '') {
  const { page } = await site.ask(`/c/garden/adult${query}`)
  const sent = await site.ask(
    `/c/garden/adult${query}`,
    post(withFields(page, { agree: 'yes', ...answers })),
  )
  const title = /<title>(.*?)<\/title>/.exec(sent.page)?.[1] ?? ''
  return { asked: page, ...sent, title }
}

describe('without the script', () => {
  test.each([201, 5000, 20_000])(
    'of %i characters nothing is lost, and it is said how many fit',
    async (length) => {
      const long = '想'.repeat(length)
      const { asked, status, page, title } = await sendGarden({ P8: long })
      expect(status).toBe(422)
      expect(title).toMatch(/^有 1 处要看一看 · /)
      expect(page).toContain('写得有点长，最多 200 字')
      expect(page).toContain(`>${long}</textarea>`)
      expect(fieldOf(page, 'id')).toBe(fieldOf(asked, 'id'))
    },
  )

  test('a character that cannot be kept is refused as such', async () => {
    const { status, page } = await sendGarden({ P8: '好\0的' })
    expect(status).toBe(400)
    expect(page).toContain('文字里有不能保存的字符')
  })

  test.each(['两', '-3', '1.5'])(
    'of %s stickers it is said which row they stand in',
    async (given) => {
      const { status, page } = await sendGarden({ 'P3.plants': '8', 'P3.lamps': given })
      expect(status).toBe(422)
      expect(page).toContain('href="#P3.lamps"')
      expect(page).toContain('「装灯」：')
      expect(page).toMatch(/id="P3.lamps"[^>]*aria-invalid="true"/)
      expect(page).not.toMatch(/id="P3.plants"[^>]*aria-invalid/)
    },
  )

  test('a date is asked for, and asked for again, with its limits and an example within them', async () => {
    const [range, example] = ['2027-3-1到2027-5-31之间', '例如 2027-4-15']
    for (const [given, wrong] of [
      ['四月十日', '这不像一个日期'],
      ['2027-2-28', '这个日期太早了'],
      ['2027年6月1日', '这个日期太晚了'],
    ] as const) {
      const { asked, status, page } = await sendGarden({ P5: given })
      expect(asked).toContain('<p class="h">2027年3月1日到2027年5月31日之间</p>')
      expect(asked).toContain(`<p class="h ns">${example}</p>`)
      expect(status).toBe(422)
      expect(page).toContain(`<p class="bad">${wrong}。${range}。${example}</p>`)
    }
    const { status, page } = await sendGarden({ P5: '2027-6-1' }, '?lang=en')
    expect(status).toBe(422)
    expect(page).toContain('too late. From 2027-3-1 to 2027-5-31. For example, 2027-4-15<')
  })
})
