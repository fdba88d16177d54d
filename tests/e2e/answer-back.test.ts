import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBrowser, openBrowser } from './browser.ts'
import { enterDesk } from './desk-door.ts'
import { neighboursAnswer } from './neighbours.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let browser: Browser
let resident: Page
let staff: Page
let colleague: Page
let receipt = ''

const other = { name: '陈师傅', password: '隔壁楼每天早上都有人在练太极拳' }

beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser()
  const phone = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
  resident = await phone.newPage()
  staff = await (await browser.newContext()).newPage()
  colleague = await (await browser.newContext()).newPage()
  await neighboursAnswer(site.origin, 'adult', 60)
  await enterDesk(staff, site)
  colleague.setDefaultTimeout(10_000)
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const desk = () => `${site.origin}/desk/c/huicheng`

describe.skipIf(noBrowser)('what a resident said, all the way back to them', () => {
  test('a suggestion is sent without script and waits for an answer', async () => {
    await resident.goto(`${site.origin}/c/huicheng/adult?m=HC2A`)
    await resident.check('input[name=agree]')
    await resident.check('input[name=Q5] >> nth=3')
    await resident.fill('textarea[name=Q18b]', '东门的路灯换亮一点')
    await resident.click('form[data-send] button[type=submit], form button[type=submit]')
    await resident.waitForURL(/\/r\//)
    receipt = resident.url().replace(/\?.*/, '')
    await resident.goto(receipt)
    expect(await resident.textContent('main')).toContain('已经收到，等居委会答复')
  })

  test('the committee registers it, hands it on and says yes', async () => {
    await staff.goto(`${desk()}/suggestions`)
    const card = staff.locator('.suggestion').filter({ hasText: '东门的路灯换亮一点' }).first()
    await card.getByText('登记', { exact: true }).click()
    await card.getByLabel('主题（一句话）').fill('东门路灯')
    await card.getByLabel(/^类别/).fill('照明')
    await card.getByRole('button', { name: '登记，给一个编号' }).click()
    await staff.waitForURL(/saved/)
    await card.getByText('交办', { exact: true }).click()
    await card.getByLabel('承办单位').fill('物业')
    await card.getByRole('button', { name: '保存交办' }).click()
    await staff.waitForURL(/saved/)
    await card.getByText('答复', { exact: true }).click()
    await card.getByLabel('采纳', { exact: true }).check()
    await card.getByLabel(/^采纳去向/).selectOption('improvement')
    await card.getByLabel(/^答复（/).fill('这个月换成亮的。')
    await card.getByRole('button', { name: '保存答复' }).click()
    await staff.waitForURL(/saved/)
    await card.getByText('公开这条建议', { exact: true }).click()
    await card.getByLabel('公开的写法').fill('东门的路灯换亮一点')
    await card.getByRole('button', { name: '交给另一位同事放行' }).click()
    await staff.waitForURL(/saved/)
  })

  test('results are drafted by one and published by another', async () => {
    await staff.goto(`${site.origin}/desk/members`)
    await staff.getByRole('button', { name: /邀请/ }).click()
    const link = await staff.locator('code').first().textContent()
    await colleague.goto(link ?? '')
    for (const name of ['name', 'password', 'again'] as const) {
      await colleague.fill(`input[name=${name}]`, name === 'name' ? other.name : other.password)
    }
    await colleague.click('main button[type=submit]')
    await colleague.waitForURL(/sign-in/)
    await colleague.fill('input[name=name]', other.name)
    await colleague.fill('input[name=password]', other.password)
    await colleague.click('main button[type=submit]')
    await colleague.waitForURL(/\/desk$/)

    await colleague.goto(`${desk()}/suggestions`)
    const card = colleague.locator('.suggestion').filter({ hasText: '东门的路灯换亮一点' }).first()
    await card.getByText('公开这条建议', { exact: true }).click()
    await card.getByRole('button', { name: '核对过了，放行' }).click()
    await colleague.waitForURL(/saved/)

    await staff.goto(`${desk()}/releases`)
    await staff.locator('main button.primary').first().click()
    await staff.waitForURL(/releases\/1/)
    expect((await resident.request.get(`${site.origin}/c/huicheng/results.json`)).status()).toBe(
      404,
    )
    await colleague.goto(staff.url())
    await colleague.check('input[name=seen]')
    await colleague.getByRole('button', { name: /公布/ }).first().click()
    await colleague.waitForLoadState('load')
    await resident.goto(`${site.origin}/c/huicheng/results`)
    expect(await resident.textContent('main')).toContain('位')
    const answered = await resident.textContent('#suggestions')
    for (const words of ['东门的路灯换亮一点', '物业办理', '成为改进工作', '这个月换成亮的。'])
      expect(answered).toContain(words)
    expect((await resident.request.get(`${site.origin}/c/huicheng/results.json`)).status()).toBe(
      200,
    )
  })

  test('a decision cites what was published, and is published by somebody else', async () => {
    await staff.goto(`${desk()}/decisions/new`)
    await staff.getByLabel('这件事叫什么').fill('把路灯换亮')
    await staff.getByText(/^选题/).click()
    await staff.locator('input[name="cite-adult.Q5"]').check()
    await staff.getByLabel('要做', { exact: true }).check()
    await staff.getByLabel('具体决定了什么').fill('东门和西门的路灯都换')
    await staff.getByRole('button', { name: '保存' }).click()
    await staff.waitForURL(/saved/)
    expect(await staff.textContent('main')).toContain('自己写的不能自己公开')
    await resident.goto(`${site.origin}/c/huicheng/results`)
    expect(await resident.textContent('main')).not.toContain('把路灯换亮')
    await colleague.goto(staff.url().replace(/\?.*/, ''))
    await colleague.getByRole('button', { name: '核对过了，公开' }).click()
    await colleague.waitForURL(/saved/)
  })

  test('with the receipt the resident sees the reply, the decision and the results, and says what they think', async () => {
    await resident.goto(receipt)
    const page = await resident.textContent('main')
    expect(page).toContain('采纳了')
    expect(page).toContain('这个月换成亮的。')
    expect(page).toContain('建议和答复已经写在结果页上')
    expect(page).toContain('把路灯换亮')
    expect(page).toMatch(/大家说：「.+」.*\d+ 位（\d+%）/)
    expect(page).toMatch(/第 1 次公示，.+数的 · 问到 \d+ 位/)
    await resident.check('input[name=rating][value=good]')
    await resident.getByRole('button', { name: '送出评价' }).click()
    expect(await resident.textContent('main')).toContain('您的评价：满意')
    await resident.goto(`${site.origin}/c/huicheng/results`)
    expect(await resident.textContent('main')).toContain('东门和西门的路灯都换')
    await resident.goto(`${site.origin}/c/huicheng/results/poster`)
    expect(await resident.textContent('body')).toContain('把路灯换亮')
  })
})
