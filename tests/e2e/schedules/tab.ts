import type { Page } from 'playwright-core'
import type { Filled } from '../../../surveys/engine/answers.ts'

/** What a page told the resident about what was posted from it. */
export type Told = 'kept' | 'warned' | 'received' | 'nothing'

// A page that the weather cut off may never say that it is loaded.
const briefly = { waitUntil: 'domcontentloaded', timeout: 3_000 } as const

/** Opens an address, in whatever weather. */
export const go = (page: Page, address: string) =>
  page.goto(address, briefly).then(noResult, noResult)

export const reload = (page: Page) => page.reload(briefly).then(noResult, noResult)

const noResult = () => undefined

/** The number of the version, when the page is a questionnaire that can be filled in. */
export function questionnaire(page: Page): Promise<number | undefined> {
  return look(
    page,
    `(() => {
      const form = document.querySelector('#form')
      if (!form || form.hidden || !form.querySelector('.steps')) return undefined
      return Number(form.querySelector('[name=v]').value)
    })()`,
  )
}

/** Clears the sheet and fills it in, question by question as a resident does; the mark goes into Q18a. */
export async function fill(page: Page, filled: Filled, mark: string): Promise<void> {
  const fields = Object.entries({ ...filled.answers, Q18a: mark }).flatMap(([id, answer]) =>
    typeof answer === 'object' && !Array.isArray(answer)
      ? Object.entries(answer).map(([row, pick]) => [`${id}.${row}`, String(pick)])
      : [answer].flat().map((pick) => [id, String(pick)]),
  )
  const beside = Object.entries(filled.others).map(([id, text]) => [`${id}~other`, text])
  await page.evaluate(
    `(() => {
      const form = document.querySelector('#form')
      for (const input of form.querySelectorAll('input, textarea')) {
        if (/radio|checkbox/.test(input.type)) input.checked = input.name === 'agree' && input.checked
        else if (input.type !== 'hidden') input.value = ''
      }
      for (const [name, value] of ${JSON.stringify([...fields, ...beside])}) {
        const named = Array.from(form.querySelectorAll(\`[name="\${name}"]\`))
        const input = named.find((one) => !/radio|checkbox/.test(one.type) || one.value === value)
        if (/radio|checkbox/.test(input.type)) input.checked = true
        else input.value = value
        input.dispatchEvent(new Event('input', { bubbles: true }))
      }
    })()`,
  )
}

/** Goes through all parts and posts the letter; true when the form is gone from the page. */
export async function submit(page: Page, mark: string): Promise<boolean> {
  const went = await look<boolean>(
    page,
    `(async () => {
      const form = document.querySelector('#form')
      form.querySelector('[name=agree]').checked = true
      const text = form.querySelector('[name=Q18a]')
      text.value = ${JSON.stringify(mark)}
      text.dispatchEvent(new Event('input', { bubbles: true }))
      for (let i = 0; i < 250 && !form.hidden; i++) {
        form.requestSubmit()
        if (!form.hidden) await new Promise((later) => setTimeout(later, 15))
      }
      return form.hidden
    })()`,
  )
  // The page may already be on its way to the receipt.
  return went !== false
}

/** Waits until the page says what became of the letter. */
export async function whatIsSaid(page: Page): Promise<Told> {
  for (let tries = 0; tries < 80; tries++) {
    if (page.isClosed()) return 'nothing'
    if (new URL(page.url()).pathname.startsWith('/r/')) return 'received'
    const said = await look<string>(page, `document.querySelector('#outbox')?.innerText`)
    if (said?.includes('请先别关这一页')) return 'warned'
    if (said && /已存在这部手机上|正在送|前再打开/.test(said)) return 'kept'
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return 'nothing'
}

/** Receipts this page claims to have. */
export async function receiptsIn(page: Page): Promise<string[]> {
  const links = await look<string[]>(
    page,
    `[location.pathname, ...[...document.querySelectorAll('#outbox a')].map((a) => a.pathname)]`,
  )
  return (links ?? []).flatMap((path) => /^\/r\/([\w-]+)/.exec(path)?.[1] ?? [])
}

/** The value of an expression in the page; undefined while it is between two pages or closed. */
export function look<T>(page: Page, expression: string): Promise<T | undefined> {
  return page.evaluate<T | undefined>(expression).catch(() => undefined)
}
