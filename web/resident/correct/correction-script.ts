import { byId, make, mark } from '../dom.ts'
import { eraseChanges, keepChanges } from './changes.ts'

/**
 * Saves a correction without leaving the page first: where there is no network, or something else answers in
 * the place of the server, what was changed is still there. Runs after the page script, which looks it over.
 * Once the response is deleted, what was changed in it goes from this phone, too.
 */
const form = byId('form')
if (form instanceof HTMLFormElement) {
  const offer = byId('changes')
  const drop = offer ? keepChanges(form, offer) : async () => undefined
  const { saving = '', unsaved = '' } = form.dataset
  const line = mark(make('p', '', ''), { role: 'alert' })
  let busy = false
  form.addEventListener('submit', async (event) => {
    if (event.defaultPrevented) return
    event.preventDefault()
    if (busy) return
    busy = true
    form.lastElementChild?.before(line)
    line.className = 'fine'
    line.textContent = saving
    await save(form, drop)
    busy = false
    line.className = 'bad'
    line.textContent = unsaved
  })
}
const gone = byId('gone')
if (gone) eraseChanges(gone.dataset.response)

/** Comes back only when it was not saved, or is on its way elsewhere. */
async function save(form: HTMLFormElement, drop: () => Promise<void>): Promise<void> {
  const stop = new AbortController()
  const late = setTimeout(() => stop.abort(), 30_000)
  try {
    const fields = new FormData(form)
    const isPlain = form.enctype !== 'multipart/form-data'
    const { ok, status, url, headers } = await fetch(form.action, {
      method: 'POST',
      body: isPlain ? new URLSearchParams(fields as unknown as Record<string, string>) : fields,
      signal: stop.signal,
    })
    // Only this site's own word counts, and not that of the page of somebody's Wi-Fi.
    if (!headers.has('X-Content-Type-Options')) return
    const isSaved = ok && new URL(url).searchParams.has('corrected')
    // Or there is nothing left to correct.
    if (isSaved || [404, 410].includes(status)) await drop()
    if (isSaved) await leave(() => location.assign(url))
    // It has something to say about it: that is said on its own page, which keeps what was changed.
    else if (ok || [404, 410, 422].includes(status)) await leave(() => form.submit())
  } catch {
    // No network.
  } finally {
    clearTimeout(late)
  }
}

/** Nothing more is said here while the next page comes. */
const leave = (go: () => void) => {
  go()
  return new Promise<void>((resolve) => setTimeout(resolve, 10_000))
}
