import type { Filled } from '../../surveys/engine/answers.ts'
import { canonicalJson } from '../../surveys/engine/canonical.ts'
import type { Problem } from '../../surveys/engine/check.ts'
import { isBlank } from '../../surveys/engine/is-blank.ts'
import { all, announce, byId, make, makeLink, mark, plainText, say, titleOf } from './dom.ts'
import { followSheet } from './live-sheet.ts'
import { keepDraft } from './offline/draft.ts'
import { isSafe, kept } from './offline/kept.ts'
import { type Letter, letterKey } from './offline/letter.ts'
import { newId } from './offline/new-id.ts'
import { deliver, putIn, takeBack } from './offline/outbox.ts'
import { lastArrived } from './offline/send-letter.ts'
import type { PageData } from './page-data.tsx'
import { takeSteps } from './steps.ts'

/** Everything the script does for a questionnaire that already works without it. */
export function improveSheet(form: HTMLFormElement, data: PageData) {
  const { words } = data
  const sheet = followSheet(form, data)
  const agree = form.querySelector<HTMLInputElement>('[name=agree]')
  const sends = 'send' in form.dataset
  const shared = form.dataset.kiosk as Letter['shared']
  const offer = byId('draft')
  let asked: HTMLElement | undefined
  const field = (name: string) => new FormData(form).get(name)?.toString()
  // An old page out of the browser's memory, its letter already sent: fetched anew it has another id.
  if (sends) {
    isSpent(field('id')).then((spent) => {
      if (spent) location.replace(`${location.search || '?'}&t=${Date.now()}`)
    })
  }

  const mayLeave = () => {
    const here = steps.here()
    if (agree && here.contains(agree) && !agreed()) return false
    const problem = sheet.check().problems.find(({ question }) => here.contains(byId(question)))
    if (!problem) return true
    sheet.complain(problem.question, problem)
    steps.reveal(byId(problem.question) ?? here)
    return false
  }
  const steps = takeSteps(form, data, mayLeave)
  const draft = offer && !shared ? keepDraft(form, data, offer, steps.resume) : undefined

  form.addEventListener('submit', (event) => {
    const { kept: answers, problems } = sheet.check()
    if (!steps.isLast()) {
      event.preventDefault()
      if (mayLeave()) steps.goOn()
    } else if (!agreed()) event.preventDefault()
    else if (problems.length > 0) {
      event.preventDefault()
      name(problems)
    } else if (sends) {
      event.preventDefault()
      if (isMeant(answers)) send(answers)
    }
  })

  let busy = false
  async function send(filled: Filled) {
    if (busy) return
    busy = true
    const given = field('id') ?? ''
    // A tab may be the copy of another one, which has sent meanwhile.
    const id = (await isSpent(given)) ? newId() : given
    const { consultation, rules, version, receipts } = data
    const body = canonicalJson({
      consultation,
      edition: rules.audience,
      version,
      mailbox: field('m'),
      channel: field('channel'),
      assistance: field('a') && {
        session: field('a'),
        mode: field('~mode'),
        relation: field('~relation'),
        place: field('~place'),
        consented: agree?.checked,
      },
      // On a shared phone each person begins anew.
      seconds:
        'resumed' in form.dataset
          ? undefined
          : Math.min(86400, (performance.now() - +(form.dataset.since || 0)) / 1e3) | 0,
      ...filled,
    })
    const attachments = photosIn(form).filter(
      (photo) => filled.answers[photo.question] === photo.id,
    )
    const [at, title] = [Date.now(), plainText(document.querySelector('h1'))]
    const letter: Letter = { id, body, said: '', shared, receipts, words, at, title, attachments }
    if (!shared) announce('posted', letter)
    await putIn(letter)
    // The sheet goes only when the letter lies where it is not lost.
    form.hidden = true
    busy = false
    scrollTo(0, 0)
    if (isSafe(letterKey(id))) await draft?.drop()
    if (shared) announce('kept')
    const problems = await deliver(id)
    if (problems) {
      await draft?.save()
      await takeBack(id)
      form.hidden = false
      name(problems)
    }
  }

  /** Says what needs another look, above everything, each line a way there. */
  function name(problems: Problem[]) {
    byId('summary')?.remove()
    const lines = problems.map((problem) => {
      const { question } = problem
      sheet.complain(question, problem)
      const text = `${titleOf(byId(question))} ${sheet.textOf(problem)}`
      return make('li', '', makeLink('', text, `#${question}`))
    })
    const box = make(
      'div',
      'summary',
      make('h2', '', say(words.problems, { n: problems.length })),
      make('ul', '', ...lines),
    )
    mark(box, { id: 'summary', tabindex: '-1', role: 'alert' })
    form.before(box)
    box.focus()
  }

  /** A letter without a single answer is posted when its sender asks for it twice. */
  function isMeant(filled: Filled): boolean {
    if (asked?.isConnected || !isBlank(data.rules, filled)) return true
    asked = mark(make('p', 'told', words.blank), { role: 'alert' })
    form.before(asked)
    form.addEventListener('input', () => asked?.remove(), { once: true })
    return false
  }

  function agreed(): boolean {
    if (!agree || agree.checked) return true
    const row = agree.parentElement ?? form
    if (!row.querySelector('.bad')) row.prepend(make('p', 'bad', words.agree))
    steps.reveal(row)
    return false
  }
}

/** Whether a letter with this id is already on its way, or has arrived. */
const isSpent = async (id = '') =>
  id === (await kept(lastArrived)) || (await kept(letterKey(id))) !== undefined

const photosIn = (form: HTMLFormElement) =>
  all<HTMLInputElement>('[data-jpeg]', form).map(({ name, value, dataset }) => ({
    question: name,
    id: value,
    type: 'image/jpeg',
    base64: dataset.jpeg ?? '',
  }))
