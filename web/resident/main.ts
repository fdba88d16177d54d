import { goHomeIfLost } from './assist/home.ts'
import { byId } from './dom.ts'
import { fetchLettersScript, fetchScript } from './fetch-script.ts'
import { eraseDrafts } from './offline/draft.ts'
import { moveUp } from './offline/kept.ts'
import { openOutbox } from './offline/outbox.ts'
import type { PageData } from './page-data.tsx'
import { improveSheet } from './sheet-page.ts'
import { thisTab } from './this-tab.ts'

document.documentElement.classList.add('js')
goHomeIfLost()

const form = byId('form')
const data = byId('sheet')
if (form instanceof HTMLFormElement && data) {
  const sheet: PageData = JSON.parse(data.textContent ?? '{}')
  improveSheet(form, sheet)
  // Only where there is something to hear, and after all else: answering does not wait for it.
  if (window.speechSynthesis || form.querySelector('audio')) fetchScript(sheet.readAloud)
  // Whoever begins to answer will post: by then it is there, also without a network.
  form.addEventListener('input', fetchLettersScript, { once: true })
  // On Apple's phones it says from the start that they clear up after a week.
  if (/^Apple/.test(navigator.vendor)) fetchLettersScript()
}

// What was half filled in comes along into other print.
if (thisTab.carried) fetchLettersScript()
openOutbox()
moveUp().then(() => eraseDrafts())

// A gift where there is one: the pages open without a network. Nothing else depends on it.
addEventListener('load', () => navigator.serviceWorker?.register('/sw.js').catch(() => undefined))
