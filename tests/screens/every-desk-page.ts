import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { deskLooks, openLook, photograph } from './looks.ts'

/** Everything the rail leads to, and one page behind each list: to be looked at, not kept. */
export async function everyDeskPage(browser: Browser, signedIn: SignedIn, folder: string) {
  mkdirSync(folder, { recursive: true })
  const { origin, cookies } = signedIn
  for (const [name, look] of Object.entries(deskLooks)) {
    const page = await openLook(browser, look, cookies)
    await page.goto(`${origin}/desk`)
    const rail = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('.rail nav a')].map((link) => link.pathname),
    )
    for (const path of new Set([...rail, ...behindLists])) {
      await page.goto(origin + path)
      const file = path.replace(/^\/desk\/?/, '').replace(/[/?=&]+/g, '-') || 'overview'
      await photograph(page, `${folder}/${file}-${name}.jpg`)
    }
    await page.context().close()
    console.log(`${folder}/*-${name}.jpg`)
  }
}

interface SignedIn {
  origin: string
  cookies: Awaited<ReturnType<ReturnType<Browser['contexts']>[number]['cookies']>>
}

const behindLists = [
  '/desk/c/huicheng/results/adult/Q6',
  '/desk/c/huicheng/results/adult/Q8',
  '/desk/c/garden/results/adult/P1',
  '/desk/c/garden/results/adult/P4',
  '/desk/c/huicheng/compare?edition=adult&q=Q6&by=Q2',
  '/desk/c/huicheng/compare?edition=adult&q=Q8&by=@neighbourhood',
  '/desk/c/huicheng/topics/store-room',
  '/desk/c/huicheng/particulars',
  '/desk/c/huicheng/closure',
  '/desk/c/huicheng/texts/adult/Q18a',
  '/desk/mailboxes/HC2A',
  '/desk/mailboxes/HC2A/poster',
  '/desk/holidays',
  '/desk/account',
  '/desk/audit',
]
