import type { Filled } from '../../surveys/engine/answers.ts'
import type { Audience, Edition } from '../../surveys/engine/definition.ts'
import { journey } from '../../surveys/engine/visibility.ts'
import type { Phone } from './phone.ts'

/** From the code on the mailbox through door, notice and consent to the first question. */
export async function comeToQuestions(phone: Phone, code: string, audience: Audience) {
  // As it is printed: capitals throughout.
  await phone.open(code)
  await follow(phone, `/c/huicheng/${audience}`)
  if (audience === 'child') {
    await follow(phone, 'step=child')
    await follow(phone, 'step=questions')
  }
}

/** Gives consent where it is asked for, and these answers, one question after the other. */
export async function answerAll(phone: Phone, edition: Edition, filled: Filled): Promise<void> {
  if (edition.audience === 'adult') await mustTap(phone, `document.querySelector('#agree')`)
  for (const { question } of journey(edition, filled)) {
    const { id } = question
    const answer = filled.answers[id]
    if (answer === undefined) continue
    await goOnUntil(phone, `document.getElementById('${id}')`)
    if (question.kind === 'text' || question.kind === 'number') {
      await phone.write(`[name="${id}"]`, String(answer))
    } else if (typeof answer === 'object' && !Array.isArray(answer)) {
      for (const [row, pick] of Object.entries(answer))
        await pickOption(phone, `${id}.${row}`, pick)
    } else {
      for (const pick of [answer].flat()) await pickOption(phone, id, String(pick))
    }
    const beside = filled.others[id]
    if (beside !== undefined) await phone.write(`[name="${id}~other"]`, beside)
  }
}

/** Posts the letter; resolves with the receipt that is shown. */
export async function post(phone: Phone): Promise<string> {
  await letGo(phone)
  return receiptShown(phone)
}

/** Posts the letter, whatever happens to it on the way. */
export async function letGo(phone: Phone): Promise<void> {
  const send = buttonNamed('投进邮筒')
  await goOnUntil(phone, send)
  await mustTap(phone, send)
}

/** Waits for the receipt page and reads the code from it. */
export async function receiptShown(phone: Phone, patience?: number): Promise<string> {
  const there = `location.pathname.startsWith('/r/') && document.readyState === 'complete'`
  await until(phone, there, patience)
  const shown = await phone.look<string>(`document.querySelector('#receipt').textContent`)
  return shown.trim().split(/\s+/).join('-')
}

/** Waits until an expression holds in the page, however often the page changes meanwhile. */
export async function until(phone: Phone, expression: string, patience = 10_000): Promise<void> {
  const end = Date.now() + patience
  while (Date.now() < end) {
    if (await phone.look<boolean>(`Boolean(${expression})`).catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const seen = await phone.look<string>('document.body.innerText').catch(() => '')
  throw new Error(
    `never came true: ${expression}\nat ${await phone.address()}:\n${seen.slice(0, 1500)}`,
  )
}

const visible = (found: string) => `(${found})?.getClientRects().length > 0`

// One that can be used now; its words without what may stand above them in pinyin.
export const buttonNamed = (...names: string[]) =>
  `[...document.querySelectorAll('button, a.go')].find((button) => button.getClientRects().length > 0 && button.getAttribute('aria-disabled') !== 'true' && ${JSON.stringify(names)}.includes((button.querySelector('data')?.value || button.textContent).trim()))`

/** Goes from step to step until something can be seen; without steps it is there at once. */
export async function goOnUntil(phone: Phone, wanted: string): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    if (await phone.look<boolean>(`Boolean(${visible(wanted)})`)) return
    const before = await phone.address()
    await mustTap(phone, buttonNamed('下一步', '下一题', '开始填写', '跳过'))
    await until(phone, `location.href !== ${JSON.stringify(before)}`)
    // The step is drawn after its address has changed.
    await phone.look('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0)))')
  }
  throw new Error(`not reached: ${wanted}`)
}

async function pickOption(phone: Phone, name: string, value: string): Promise<void> {
  const input = `document.querySelector('input[name="${name}"][value="${value}"]')`
  await mustTap(phone, `${input}?.closest('label')`)
  await until(phone, `${input}.checked`, 2_000)
}

async function follow(phone: Phone, part: string): Promise<void> {
  const link = `[...document.querySelectorAll('main a')].find((a) => a.href.includes('${part}'))`
  await mustTap(phone, link)
  await until(phone, `location.href.includes('${part}') && document.readyState === 'complete'`)
}

async function mustTap(phone: Phone, expression: string): Promise<void> {
  if (await phone.tap(expression)) return
  const seen = await phone.look<string>('document.body.innerText')
  throw new Error(
    `not there to tap: ${expression}\nat ${await phone.address()}:\n${seen.slice(0, 1500)}`,
  )
}
