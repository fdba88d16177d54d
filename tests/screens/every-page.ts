import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import { someAnswers } from '../answers.ts'
import type { Demo } from './demo.ts'

/** Every page a resident can meet, as it looks on a phone, in large print, in the dark and on paper. */
export async function everyPage(browser: Browser, demo: Demo, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const pages = await addresses(demo.origin)
  for (const [look, options, query] of looks) {
    const context = await browser.newContext({
      ...options,
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    if (look === 'print') await page.emulateMedia({ media: 'print' })
    for (const [name, path] of Object.entries(pages)) {
      const address = new URL(path, demo.origin)
      for (const [key, value] of Object.entries(query)) address.searchParams.set(key, value)
      await page.goto(address.href)
      // Pictures have settled, and the script has done what it does.
      await page.waitForTimeout(250)
      await page.screenshot({ path: `${folder}/${name}-${look}.jpg`, type: 'jpeg', quality: 72 })
    }
    await context.close()
    console.log(`${folder}/*-${look}.jpg  ${Object.keys(pages).length}`)
  }
}

const phone = { viewport: { width: 360, height: 740 } }
const looks = [
  ['phone', { ...phone, colorScheme: 'light' }, {}],
  ['elder', { ...phone, colorScheme: 'light' }, { mode: 'elder' }],
  ['dark', { ...phone, colorScheme: 'dark' }, {}],
  ['print', { viewport: { width: 794, height: 1123 }, colorScheme: 'light' }, {}],
] as const

async function addresses(origin: string): Promise<Record<string, string>> {
  const [kept, corrected, gone] = await Promise.all([1, 2, 3].map((n) => sent(origin, n)))
  await fetch(`${origin}/r/${gone}/deletion`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    redirect: 'manual',
  })
  return {
    forest: '/',
    cover: '/m/HC2A',
    adult: '/c/huicheng/adult?m=HC2A',
    declined: '/c/huicheng/adult?step=declined',
    garden: '/c/garden/adult?m=HC2A',
    guardian: '/c/garden/child?m=HC2A',
    assent: '/c/huicheng/child?m=HC2A&step=child',
    child: '/c/huicheng/child?m=HC2A&step=questions',
    'child-pinyin': '/c/huicheng/child?m=HC2A&step=questions&pinyin=1',
    receipt: `/r/${kept}?new=1`,
    response: `/r/${kept}`,
    correction: `/r/${corrected}/correction`,
    deletion: `/r/${kept}/deletion`,
    deleted: `/r/${gone}`,
    'look-up': '/r',
    outbox: '/outbox',
    contact: '/contact/huicheng',
    results: '/c/huicheng/results',
    'results-child': '/c/huicheng/results/child',
    collecting: '/c/garden/results',
    accessibility: '/accessibility',
    'not-found': '/nowhere',
  }
}

async function sent(origin: string, person: number): Promise<string> {
  const [adult] = huicheng.editions
  if (!adult) throw new Error('huicheng has an adult edition')
  const answer = await fetch(`${origin}/api/responses/${randomUUID()}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...{ consultation: 'huicheng', edition: 'adult', version: 1, mailbox: 'HC2A', channel: 'qr' },
      ...someAnswers(adult, person),
    }),
  })
  const { receipt } = await answer.json()
  return receipt
}
