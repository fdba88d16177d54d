import type { Page } from 'playwright-core'
import type { Site } from './site.ts'

const member = { name: '王老师', password: '桂花树下的第三张长椅夏天最凉快' }

/** Makes the first account through the printed link, as a person does it, and signs in. */
export async function enterDesk(page: Page, site: Pick<Site, 'setupLink'>): Promise<void> {
  page.setDefaultTimeout(10_000)
  await page.goto(site.setupLink())
  await page.fill('input[name=name]', member.name)
  await page.fill('input[name=password]', member.password)
  await page.fill('input[name=again]', member.password)
  await page.click('main button[type=submit]')
  await page.waitForURL(/\/desk\/sign-in/)
  await page.fill('input[name=name]', member.name)
  await page.fill('input[name=password]', member.password)
  await page.click('main button[type=submit]')
  await page.waitForURL(/\/desk$/)
}
