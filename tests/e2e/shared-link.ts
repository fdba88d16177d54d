import type { Browser, Page } from 'playwright-core'
import { enterDesk } from './desk-door.ts'
import type { Site } from './site.ts'

/** The desk on a computer in the office, where staff fetch links for phones that many people share. */
export async function openOffice(browser: Browser, site: Site) {
  const context = await browser.newContext()
  const desk = await context.newPage()
  await enterDesk(desk, site)
  return {
    desk,
    async linkFor(channel: 'assisted' | 'kiosk', consultation = 'huicheng'): Promise<string> {
      await desk.goto(`${site.origin}/desk/c/${consultation}/sessions`)
      await desk.selectOption('select[name=channel]', channel)
      await desk.fill('input[name=label]', '志愿者小李')
      await desk.click('main form.stacked button')
      return (await desk.textContent('.address code')) ?? ''
    },
    /** The consultation takes no more answers from now on. */
    async endIt(consultation = 'huicheng') {
      await desk.goto(`${site.origin}/desk/c/${consultation}/closure`)
      await desk.click('main form button')
      await desk.waitForURL(`${site.origin}/desk`)
    },
    close: () => context.close(),
  }
}

export type Office = Awaited<ReturnType<typeof openOffice>>

/** From a link's start through the door of an edition. */
export async function enterDoor(page: Page, link: string, audience: 'adult' | 'child') {
  await page.goto(link)
  await page.click(`main a.${audience}`)
}

/** The guardian agrees, with or without a drawing, and then the child itself, wherever they are asked. */
export async function agreeAsFamily(page: Page, drawing = false) {
  const yes = page.locator('.equal:visible > :first-child')
  await yes.waitFor()
  if (drawing) await page.locator('[name=grant]:visible').check({ force: true })
  await yes.click()
  await page.locator('text=请把手机交给孩子').locator('visible=true').waitFor()
  await yes.click()
  await page.waitForSelector('.js #form')
}
