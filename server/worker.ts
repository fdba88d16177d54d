import { expireContacts } from '../db/contacts.ts'
import { openRemote } from '../db/remote.ts'
import { createApp } from './app.ts'
import { type Bucket, openBucket } from './files/bucket-store.ts'
import { redrawOnWorkers } from './files/redraw-on-workers.ts'
import type { Host } from './host.ts'
import { expireResponses } from './responses/expire-responses.ts'
import { readSettings, type Settings } from './settings.ts'

/** What wrangler.toml and its secrets give. */
interface Bindings {
  [name: string]: unknown
  SUBMISSIONS?: RateLimit
  RECEIPTS?: RateLimit
  FILES?: Bucket
}
interface RateLimit {
  limit(options: { key: string }): Promise<{ success: boolean }>
}

const app = createApp((c) => hostOf(c.env as Bindings))

export default {
  fetch(request: Request, bindings: Bindings, context: { waitUntil(p: Promise<unknown>): void }) {
    const read = settingsOf(bindings)
    if ('faults' in read) {
      for (const line of read.faults) console.error(line)
      return new Response('还没有设置好 · not configured yet\n', {
        status: 503,
        headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      })
    }
    return app.fetch(request, bindings, { ...context, passThroughOnException() {}, props: {} })
  },
  /** Called by the platform every night, as wrangler.toml says. */
  async scheduled(_event: unknown, bindings: Bindings) {
    if ('faults' in settingsOf(bindings)) return
    const host = hostOf(bindings)
    const { store, now } = host
    try {
      await expireContacts(store, now())
      // Each takes several journeys to the database, and a night has a thousand.
      await expireResponses(host, now(), 100)
    } finally {
      await store.close()
    }
  },
}

function hostOf(bindings: Bindings): Host {
  const { settings } = settingsOf(bindings) as { settings: Settings }
  return {
    // One per request: connections cannot be kept from one to the next on this platform.
    store: openRemote(settings.databaseUrl, settings.databaseAuthToken),
    settings,
    now: Date.now,
    log: (line) => console.log(JSON.stringify(line)),
    ...(bindings.FILES && { files: openBucket(bindings.FILES) }),
    redraw: redrawOnWorkers,
    // Counted by the platform, because each of its machines remembers only what it saw itself.
    async allows(c, what) {
      const gate = what === 'submission' ? bindings.SUBMISSIONS : bindings.RECEIPTS
      const address = c.req.header('CF-Connecting-IP')
      if (!gate || !address) return true
      return (await gate.limit({ key: address })).success
    },
  }
}

const known = new WeakMap<Bindings, ReturnType<typeof readSettings>>()
function settingsOf(bindings: Bindings) {
  const read = known.get(bindings) ?? readSettings(texts(bindings), 'workers')
  known.set(bindings, read)
  return read
}

const texts = (bindings: Bindings) =>
  Object.fromEntries(
    Object.entries(bindings).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
