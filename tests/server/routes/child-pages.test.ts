import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { system } from '../../../db/audit.ts'
import { openConsultation } from '../../../db/consultations.ts'
import { garden } from '../../../surveys/definitions/garden/consultation.ts'
import { walkTo } from '../../walk-to.ts'
import { fieldOf, fieldsOf, post, withFields } from './resident-page.ts'
import { opened, openResidentSite } from './resident-site.ts'

let site: Awaited<ReturnType<typeof openResidentSite>>
beforeEach(async () => {
  site = await openResidentSite()
  await openConsultation(site.store, garden, system(opened))
})
afterEach(() => site.end())

const ask = async (path: string) => (await site.ask(path)).page
const reached = (path: string) => walkTo(ask, path)
const walk = async (path: string) => ask(await reached(path))

describe('a guardian', () => {
  test('is asked apart about the drawing, and nothing is ticked beforehand', async () => {
    const page = await ask('/c/garden/child?m=HC2A')
    expect(page).toContain('可以请孩子画一张画吗？')
    expect(page).toMatch(/<input type="checkbox" name="grant" value="G0"\s*\/>/)
    expect(fieldsOf(page)).toEqual([
      ['m', 'HC2A'],
      ['step', 'child'],
      ['yes', expect.stringMatching(/^\w+\.[\w-]{16}$/)],
    ])
  })

  test('who says yes to it is carried along, past the child’s own yes, into the questions', async () => {
    const assent = await walk('/c/garden/child?m=HC2A&step=child&grant=G0')
    const [, next = ''] = /href="([^"]*step=questions[^"]*)"/.exec(assent) ?? []
    const questions = await ask(next.replaceAll('&amp;', '&'))
    expect(fieldOf(questions, 'G0')).toBe('yes')
    expect(fieldOf(questions, 'm')).toBe('HC2A')
  })

  test('who leaves it open has a child that is never asked to draw', async () => {
    const questions = await walk('/c/garden/child?m=HC2A&step=questions')
    expect(fieldOf(questions, 'G0')).toBeUndefined()
    expect(questions).toContain('id="G3"')
    expect(questions).not.toContain('id="G4"')
    expect(await walk('/c/garden/child?step=questions&grant=G0')).toContain('id="G4"')
  })

  test('grants nothing that is not a guardian’s to grant', async () => {
    const questions = await walk('/c/garden/child?step=questions&grant=G1&grant=G0.G2')
    expect(fieldOf(questions, 'G0')).toBe('yes')
    expect(fieldOf(questions, 'G1')).toBeUndefined()
  })

  test('where nothing needs a yes of its own, agreeing and declining are two equal links', async () => {
    const page = await ask('/c/huicheng/child?m=HC2A')
    expect(page).not.toContain('name="grant"')
    const [, links = ''] = /<p class="equal">(.*?)<\/p>/.exec(page) ?? []
    expect(links.match(/<a href="[^"]*step=(child|declined)[^"]*">/g)).toHaveLength(2)
    expect(links.replace(/<[^>]*>/g, '')).toBe('同意，请孩子填写不同意')
  })
})

describe('pinyin', () => {
  const questions = '/c/huicheng/child?m=HC2A&step=questions'

  test('is offered on the child’s pages, and the switch leads to the same page with it', async () => {
    for (const path of ['/c/huicheng/child?m=HC2A&step=child', questions]) {
      const page = await walk(path)
      expect(page).not.toContain('<ruby>')
      const [, other = ''] = /<a id="pinyin" href="([^"]*)"/.exec(page) ?? []
      const spelt = await ask(other.replaceAll('&amp;', '&'))
      expect(spelt).toContain('<ruby>')
      expect(spelt).toContain('m=HC2A')
    }
  })

  test.each(['huicheng', 'garden'])(
    'in %s stands over every question, option, hint and button, and is silent',
    async (id) => {
      const page = await walk(`/c/${id}/child?step=questions&grant=G0&pinyin=1`)
      const main = page.slice(page.indexOf('<h1'), page.indexOf('</main>'))
      const bare = main.replace(/<(script|data|select).*?<\/\1>/gs, '').replace(/<[^>]*>/g, '')
      expect(bare).not.toMatch(/\p{Script=Han}/u)
      expect(page).toMatch(/<data value="[^"]*你[^"]*？">/)
      expect(page.match(/<rt(?! aria-hidden="true")/g)).toBeNull()
    },
  )

  test('changes no word and no field of the page', async () => {
    const plain = await walk(questions)
    const spelt = await walk(`${questions}&pinyin=1`)
    const wordsOf = (page: string) =>
      page
        .slice(page.indexOf('<form'), page.indexOf('</form>'))
        .replace(/<r[pt][ >].*?<\/r[pt]>/g, '')
        .replace(/<[^>]*>/g, '')
    const pairs = /看书角|手工桌|小花园|游戏角|画画墙|讲故事的地方/g
    expect(wordsOf(spelt).replace(pairs, '')).toBe(wordsOf(plain).replace(pairs, ''))
    const names = (page: string) => fieldsOf(page).map(([name]) => name)
    expect(names(spelt)).toEqual(expect.arrayContaining(names(plain)))
  })

  test('stays when the form comes back with a problem, and what was written is not touched', async () => {
    const path = await reached(`${questions}&pinyin=1`)
    const sent = withFields(await ask(path), { K3: ['yard', 'garden', 'home'], K9: '大狗' })
    const again = await site.ask(path, post(sent))
    expect(again.status).toBe(422)
    expect(again.page).toContain('<ruby>')
    expect(again.page).toMatch(/<textarea[^>]*>大狗<\/textarea>/)
  })

  test('is not offered to who reads English, nor to adults', async () => {
    expect(await walk(`${questions}&lang=en`)).not.toContain('id="pinyin"')
    expect(await ask('/c/huicheng/adult?pinyin=1')).not.toMatch(/id="pinyin"|<ruby>/)
  })
})

test('the owl’s words are the same for everyone, and none of them names an answer', async () => {
  const page = await walk('/c/huicheng/child?step=questions')
  const [, owl = ''] = /<p class="praise"[^>]*role="status">(.*?)<\/p>/.exec(page) ?? []
  expect(owl.match(/<span hidden[^>]*>/g)?.length).toBeGreaterThanOrEqual(4)
  expect(owl).not.toMatch(/对|棒|聪明|选得/)
})
