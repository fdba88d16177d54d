import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { retireMailbox } from '../../../db/mailboxes.ts'
import { walkTo } from '../../walk-to.ts'
import { fieldOf, fieldsOf, post, withFields } from './resident-page.ts'
import { day, opened, openResidentSite } from './resident-site.ts'

let site: Awaited<ReturnType<typeof openResidentSite>>
beforeAll(async () => {
  site = await openResidentSite()
})
afterAll(() => site.end())

const adult = '/c/huicheng/adult?m=HC2A'
const child = '/c/huicheng/child'
const reached = (path: string) => walkTo(async (step) => (await site.ask(step)).page, path)

describe('from a mailbox to a receipt, without script', () => {
  test('the code on a mailbox opens its cover in capitals or not, with who asks, until when and two doors', async () => {
    for (const path of ['/m/HC2A', '/m/hc2a', '/M/HC2A']) {
      const { status, page } = await site.ask(path)
      expect(status).toBe(200)
      expect(page).toContain('汇成二村')
      expect(page).toContain('4月1日')
      expect(page).toContain('【待填写：组织单位】')
      expect(page).toContain('href="/c/huicheng/adult?m=HC2A"')
      expect(page).toContain('href="/c/huicheng/child?m=HC2A"')
    }
  })

  test('the children’s door can be printed as an address of its own', async () => {
    const { status, to } = await site.ask('/m/hc3a?edition=child')
    expect(status).toBe(302)
    expect(to).toBe('/c/huicheng/child?m=HC3A')
  })

  test('a filled form is stored and leads to a stamped receipt', async () => {
    const { page } = await site.ask(adult)
    const fields = withFields(page, {
      agree: 'yes',
      Q1: 'hc2',
      Q6: ['seats', 'lifts'],
      Q7: 'lifts',
    })
    const sent = await site.ask('/c/huicheng/adult', post(fields))
    expect(sent.status).toBe(303)
    expect(sent.to).toMatch(/^\/r\/(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}\?new=1$/)
    const receipt = await site.ask(sent.to)
    expect(receipt.page).toContain('2026.03.03')
    expect(receipt.page).toContain('汇成二村')
    expect(receipt.page).toContain('同一部手机可为家人再填一份')
  })

  test('the same form sent twice counts once and gives the same receipt', async () => {
    const { page } = await site.ask(adult)
    const fields = withFields(page, { agree: 'yes', Q1: 'hc1' })
    const first = await site.ask('/c/huicheng/adult', post(fields))
    const again = await site.ask('/c/huicheng/adult', post(fields))
    expect(again).toMatchObject({ status: 303, to: first.to })
  })

  test('a form changed after it was sent is not mixed up with the first', async () => {
    const { page } = await site.ask(adult)
    const first = withFields(page, { agree: 'yes', Q1: 'hc1' })
    await site.ask('/c/huicheng/adult', post(first))
    const second = withFields(page, { agree: 'yes', Q1: 'hc2' })
    const answer = await site.ask('/c/huicheng/adult', post(second))
    expect(answer.status).toBe(409)
    expect(answer.page).toContain('先前已经收到过')
    expect(answer.page).toContain('再填一份')
  })

  test.each([adult, `${child}?step=questions`])(
    'a letter without a single answer is welcome when it is sent twice: every question may be left out (%s)',
    async (address) => {
      const path = await reached(address)
      const { page } = await site.ask(path)
      const nothing = withFields(page, address === adult ? { agree: 'yes' } : {})
      const asked = await site.ask(path, post(nothing))
      expect(asked.status).toBe(422)
      expect(asked.page).toContain('还一题都没有答')
      expect(fieldOf(asked.page, 'id')).toBe(fieldOf(page, 'id'))
      const sent = await site.ask(path, post(withFields(asked.page, {})))
      expect(sent.status).toBe(303)
    },
  )
})

describe('consent', () => {
  test('is never ticked for anyone', async () => {
    const { page } = await site.ask(adult)
    expect(page).toContain('name="agree"')
    expect(fieldOf(page, 'agree')).toBeUndefined()
  })

  test('without it nothing is stored, everything is kept and the page says where to tick', async () => {
    const { page } = await site.ask(adult)
    const fields = withFields(page, { Q1: 'hc4', Q18b: '多种桂花 <b>' })
    const again = await site.ask('/c/huicheng/adult', post(fields))
    expect(again.status).toBe(422)
    expect(again.page).toContain('href="#agree"')
    expect(fieldOf(again.page, 'Q1')).toBe('hc4')
    expect(fieldOf(again.page, 'Q18b')).toBe('多种桂花 <b>')
    expect(fieldOf(again.page, 'id')).toBe(fieldOf(page, 'id'))
    expect(fieldOf(again.page, 'm')).toBe('HC2A')
  })

  test('what else is wrong is said together with the missing tick', async () => {
    const { page } = await site.ask(adult)
    const fields = withFields(page, { Q1: 'hc4', Q6: ['seats', 'parking', 'safety', 'care'] })
    const again = await site.ask('/c/huicheng/adult', post(fields))
    expect(again.page).toContain('有 2 处要看一看')
    expect(again.page).toContain('href="#agree"')
    expect(again.page).toContain('href="#Q6"')
  })

  test('a guardian is asked first, then the child, and both may decline', async () => {
    const guardian = await site.ask(child)
    expect(guardian.page.replaceAll('<wbr/>', '')).toContain('同意，请孩子填写')
    expect(guardian.page).toContain('href="/c/huicheng/child?step=declined"')
    expect(guardian.page).not.toContain('name="K1"')
    const asked = await site.ask(await reached(`${child}?step=child`))
    expect(asked.page).toContain('愿意')
    expect(asked.page).toContain('不想填')
    const declined = await site.ask(`${child}?step=declined`)
    expect(declined.page).toContain('不会有任何影响')
    const questions = await site.ask(await reached(`${child}?step=questions`))
    expect(questions.page).toContain('name="K1"')
  })

  test('a child’s answers are stored with the pairs it chose', async () => {
    const questions = await reached(`${child}?step=questions&m=HC1A`)
    const { page } = await site.ask(questions)
    const fields = withFields(page, { K1: 'age8', 'K6.a': 'reading', K7: 'reading', K8: undefined })
    const sent = await site.ask(questions, post(fields))
    expect(sent.status).toBe(303)
    const seen = await site.ask(sent.to.replace('?new=1', ''))
    expect(seen.page).toContain('看书角')
  })
})

describe('answers that break a rule', () => {
  test('are named at the top and at the question, and nothing is lost', async () => {
    const { page } = await site.ask(adult)
    const four = ['seats', 'lifts', 'green', 'clean']
    const fields = withFields(page, { agree: 'yes', Q6: four, 'Q6~other': '', Q18a: '路灯坏了' })
    const again = await site.ask('/c/huicheng/adult', post(fields))
    expect(again.status).toBe(422)
    expect(again.page).toContain('<a href="#Q6">')
    expect(again.page.match(/最多选 3 项，请去掉几项/g)?.length).toBe(2)
    const kept = fieldsOf(again.page)
    expect(
      kept
        .filter(([name]) => name === 'Q6')
        .map(([, value]) => value)
        .sort(),
    ).toEqual([...four].sort())
    expect(fieldOf(again.page, 'Q18a')).toBe('路灯坏了')
    expect(fieldOf(again.page, 'agree')).toBe('yes')
    const mended = withFields(again.page, { Q6: ['seats'] })
    expect((await site.ask('/c/huicheng/adult', post(mended))).status).toBe(303)
  })

  test('a form that is no form of ours is refused with a way on', async () => {
    const broken = [
      new URLSearchParams(),
      new URLSearchParams({ id: 'no-uuid', v: '1' }),
      new URLSearchParams({ id: crypto.randomUUID(), v: '99' }),
      new URLSearchParams({ id: crypto.randomUUID(), v: '1', m: '../..', channel: 'qr' }),
      new URLSearchParams({ id: crypto.randomUUID(), v: '1', channel: 'television' }),
    ]
    for (const fields of broken) {
      const { status, page } = await site.ask('/c/huicheng/adult', post(fields))
      expect([400, 404]).toContain(status)
      expect(page).toContain('href="/"')
    }
  })
})

describe('the order of shuffled options', () => {
  test('belongs to the response: the page that comes back shows the same one', async () => {
    const order = (page: string) =>
      [...page.matchAll(/name="Q6" value="(\w+)"/g)].map(([, option]) => option).join()
    const { page } = await site.ask(adult)
    const again = await site.ask('/c/huicheng/adult', post(withFields(page, {})))
    expect(order(again.page)).toBe(order(page))
    const orders = new Set<string>()
    for (let i = 0; i < 8; i++) orders.add(order((await site.ask(adult)).page))
    expect(orders.size).toBeGreaterThan(1)
  })
})

describe('addresses that lead nowhere', () => {
  test.each([
    ['/m/XXXX', 404, '没有找到这只邮筒'],
    ['/c/nowhere/adult', 404, '没有这次征询'],
    ['/c/huicheng/pets', 404, '没有找到这个页面'],
    ['/c/nowhere/results', 404, '没有这次征询'],
  ])('%s says so calmly and shows the way back', async (path, status, words) => {
    const answer = await site.ask(path)
    expect(answer.status).toBe(status)
    expect(answer.page).toContain(words)
    expect(answer.page).toContain('href="/"')
  })
})

describe('in English', () => {
  test('a browser that asks for English gets it, and links keep a language chosen by hand', async () => {
    const english = { headers: { 'Accept-Language': 'en-GB,en;q=0.9,zh;q=0.5' } }
    const asked = await site.ask('/m/HC2A', english)
    expect(asked.page).toContain('<html lang="en">')
    expect(asked.page).toContain('1 April')
    const chosen = await site.ask('/m/HC2A?lang=en')
    expect(chosen.page).toContain('href="/c/huicheng/adult?m=HC2A&amp;lang=en"')
    expect(chosen.page).toContain('href="/m/HC2A?lang=zh"')
    const back = await site.ask('/m/HC2A?lang=zh', english)
    expect(back.page).toContain('<html lang="zh-CN">')
  })

  test('the whole way to the receipt stays English', async () => {
    const { page } = await site.ask(`${adult}&lang=en`)
    expect(page).toContain('Choose up to 3')
    const sent = await site.ask(
      '/c/huicheng/adult?lang=en',
      post(withFields(page, { agree: 'yes', Q1: 'hc1' })),
    )
    expect(sent.to).toMatch(/\?new=1&lang=en$/)
    expect((await site.ask(sent.to)).page).toContain('This is your receipt code')
  })
})

describe('after closing', () => {
  test('mailbox, questionnaire and forest lead to the results instead of a dead end', async () => {
    const { page } = await site.ask(adult)
    site.clock.now = opened + 40 * day
    try {
      const cover = await site.ask('/m/HC2A')
      expect(cover.status).toBe(200)
      expect(cover.page).toContain('href="/c/huicheng/results"')
      const form = await site.ask(adult)
      expect(form.status).toBe(410)
      expect(form.page).toContain('href="/c/huicheng/results"')
      // Nothing is promised that is not there yet.
      expect(form.page).toContain('何时公布结果')
      expect(form.page).not.toContain('看结果')
      const results = await site.ask('/c/huicheng/results')
      expect(results.page).toContain('意见征集结果，不等于表决')
      expect((await site.ask('/')).page).toContain('现在没有正在进行的征询')
      const late = await site.ask(
        '/c/huicheng/adult',
        post(withFields(page, { agree: 'yes', Q1: 'hc1' })),
      )
      expect(late.status).toBe(303)
      const receipt = await site.ask(late.to)
      expect(receipt.page).toContain('结束后收到')
      expect(receipt.page).not.toContain('再填一份')
      // Whoever had begun on their phone finds the way back to what they left.
      const [, again = ''] = /href="([^"]*finish=1[^"]*)"/.exec(form.page) ?? []
      const begun = await site.ask(again.replaceAll('&amp;', '&'))
      expect(begun.status).toBe(200)
      expect(begun.page).toContain('name="Q1"')
      expect(begun.page).toMatch(/征询已经结束；\d+月\d+日前还收没填完的，会注明迟到/)
      expect(page).not.toContain('前还收没填完的')
      site.clock.now = opened + 60 * day
      expect((await site.ask(adult)).page).not.toContain('finish=1')
      expect((await site.ask(again.replaceAll('&amp;', '&'))).status).toBe(410)
      const { page: other } = {
        page: page.replaceAll(fieldOf(page, 'id') ?? '', crypto.randomUUID()),
      }
      const gone = await site.ask(
        '/c/huicheng/adult',
        post(withFields(other, { agree: 'yes', Q1: 'hc1' })),
      )
      expect(gone.status).toBe(410)
      expect(gone.page).toContain('已经结束')
    } finally {
      site.clock.now = opened + day
    }
  })
})

describe('the forest', () => {
  test('an address of the consultation that was cut short leads back to it', async () => {
    expect(await site.ask('/c/huicheng')).toMatchObject({ status: 302, to: '/' })
  })

  test('shows what is open, until when, and every mailbox as a picture and as a line to read', async () => {
    const { status, page } = await site.ask('/')
    expect(status).toBe(200)
    expect(page.replaceAll('<wbr/>', '')).toContain('汇成片区居民心愿征集')
    expect(page).toContain('4月1日截止')
    for (const code of ['HC1A', 'HC2A', 'HC3A', 'HC4A', 'HC5A']) {
      expect(page.split(`href="/m/${code}?via=link"`).length).toBe(4)
    }
    expect(page).toContain('href="/r"')
    expect(page).not.toContain('【')
  })

  test('coming from the forest is not counted as scanning a mailbox', async () => {
    const { page } = await site.ask('/m/HC2A?via=link')
    expect(page).toContain('href="/c/huicheng/adult?m=HC2A&amp;via=link"')
    const form = await site.ask('/c/huicheng/adult?m=HC2A&via=link')
    expect(fieldOf(form.page, 'channel')).toBe('link')
    expect(fieldOf((await site.ask(adult)).page, 'channel')).toBe('qr')
    expect(fieldOf((await site.ask(`${adult}&via=paper`)).page, 'channel')).toBe('qr')
  })

  test('a mailbox that was taken down still leads to the questions, without its name on the answer', async () => {
    await retireMailbox(site.store, 'HC5A', { at: opened, actor: 'test' })
    const { status, page } = await site.ask('/m/HC5A')
    expect(status).toBe(200)
    expect(page).toContain('这只邮筒已经撤下')
    expect(page).toContain('href="/c/huicheng/adult"')
    expect((await site.ask('/')).page).not.toContain('HC5A')
  })
})
