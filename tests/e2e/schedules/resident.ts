import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { adult } from '../../../surveys/definitions/huicheng/adult.ts'
import type { Filled } from '../../../surveys/engine/answers.ts'
import { someAnswers } from '../../answers.ts'
import { takePhone } from '../browser.ts'
import type { Forest } from './site.ts'
import type { Step, Storage } from './steps.ts'
import {
  fill,
  go,
  look,
  questionnaire,
  receiptsIn,
  reload,
  submit,
  type Told,
  whatIsSaid,
} from './tab.ts'
import type { Wire } from './weather.ts'

/** One response as the resident posted it, and what the page said then. */
export interface Posted {
  mark: string
  version: number
  filled: Filled
  told: Told
  /** The page it was posted from was closed or left. */
  left: boolean
}

interface Tab {
  page: Page
  filled?: Filled | undefined
  posted: Posted[]
}

let people = 0

/** Lives through a schedule with one phone; resolves with what was posted and what is wrong. */
export async function live(browser: Browser, forest: Forest, wire: Wire, steps: Step[]) {
  const me = `${process.pid}-${people++}`
  const context = await takePhone(browser)
  await context.addInitScript(refusing)
  const tabs: (Tab | undefined)[] = []
  const drafts = new Map<string, Filled>()
  const posted: Posted[] = []
  const faults: string[] = []
  const address = `${wire.origin}/c/huicheng/adult?m=HC1A`
  let marks = 0
  /** What should still be offered, as long as only one tab was ever used on a phone that keeps things. */
  let draft: string | undefined
  let isSimple = true

  const leave = (tab: Tab) => {
    for (const one of tab.posted) one.left = true
    tab.posted = []
    tab.filled = undefined
  }
  const tabAt = async (at: number): Promise<Tab> => {
    const there = tabs[at]
    if (there) return there
    if (at > 0) isSimple = false
    const tab: Tab = { page: await context.newPage(), posted: [] }
    tabs[at] = tab
    await go(tab.page, address)
    return tab
  }
  /** A tab that shows a questionnaire, if the weather lets it. */
  const sheetAt = async (at: number) => {
    const tab = await tabAt(at)
    let version = await questionnaire(tab.page)
    if (version === undefined) {
      leave(tab)
      await go(tab.page, address)
      version = await questionnaire(tab.page)
    }
    return { tab, version }
  }

  async function take(step: Step): Promise<void> {
    switch (step.do) {
      case 'fill': {
        const { tab, version } = await sheetAt(step.tab)
        if (version === undefined) return
        const filled = asOffered(someAnswers(adult, step.person), version)
        const mark = `${me} draft ${marks++}`
        await fill(tab.page, filled, mark)
        tab.filled = filled
        drafts.set(mark, filled)
        draft = mark
        return
      }
      case 'post': {
        wire.change({ kind: 'clear' })
        if (!tabs[step.tab]?.filled) await take({ ...step, do: 'fill' })
        wire.change(step.weather)
        return take({ ...step, do: 'submit' })
      }
      case 'submit': {
        const { tab, version } = await sheetAt(step.tab)
        if (version === undefined || !tab.filled) return
        const { answers, others } = asOffered(tab.filled, version)
        const mark = `${me} letter ${marks++}`
        const went = await submit(tab.page, mark)
        if (!went) return void faults.push(`${mark} could not be posted`)
        draft = undefined
        const filled = { answers: { ...answers, Q18a: mark }, others }
        const one = { mark, version, filled, told: await whatIsSaid(tab.page), left: false }
        posted.push(one)
        tab.posted.push(one)
        tab.filled = undefined
        return
      }
      case 'reload': {
        const tab = tabs[step.tab]
        if (!tab) return
        leave(tab)
        return reload(tab.page)
      }
      case 'resume':
        return resume(step.tab)
      case 'close': {
        const tab = tabs[step.tab]
        if (!tab) return
        leave(tab)
        tabs[step.tab] = undefined
        // Now and then the browser takes minutes to say that it has closed a page.
        return Promise.race([tab.page.close(), sleep(3_000)])
      }
      case 'open':
        return void (await tabAt(step.tab))
      case 'sendNow': {
        const tab = tabs[step.tab]
        if (tab) await look(tab.page, `document.querySelector('#outbox button')?.click()`)
        return
      }
      case 'weather':
        return wire.change(step.weather)
      case 'refuse':
        isSimple = false
        return refuse(context, wire.origin, step.storage)
      case 'publish':
        return forest.publish()
      case 'online':
        for (const tab of tabs) if (tab) await wake(tab.page)
        return
      case 'wait':
        return sleep(step.ms)
    }
  }

  /** Takes up what was begun before, if it is offered; it must be, when nothing stood in its way. */
  async function resume(at: number, again = false): Promise<void> {
    const { tab, version } = await sheetAt(at)
    if (version === undefined || tab.filled) return
    const expected = isSimple ? draft : undefined
    let taken = false
    for (let tries = 0; tries < (expected ? 60 : 6) && !taken; tries++) {
      await sleep(25)
      taken = Boolean(await look<boolean>(tab.page, takeUp))
    }
    if (expected && !taken && !again) {
      // A machine with too much to do may be too slow for it once.
      await reload(tab.page)
      return resume(at, true)
    }
    const mark = await look<string>(tab.page, `document.querySelector('[name=Q18a]')?.value`)
    tab.filled = drafts.get(mark ?? '')
    if (expected && mark !== expected)
      faults.push(`${expected} was not offered again, but "${mark}"`)
  }

  /** No page may claim a receipt for what is not in the database. */
  const claimed = new Set<string>()
  async function checkClaims() {
    const claims = await Promise.all(tabs.map((tab) => (tab ? receiptsIn(tab.page) : [])))
    const fresh = claims.flat().filter((receipt) => !claimed.has(receipt))
    if (fresh.length === 0) return
    const locators = (await forest.stored()).map(({ locator }) => locator)
    for (const receipt of fresh) {
      claimed.add(receipt)
      const locator = receipt.replace(/-/g, '').slice(0, 7)
      if (!locators.includes(locator)) faults.push(`a receipt for nothing: ${receipt}`)
    }
  }

  try {
    await tabAt(0)
    for (const step of steps) {
      await take(step)
      await checkClaims()
    }
    wire.change({ kind: 'clear' })
    await refuse(context, wire.origin, 'nothing')
    const last = await context.newPage()
    await go(last, wire.origin)
    await drain(last)
    await checkClaims()
    faults.push(...(await verdict()))
  } finally {
    await context.close()
  }
  return { posted, faults }

  /** Everything that can still arrive arrives, and the phone says so. */
  async function drain(last: Page) {
    const open = [...tabs.flatMap((tab) => tab?.page ?? []), last]
    for (let tries = 0; tries < 40; tries++) {
      for (const page of open) await wake(page)
      await sleep(50)
      const marks = new Set((await mine()).map(({ answers }) => answers.Q18a))
      const missing = posted.some((one) => !marks.has(one.mark) && !mayBeLost(one))
      const waiting = await look<boolean>(
        last,
        `/还没送到|正在送/.test(document.querySelector('#outbox')?.innerText ?? '')`,
      )
      if (!missing && !waiting) return
      await sleep(tries * 20)
    }
    const said = await look<string>(last, `document.querySelector('#outbox')?.innerText`)
    faults.push(`never drained: ${said}`)
  }

  async function verdict(): Promise<string[]> {
    const found: string[] = []
    const rows = await mine()
    for (const one of posted) {
      const same = rows.filter(({ answers }) => answers.Q18a === one.mark)
      if (same.length > 1) found.push(`${one.mark} arrived ${same.length} times`)
      const [row] = same
      if (!row) {
        if (!mayBeLost(one)) found.push(`${one.mark} is lost (told: ${one.told})`)
        continue
      }
      const stored = sorted({ answers: row.answers, others: row.others, version: row.version })
      const sent = sorted({ ...one.filled, version: one.version })
      if (stored !== sent) found.push(`${one.mark} changed: ${stored} was ${sent}`)
    }
    const strangers = rows.filter(({ answers }) =>
      posted.every(({ mark }) => mark !== answers.Q18a),
    )
    if (strangers.length > 0) found.push(`never posted: ${JSON.stringify(strangers)}`)
    const last = context.pages().at(-1)
    const refused =
      last && (await look<string>(last, `document.querySelector('#outbox')?.innerText`))
    if (refused && /没能收下|先前已经收到过/.test(refused)) found.push(`refused: ${refused}`)
    return found
  }

  async function mine() {
    const rows = await forest.stored()
    return rows.filter(({ answers }) => String(answers.Q18a).startsWith(`${me} `))
  }
}

// Told plainly that the page must stay open, and then it was closed.
const mayBeLost = ({ told, left }: Posted) => told === 'warned' && left

// In later versions this option has another name.
function asOffered({ answers, others }: Filled, version: number): Filled {
  const { Q16, ...rest } = answers
  const gone = version > 1 && Array.isArray(Q16) && Q16.some((pick) => pick === 'mailbox')
  return { answers: gone || Q16 === undefined ? rest : { ...rest, Q16 }, others }
}

const takeUp = `(() => {
  const offer = document.querySelector('aside.told:not([hidden]) .go')
  if (offer) offer.click()
  return Boolean(offer)
})()`

const wake = (page: Page) => look(page, `window.dispatchEvent(new Event('online'))`)

const refuse = (context: BrowserContext, url: string, value: Storage) =>
  context.addCookies([{ name: 'refuse', value, url }])

const refusing = `(() => {
  let refused = ''
  try { refused = document.cookie } catch {}
  const no = () => { throw new DOMException('refused', 'SecurityError') }
  if (/refuse=.*simple/.test(refused)) Object.defineProperty(window, 'localStorage', { get: no })
  if (/refuse=.*database/.test(refused)) IDBFactory.prototype.open = no
  if (/refuse=.*stuck/.test(refused)) IDBFactory.prototype.open = () => ({})
})()`

const sorted = (value: unknown) =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
