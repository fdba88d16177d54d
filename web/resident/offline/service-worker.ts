import { newId } from './new-id.ts'

/** What of a service worker's world is used here; the types of a page know nothing of it. */
interface Moment {
  request: Request
  waitUntil(done: Promise<unknown>): void
  respondWith(answer: Promise<Response>): void
}
interface Keeper {
  location: Location
  clients: { matchAll(which: object): Promise<{ url: string }[]>; claim(): Promise<void> }
  addEventListener(name: 'install' | 'activate' | 'fetch', act: (moment: Moment) => void): void
}

// The build puts its own name here, so that each has a store of its own.
declare const BUILD: string

const keeper = self as unknown as Keeper
const patienceMs = 3_000
// The desk, receipts and whatever is sent are not among them.
const pages = /^\/($|m\/|c\/|a\/|outbox$)/i
// Where a volunteer begins, at a door where there may be no signal.
const starts = /^\/a\//i
const outbox = '/outbox'
const pictures = /^\/(icon\.svg|pictures\/|plans\/|f\/)/
const never = /^\/(api|desk|r)(\/|$)/i

keeper.addEventListener('install', (moment) => moment.waitUntil(keepOpenPages(moment)))
keeper.addEventListener('activate', (moment) => moment.waitUntil(takeOver()))
keeper.addEventListener('fetch', (moment) => {
  const { method, mode, url } = moment.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== keeper.location.origin || never.test(pathname)) return
  if (pathname.startsWith('/assets/')) moment.respondWith(storeFirst(moment))
  else if (mode === 'navigate' ? pages.test(pathname) : pictures.test(pathname)) {
    moment.respondWith(networkFirst(moment))
    if (starts.test(pathname)) moment.waitUntil(keepAhead(moment, url).catch(() => undefined))
  }
})

/** Files with a hash in their name never change. */
async function storeFirst(moment: Moment): Promise<Response> {
  return (await stored(moment.request)) ?? fetchAndKeep(moment, moment.request)
}

/** A page as it is now; as it was, when the network says nothing for three seconds. */
async function networkFirst(moment: Moment): Promise<Response> {
  const fresh = fetchAndKeep(moment, moment.request)
  // Even where it comes too late for this time, it is there for the next.
  moment.waitUntil(fresh.catch(() => undefined))
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs))
  const answer = await Promise.race([fresh, late]).catch(() => undefined)
  if (answer) return answer
  const old = await stored(moment.request)
  return old ? asNew(old) : fresh
}

async function fetchAndKeep(moment: Moment, request: Request, how?: RequestInit) {
  const answer = await fetch(request, how)
  // Only what this site itself said: no error, no way elsewhere, no page of somebody's Wi-Fi.
  if (answer.ok && !answer.redirected && answer.headers.get('X-Content-Type-Options')) {
    const copy = answer.clone()
    // A phone without room for it still shows the page.
    moment.waitUntil(
      store()
        .then((open) => open.put(keyOf(request), copy))
        .catch(() => undefined),
    )
  }
  return answer
}

/** A questionnaire out of the store gets an id of its own: two people may fill it in one after the other. */
async function asNew(old: Response): Promise<Response> {
  if (!old.headers.get('Content-Type')?.startsWith('text/html')) return old
  const html = await old.text()
  return new Response(html.replace(/(name="id" value=")[\w-]{36}/, `$1${newId()}`), old)
}

/**
 * The page that brought this worker can be opened again too, out of what the browser already has; and so can the
 * list of what waits on this phone, which is asked for where there is no network.
 */
async function keepOpenPages(moment: Moment) {
  for (const { url } of await keeper.clients.matchAll({ includeUncontrolled: true })) {
    const { pathname } = new URL(url)
    if (!pages.test(pathname)) continue
    await keepPage(moment, url, { cache: 'force-cache' })
    if (starts.test(pathname)) await keepAhead(moment, url)
  }
  await keepPage(moment, outbox).catch(() => undefined)
}

/** A page with its scripts; resolves with its HTML. */
async function keepPage(moment: Moment, url: string, how?: RequestInit): Promise<string> {
  const html = await (await fetchAndKeep(moment, new Request(url), how)).text()
  for (const script of html.match(/\/assets\/[\w.-]+\.js/g) ?? []) {
    await fetchAndKeep(moment, new Request(script), { cache: 'force-cache' })
  }
  return html
}

/** Every page of the questionnaires that a start page leads to, in the language and print it has. */
async function keepAhead(moment: Moment, start: string) {
  const ahead = [start]
  for (let at = 0; at < ahead.length && at < mostAhead; at++) {
    const here = ahead[at] as string
    const kept = await stored(new Request(here))
    const html = kept ? await kept.text() : await keepPage(moment, here)
    for (const link of html.match(/\/c\/[^"]*/g) ?? []) {
      const url = keeper.location.origin + link.replace(/&amp;/g, '&')
      if (/[?&]a=/.test(url) && !/[?&](lang|mode|pinyin)=/.test(url) && !ahead.includes(url))
        ahead.push(url)
    }
  }
}
const mostAhead = 16

async function takeOver() {
  for (const name of await caches.keys()) if (name !== BUILD) await caches.delete(name)
  await keeper.clients.claim()
}

const store = () => caches.open(BUILD)

// In whichever language and print it lies there: what it lists says itself.
const stored = (request: Request) =>
  store()
    .then(
      async (open) =>
        (await open.match(keyOf(request))) ??
        (new URL(request.url).pathname === outbox ? open.match(outbox) : undefined),
    )
    .catch(() => undefined)

/** A guardian's yes differs every time, and the page it opens does not: it is kept once, and found with any yes. */
const keyOf = ({ url }: Request) => url.replace(/([?&]yes=)[^&]*/, '$1')
