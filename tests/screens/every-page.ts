import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { openAccessibleSite } from '../e2e/accessible-site.ts'
import { neighboursAnswer } from '../e2e/neighbours.ts'
import { submit } from '../e2e/schedules/tab.ts'
import { walkOn } from '../walk-to.ts'
import type { Demo } from './demo.ts'
import { openLook, photograph, residentLooks } from './looks.ts'

/** Every page a resident can meet, and every kind of question, as people meet them. */
export async function everyPage(browser: Browser, demo: Demo, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const site = await openAccessibleSite()
  const pages = [
    ...Object.entries(await demoPages(demo.origin)).map(([name, path]) => ({
      ...{ name, address: new URL(path, demo.origin) },
    })),
    ...Object.entries({
      ended: '/c/over/adult',
      retired: '/m/HC5A',
      volunteer: `/a/${site.volunteer}`,
      'asked-by-volunteer': `/c/huicheng/adult?a=${site.volunteer}`,
      hall: `/a/${site.hall}`,
    }).map(([name, path]) => ({ name, address: new URL(path, site.origin) })),
  ]
  for (const [name, look] of Object.entries(residentLooks)) {
    const page = await openLook(browser, look)
    const turn = (to: URL) => {
      const address = new URL(to)
      for (const [key, value] of Object.entries(look.query)) address.searchParams.set(key, value)
      return page.goto(address.href)
    }
    for (const one of pages) {
      await turn(await walked(one.address))
      await photograph(page, `${folder}/${one.name}-${name}.jpg`)
    }
    for (const path of ['/c/garden/adult', '/c/garden/child?step=questions&grant=G0']) {
      await turn(await walked(new URL(path, demo.origin)))
      for (const [kind, question] of await page.evaluate(kindsHere)) {
        await photograph(page, `${folder}/kind-${kind}-${name}.jpg`, `[id="${question}"]`)
      }
    }
    await page.context().close()
    const waiting = await openLook(browser, look)
    await waiting.context().route('**/api/**', (route) => route.abort())
    await waiting.goto(`${demo.origin}/c/huicheng/adult?m=HC2A`)
    await submit(waiting, '路灯再亮一点')
    const outbox = new URL('/outbox', demo.origin)
    for (const [key, value] of Object.entries(look.query)) outbox.searchParams.set(key, value)
    await waiting.goto(outbox.href)
    await photograph(waiting, `${folder}/outbox-waiting-${name}.jpg`)
    await waiting.context().close()
    console.log(`${folder}/*-${name}.jpg`)
  }
  await site.stop()
}

const walked = async ({ origin, pathname, search }: URL) =>
  new URL(await walkOn(origin, pathname + search), origin)

async function demoPages(origin: string): Promise<Record<string, string>> {
  const [kept, corrected, gone] = await neighboursAnswer(origin, 'adult', 3)
  const [child] = await neighboursAnswer(origin, 'child', 1)
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
    'child-receipt': `/r/${child}?new=1`,
    'child-response': `/r/${child}`,
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

/** Which kinds of question stand on this page, with the first of each, all laid open. */
function kindsHere(): [kind: string, question: string][] {
  for (const yes of document.querySelectorAll<HTMLInputElement>('#form [value=yes]')) yes.click()
  for (const step of document.querySelectorAll('.away, .later')) {
    step.classList.remove('away', 'later')
  }
  const kinds = {
    ...{ rank: '.rank', budget: '.budget', pins: '.pins', drawing: '.drawing', photo: '.photo' },
    ...{ date: '[type=date]', images: '.imgs', pictures: '.pics:not(.n2)', pair: '.pair' },
  }
  return Object.entries(kinds).flatMap(([kind, selector]): [string, string][] => {
    const question = document.querySelector(`#form ${selector}`)?.closest('.q')
    return question ? [[kind, question.id]] : []
  })
}
