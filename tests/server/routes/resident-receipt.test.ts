import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readReceipt, receiptOf } from '../../../server/responses/receipts.ts'
import { fillInParticulars } from '../fill-in-particulars.ts'
import { fieldOf, post, withFields } from './resident-page.ts'
import { day, opened, openResidentSite } from './resident-site.ts'

let site: Awaited<ReturnType<typeof openResidentSite>>
beforeAll(async () => {
  site = await openResidentSite()
})
afterAll(() => site.end())

async function send(changes: Record<string, string | string[]>): Promise<string> {
  const { page } = await site.ask('/c/huicheng/adult?m=HC2A')
  const fields = withFields(page, { agree: 'yes', ...changes })
  const { to } = await site.ask('/c/huicheng/adult', post(fields))
  return to.replace('?new=1', '')
}

async function sendChild(): Promise<string> {
  const body = { consultation: 'huicheng', edition: 'child', version: 1, channel: 'qr' }
  const answers = { answers: { K4: 'safe' }, others: {} }
  const { page } = await site.ask(`/api/responses/${randomUUID()}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...body, ...answers }),
  })
  return `/r/${JSON.parse(page).receipt}`
}

test('a receipt promises what is done: totals of what was chosen, and words only with nobody in them', async () => {
  const receipt = await send({ Q1: 'hc2', Q18b: '装个长椅' })
  const { page } = await site.ask(`${receipt}?new=1`)
  expect(page).toContain('您选的，只公布合计；您写的话，遮住能认出人的地方以后，可能会贴出来。')
  expect(page).toContain('再填一份')
  const sheet = await site.ask('/c/huicheng/adult')
  expect(sheet.page).toContain('遮住能认出人的地方以后，可能会贴出来。')
})

describe('with the code on the receipt', () => {
  test('a resident reads what was sent, in words', async () => {
    const receipt = await send({
      Q1: 'hc2',
      Q6: ['other'],
      'Q6~other': '水管太旧',
      Q18b: '<装个长椅>',
    })
    const { status, page } = await site.ask(receipt)
    expect(status).toBe(200)
    expect(page).toContain('汇成二村')
    expect(page).toContain('水管太旧')
    expect(page).toContain('&lt;装个长椅&gt;')
    expect(page).toContain(`href="${receipt}/correction"`)
    expect(page).toContain(`href="${receipt}/deletion"`)
  })

  test.each([
    ['adult', 'zh', '2026年5月1日', '结果将在2026年5月1日前贴在居务公开栏'],
    ['adult', 'en', '1 May 2026', 'The results will be posted'],
    ['child', 'zh', '2026年5月1日', '结果将在2026年5月1日前贴在居务公开栏，也放在这个网站上。'],
    ['child', 'en', '1 May 2026', 'by 1 May 2026.'],
  ])('the date of the results stands on it once (%s, %s)', async (edition, lang, by, words) => {
    await fillInParticulars(site.store, 'huicheng', { resultsBy: by }, site.clock.now)
    const receipt = edition === 'adult' ? await send({ Q1: 'hc2' }) : await sendChild()
    const { page } = await site.ask(`${receipt}?new=1&lang=${lang}`)
    expect(page.split(by)).toHaveLength(2)
    expect(page).toContain(words)
  })

  test('a print-out says at which address the code is entered', async () => {
    const receipt = await send({ Q1: 'hc2' })
    for (const address of [receipt, `${receipt}?new=1`]) {
      const { page } = await site.ask(address)
      expect(page).toMatch(/<p class="fine printed">在 https?:\/\/[^ ]+\/r 输入回执码/)
    }
  })

  test('it may be typed with spaces, small letters and O for 0', async () => {
    const receipt = await send({ Q1: 'hc3' })
    const typed = receipt.slice(3).replace(/-/g, ' ').replace(/0/g, 'o').toLowerCase()
    const { status, to } = await site.ask('/r', post(new URLSearchParams({ code: typed })))
    expect(status).toBe(303)
    expect(to).toBe(receipt)
  })

  test('answers can be corrected while the consultation is open; the code stays', async () => {
    const receipt = await send({ Q1: 'hc2', Q6: ['seats', 'lifts'] })
    const { page } = await site.ask(`${receipt}/correction`)
    expect(fieldOf(page, 'Q1')).toBe('hc2')
    const wrong = withFields(page, { Q6: ['seats', 'lifts', 'green', 'clean'] })
    const refused = await site.ask(`${receipt}/correction`, post(wrong))
    expect(refused.status).toBe(422)
    expect(refused.page).toContain('href="#Q6"')
    const fields = withFields(page, { Q1: 'hc5', Q6: ['green'] })
    const saved = await site.ask(`${receipt}/correction`, post(fields))
    expect(saved).toMatchObject({ status: 303, to: `${receipt}?corrected=1` })
    const { page: seen } = await site.ask(saved.to)
    expect(seen).toContain('汇成五村')
    expect(seen).toContain('修改过 1 次')
    expect(seen).not.toContain('上下楼方便些')
  })

  test('the receipt says until when in words, and the end of the consultation does not cut that short', async () => {
    site.clock.now = opened + 30 * day - 3_600_000
    try {
      const receipt = await send({ Q1: 'hc2' })
      expect((await site.ask(`${receipt}?new=1`)).page).toContain('明天 9:00 前可以凭回执码修改')
      site.clock.now += day - 60_000
      expect((await site.ask(receipt)).page).toContain('今天 9:00 前可以修改')
      expect((await site.ask(`${receipt}/correction`)).status).toBe(200)
      site.clock.now += 61_000
      expect((await site.ask(receipt)).page).toContain('修改的时间已经过了')
      expect((await site.ask(`${receipt}/correction`)).status).toBe(410)
    } finally {
      site.clock.now = opened + day
    }
  })

  test('after that it can still be read and deleted, but not corrected', async () => {
    const receipt = await send({ Q1: 'hc2' })
    site.clock.now = opened + 40 * day
    try {
      expect((await site.ask(receipt)).page).not.toContain('/correction"')
      expect((await site.ask(`${receipt}/correction`)).status).toBe(410)
      const late = post(new URLSearchParams({ Q1: 'hc1' }))
      expect((await site.ask(`${receipt}/correction`, late)).status).toBe(410)
      expect((await site.ask(`${receipt}/deletion`)).status).toBe(200)
    } finally {
      site.clock.now = opened + day
    }
  })

  test('a response is deleted only after asking once more, and then for good', async () => {
    const receipt = await send({ Q18b: '请删掉我' })
    const asked = await site.ask(`${receipt}/deletion`)
    expect(asked.page).toContain('要删除这份答卷吗')
    expect((await site.ask(receipt)).page).toContain('请删掉我')
    const gone = await site.ask(`${receipt}/deletion`, post(new URLSearchParams()))
    expect(gone).toMatchObject({ status: 303, to: receipt })
    for (const path of [receipt, `${receipt}/correction`, `${receipt}?new=1`]) {
      const { page } = await site.ask(path)
      expect(page).toContain('这份答卷已经删除')
      expect(page).not.toContain('请删掉我')
    }
  })
})

const mainOf = (page: string) => page.slice(page.indexOf('<main'), page.indexOf('</main>'))

describe('a wrong code', () => {
  test('with the place of a deleted answer and a made-up secret does not learn that there was one', async () => {
    const receipt = await send({ Q1: 'hc1' })
    await site.ask(`${receipt}/deletion`, post(new URLSearchParams()))
    const locator = readReceipt(receipt.slice(3))?.locator ?? ''
    const madeUp = receiptOf(new Uint8Array(32).fill(9), 'a made-up id', locator)
    expect((await site.ask(receipt)).page).toContain('这份答卷已经删除')
    expect((await site.ask(`/r/${madeUp}`)).status).toBe(404)
  })

  test('gets one calm sentence, whether it could be a code or not', async () => {
    const real = (await send({ Q1: 'hc1' })).slice(3)
    const other = real.startsWith('7') ? `8${real.slice(1)}` : `7${real.slice(1)}`
    const sentences = []
    for (const code of ['hello', '0000-0000-0000-0000-0000', other]) {
      const { status, page } = await site.ask(`/r/${code}`)
      expect(status).toBe(404)
      expect(page).toContain(`value="${code}"`)
      sentences.push(mainOf(page).replace(`value="${code}"`, ''))
    }
    const { status, page } = await site.ask('/r', post(new URLSearchParams({ code: '你好' })))
    expect(status).toBe(404)
    sentences.push(mainOf(page).replace('value="你好"', ''))
    expect(new Set(sentences).size).toBe(1)
    expect(sentences[0]).toContain('没有找到这个回执码')
  })
})
