import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { system } from '../../../db/audit.ts'
import { openConsultation } from '../../../db/consultations.ts'
import { garden } from '../../../surveys/definitions/garden/consultation.ts'
import { walkTo } from '../../walk-to.ts'
import { fieldOf, post, withFields } from './resident-page.ts'
import { opened, openResidentSite } from './resident-site.ts'

const hour = 3_600_000

let site: Awaited<ReturnType<typeof openResidentSite>>
beforeEach(async () => {
  site = await openResidentSite()
  await openConsultation(site.store, garden, system(opened))
})
afterEach(() => site.end())

const ask = async (path: string) => (await site.ask(path)).page
const reached = (path: string) => walkTo(ask, path)
const questions = '/c/huicheng/child?m=HC2A&step=questions'
/** Where an address leads that nobody agreed to. */
const isAsked = async (path: string) => {
  const { status, to } = await site.ask(path)
  return status === 302 ? to : status
}

describe('a child’s questions', () => {
  test.each(['questions', 'child'])(
    'are not opened by an address alone (step=%s): the guardian is asked, and mailbox, print, language and pinyin stay',
    async (step) => {
      const kept = 'pinyin=1&lang=zh&mode=elder&size=24'
      const to = await isAsked(`/c/huicheng/child?m=HC2A&via=link&step=${step}&${kept}`)
      expect(to).toBe(`/c/huicheng/child?m=HC2A&via=link&${kept}`)
      expect(await ask(String(to))).toContain('先请家长看')
    },
  )

  test('open when both have said yes, also once more, and in another print or language', async () => {
    const path = await reached(questions)
    for (const more of ['', '&lang=en', '&mode=elder&size=30', '&pinyin=1']) {
      expect(await ask(path + more)).toContain('name="K1"')
    }
  })

  test('are reached from every switch on the page', async () => {
    for (const step of ['child', 'questions']) {
      const page = await ask(await reached(`/c/huicheng/child?m=HC2A&step=${step}`))
      const ways = [...page.matchAll(/href="(\/c\/huicheng\/child[^"]*)"/g)]
        .map(([, href = '']) => href.replaceAll('&amp;', '&'))
        .filter((href) => /lang=|mode=|pinyin=/.test(href))
      expect(ways.length).toBeGreaterThanOrEqual(3)
      for (const way of ways) expect([way, await isAsked(way)]).toEqual([way, 200])
    }
  })

  test('are closed again by the next day, and to a guardian’s yes from another consultation', async () => {
    const path = await reached(questions)
    const elsewhere = path.replace('/huicheng/', '/garden/')
    expect(await isAsked(elsewhere)).toBe('/c/garden/child?m=HC2A')
    site.clock.now += 2.9 * hour
    expect(await isAsked(path)).toBe(200)
    site.clock.now += 0.2 * hour
    expect(await isAsked(path)).toBe('/c/huicheng/child?m=HC2A')
  })

  test('are not opened by the guardian’s yes alone: the child is asked too', async () => {
    const assent = await reached('/c/huicheng/child?m=HC2A&step=child')
    expect(await isAsked(assent.replace('step=child', 'step=questions'))).not.toBe(200)
  })

  test('are not opened by a yes that somebody made up, dated on or wrote down wrong', async () => {
    const path = await reached(questions)
    const yes = new URLSearchParams(path.split('?')[1]).get('yes') ?? ''
    const [minute = '', mac = ''] = yes.split('.')
    const later = (Number.parseInt(minute, 36) + 60).toString(36)
    const wrong = [`${later}.${mac}`, minute, `.${mac}`, `${minute}.${mac}A`, 'NaN.', '1', '.']
    for (const other of [...wrong, `${minute}.${'A'.repeat(16)}`, '%00', '__proto__.x']) {
      expect([other, await isAsked(path.replace(yes, other))]).not.toContain(200)
    }
  })

  test('hold no drawing that the guardian did not grant: the address cannot be written on', async () => {
    const path = await reached('/c/garden/child?m=HC2A&step=questions')
    expect(await isAsked(path)).toBe(200)
    expect(await isAsked(`${path}&grant=G0`)).toBe('/c/garden/child?m=HC2A')
  })

  test('a grant in the address of the guardian’s page is no grant', async () => {
    const page = await ask('/c/garden/child?grant=G0')
    expect(fieldOf(page, 'grant')).toBeUndefined()
    expect(page).toMatch(/<input type="checkbox" name="grant" value="G0"\s*\/>/)
  })
})

describe('a child’s form', () => {
  const filled = { K1: 'age8', K9: '滑梯旁边种一棵能爬的大树' }

  test('that stood open for a day comes back whole, and the guardian agrees on the same page', async () => {
    const path = await reached(questions)
    const sent = withFields(await ask(path), filled)
    site.clock.now += 24 * hour
    const again = await site.ask(path, post(sent))
    expect(again.status).toBe(422)
    expect(again.page).toContain('先请家长看')
    expect(again.page).toContain('href="#agree"')
    expect(fieldOf(again.page, 'agree')).toBeUndefined()
    expect(fieldOf(again.page, 'K1')).toBe('age8')
    expect(fieldOf(again.page, 'K9')).toBe(filled.K9)
    expect(fieldOf(again.page, 'id')).toBe(sent.get('id'))
    const without = await site.ask(actionOf(again.page), post(withFields(again.page, {})))
    expect(without.status).toBe(422)
    const agreed = withFields(again.page, { agree: 'yes' })
    const stored = await site.ask(actionOf(again.page), post(agreed))
    expect(stored.status).toBe(303)
    expect(await ask(stored.to.replace('?new=1', ''))).toContain(filled.K9)
  })

  test('that no guardian ever agreed to is not taken', async () => {
    const page = await ask(await reached(questions))
    const sent = await site.ask('/c/huicheng/child', post(withFields(page, filled)))
    expect(sent.status).toBe(422)
    expect(sent.page).toContain('先请家长看')
  })

  test('agreed to once more and sent back for something else asks no third time', async () => {
    const page = await ask(await reached(questions))
    const sent = withFields(page, { ...filled, agree: 'yes', K3: ['yard', 'garden', 'home'] })
    const again = await site.ask('/c/huicheng/child', post(sent))
    expect(again.status).toBe(422)
    expect(again.page).not.toContain('先请家长看')
    const mended = withFields(again.page, { K3: 'yard' })
    expect((await site.ask(actionOf(again.page), post(mended))).status).toBe(303)
  })

  test('sent back for a problem carries the yes on, in every way out of it', async () => {
    const path = await reached(questions)
    const sent = withFields(await ask(path), { ...filled, K3: ['yard', 'garden', 'home'] })
    const again = await site.ask(path, post(sent))
    expect(again.status).toBe(422)
    const [, english = ''] = /href="([^"]*lang=en[^"]*)"/.exec(again.page) ?? []
    expect(await isAsked(english.replaceAll('&amp;', '&'))).toBe(200)
  })

  test('has no drawing in it that nobody granted, and keeps one that is granted anew', async () => {
    const path = await reached('/c/garden/child?step=questions&grant=G0')
    const drawn = withFields(await ask(path), { G1: 'age8', G4: '10,10 20,20' })
    site.clock.now += 24 * hour
    const again = await site.ask(path, post(drawn))
    expect(again.status).toBe(422)
    // Only ticked by hand, and what was drawn is still there.
    expect(fieldOf(again.page, 'G0')).toBeUndefined()
    expect(fieldOf(again.page, 'G4')).toBe('10,10 20,20')
    const granted = withFields(again.page, { agree: 'yes', G0: 'yes' })
    const stored = await site.ask(actionOf(again.page), post(granted))
    expect(stored.status).toBe(303)
    expect(await ask(stored.to.replace('?new=1', ''))).toContain('画的画')
  })

  test('with a drawing slipped in comes back to the guardian', async () => {
    const path = await reached('/c/garden/child?step=questions')
    const slipped = withFields(await ask(path), { G1: 'age8', G0: 'yes', G4: '10,10 20,20' })
    const again = await site.ask(path, post(slipped))
    expect(again.status).toBe(422)
    expect(again.page).toContain('先请家长看')
  })
})

const actionOf = (page: string) =>
  (/<form method="post" action="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&')
