import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillInParticulars } from '../fill-in-particulars.ts'
import { post, withFields } from './resident-page.ts'
import { openResidentSite } from './resident-site.ts'

let site: Awaited<ReturnType<typeof openResidentSite>>
beforeAll(async () => {
  site = await openResidentSite()
})
afterAll(() => site.end())

describe('the large print', () => {
  test('is one tap away on every page, and so is the way back', async () => {
    for (const path of ['/', '/m/HC2A', '/c/huicheng/child?m=HC2A', '/r', '/outbox', '/nowhere']) {
      const sign = path.includes('?') ? '&amp;' : '?'
      expect((await site.ask(path)).page).toContain(
        `href="${path.replace('&', '&amp;')}${sign}mode=elder">长辈版</a>`,
      )
      const elder = `${path}${path.includes('?') ? '&' : '?'}mode=elder&size=24`
      const { page } = await site.ask(elder)
      expect(page).toContain('<html lang="zh-CN" class="elder s24">')
      expect(page).toContain(`href="${path}">普通版</a>`)
    }
  })

  test('stays from the cover to the receipt, in every link on the way', async () => {
    const kept = 'mode=elder&amp;size=30'
    for (const path of ['/m/HC2A', '/c/huicheng/adult?m=HC2A', '/c/huicheng/child?m=HC2A', '/r']) {
      const { page } = await site.ask(`${path}${path.includes('?') ? '&' : '?'}mode=elder&size=30`)
      const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
      const ways = [...main.matchAll(/(?:href|action)="(\/[^"]*)"/g)].map(([, way = '']) => way)
      expect(ways.length).toBeGreaterThan(0)
      expect(ways.filter((way) => !way.includes(kept))).toEqual([])
    }
    const address = '/c/huicheng/adult?m=HC2A&lang=en&mode=elder&size=30'
    const { page } = await site.ask(address)
    const sent = await site.ask(address, post(withFields(page, { agree: 'yes', Q1: 'hc2' })))
    expect(sent.status).toBe(303)
    expect(sent.to).toMatch(/^\/r\/[^?]+\?new=1&lang=en&mode=elder&size=30$/)
  })

  test('has three sizes; any other is the first', async () => {
    expect((await site.ask('/?mode=elder&size=99')).page).toContain('class="elder s20"')
  })

  test('is not sent to those who do not ask for it', async () => {
    expect((await site.ask('/')).page).not.toContain('.elder h1')
    expect((await site.ask('/?mode=elder')).page).toContain('.elder h1')
  })
})

describe('help', () => {
  const ask = async (path: string) => {
    const { page } = await site.ask(path)
    return page.slice(page.indexOf('<footer'))
  }

  test('is at the committee, as long as no phone has been filled in', async () => {
    expect(await ask('/')).toContain('请到居委会问')
  })

  test('is a phone at the foot of every page, even of one that is not there', async () => {
    const phone = ' 021-6400 1234 转 8 '
    await fillInParticulars(site.store, 'huicheng', { phone }, site.clock.now)
    const pages = [
      '/',
      '/m/HC2A',
      '/c/huicheng/adult',
      '/c/huicheng/results',
      '/r',
      '/accessibility',
    ]
    for (const path of [
      ...pages,
      '/outbox',
      '/nowhere',
      '/m/NOBOX',
      '/r/0000-0000-0000-0000-0000',
    ]) {
      const foot = await ask(path)
      expect(foot).toContain('<a href="tel:02164001234">021-6400 1234 转 8</a>')
      expect(foot).toContain('href="/accessibility"')
    }
  })
})

test('the accessibility statement names a phone only where there is one, and one way to ask in person', async () => {
  await fillInParticulars(site.store, 'huicheng', { phone: '' }, site.clock.now)
  const without = (await site.ask('/accessibility')).page
  expect(without).not.toContain('打电话')
  expect(without.match(/到居委会问/g)).toHaveLength(1)
  await fillInParticulars(site.store, 'huicheng', { phone: '021-6400 1234' }, site.clock.now)
  expect((await site.ask('/accessibility')).page).toContain('打电话 021-6400 1234，由工作人员读')
})

test('a link of nobody leads home once', async () => {
  for (const path of ['/a/xxxxxxxx', '/contact/nope']) {
    const { page } = await site.ask(path)
    expect(page.match(/回到森林/g)).toHaveLength(1)
  }
  expect((await site.ask('/a/xxxxxxxx')).page).toContain('没有这个链接，或者已经到期')
})

test('the accessibility statement says in both languages what does not work yet', async () => {
  expect((await site.ask('/accessibility')).page).toMatch(/还没做到的.*手语/s)
  expect((await site.ask('/accessibility?lang=en')).page).toMatch(
    /What does not work yet.*sign language/s,
  )
})
