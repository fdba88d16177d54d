import { scryptSync } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { system } from '../../../db/audit.ts'
import { openConsultation } from '../../../db/consultations.ts'
import { openFile } from '../../../db/file.ts'
import { acceptInvitation, createInvitation } from '../../../db/invitations.ts'
import { listNeighbourhoods } from '../../../db/mailboxes.ts'
import { migrateDatabase } from '../../../db/migrate.ts'
import { saveResponse } from '../../../db/responses.ts'
import type { Store } from '../../../db/store.ts'
import { createApp } from '../../../server/app.ts'
import { openFolder } from '../../../server/files/folder-store.ts'
import { redrawHere } from '../../../server/files/redraw-here.ts'
import type { Channel, Filled } from '../../../surveys/engine/answers.ts'
import type { Consultation } from '../../../surveys/engine/definition.ts'
import { round } from './round.ts'

export const member = { name: '王小明', password: '一句只有我自己知道的家常话而已' }
const origin = 'https://forest.example'

export type DeskSite = Awaited<ReturnType<typeof openDesk>>

/** The desk with a first member of staff, who has signed in. */
export async function openSignedIn(consultation?: Consultation): Promise<DeskSite> {
  const desk = await openDesk(consultation)
  await desk.setUp()
  await desk.signIn()
  return desk
}

/** The desk on a real migrated database, with a clock that only moves when told to. */
export async function openDesk(consultation: Consultation = round) {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  const file = `file:${join(folder, 'desk.db')}`
  await migrateDatabase(file)
  const store = await openFile(file)
  let now = Date.UTC(2026, 2, 2, 2, 0)
  await openConsultation(store, consultation, system(now))
  const settings = {
    ...{ port: 0, host: '127.0.0.1', databaseUrl: file, publicOrigin: origin },
    ...{ secretKey: new Uint8Array(32), trustedProxies: 0, demo: false },
  }
  const log = () => {}
  const files = openFolder(join(folder, 'files'))
  const redraw = redrawHere
  const app = createApp(() => ({ store, settings, now: () => now, log, files, redraw }))
  let cookie = ''

  const get = (path: string) =>
    app.request(`${origin}${path}`, { headers: cookie ? { Cookie: cookie } : {} })
  const post = async (
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ) => {
    const answer = await app.request(`${origin}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        ...(cookie && { Cookie: cookie }),
        ...(headers ?? { 'Sec-Fetch-Site': 'same-origin' }),
      },
      body: new URLSearchParams(fields).toString(),
    })
    // Typing the password again gives the session a new secret, which a browser would keep.
    const renewed = /^__Host-desk=[\w-]{43}/.exec(answer.headers.get('set-cookie') ?? '')
    if (renewed && path !== '/desk/sign-in') cookie = renewed[0]
    return answer
  }
  return {
    ...{ app, store, files, get, post, origin },
    /** How many files are kept. */
    kept: () => readdirSync(join(folder, 'files')).length,
    /** Sends a form with files in it. */
    upload(path: string, fields: Record<string, string | Blob>) {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' }
      return app.request(`${origin}${path}`, { method: 'POST', headers, body })
    },
    wait(ms: number) {
      now += ms
    },
    now: () => now,
    invite: () => createInvitation(store, 'admin', system(now)),
    /** Makes an account. How a person makes one on the page behind the link, accounts.test.ts does. */
    async setUp(role = 'admin', { name, password } = member) {
      const { token } = await createInvitation(store, role, system(now))
      const account = { token, name, passwordHash: hashQuickly(password), now }
      const outcome = await acceptInvitation(store, account)
      if (outcome !== 'joined') throw new Error(`no account for ${name}: ${outcome}`)
    },
    async signIn(fields: { name: string; password: string } = member) {
      const answer = await post('/desk/sign-in', fields)
      const set = answer.headers.get('set-cookie')?.split(';')[0]
      if (set && answer.status === 303) cookie = set
      return answer
    },
    cookie: () => cookie,
    forgetCookie() {
      cookie = ''
    },
    async page(path: string) {
      const answer = await get(path)
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
      return answer.text()
    },
    /** Does something while the database keeps every row of this table. */
    async whileKept<T>(table: string, work: () => Promise<T>): Promise<T> {
      await store.write([
        `CREATE TRIGGER kept BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'kept'); END`,
      ])
      const done = await work()
      await store.write(['DROP TRIGGER kept'])
      return done
    },
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Which words a form on the page says it began with. */
export function beganIn(page: string, action: string): string {
  const form = `action="${action}(?:#\\w+)?"[^>]*><input type="hidden" name="began" value="(\\w*)"`
  const found = new RegExp(form).exec(page)?.[1]
  if (found === undefined) throw new Error(`no form ${action}`)
  return found
}

/** Fills in a consultation's particulars, as its form would send them. */
export async function fillIn(desk: DeskSite, fields: Record<string, string>): Promise<Response> {
  const address = '/desk/c/round/particulars'
  return desk.post(address, { ...fields, began: beganIn(await desk.page(address), address) })
}

// A stored line says itself how costly it was made, and signing in goes by that: hundreds of tests sign in.
function hashQuickly(password: string): string {
  const salt = Buffer.alloc(16)
  const key = scryptSync(password.normalize('NFC'), salt, 32, { N: 2, r: 1, p: 1 })
  return `$scrypt$n=2,r=1,p=1$${salt.toString('base64url')}$${key.toString('base64url')}`
}

let made = 0

/** Stores one response straight through the database, as if it had come in at this moment. */
export async function answer(
  store: Store,
  versionId: number,
  filled: Partial<Filled>,
  from: {
    mailbox?: string
    channel?: Channel
    at?: number
    assistance?: object
    seconds?: number
  } = {},
): Promise<void> {
  const places = await listNeighbourhoods(store)
  const boxes = places.flatMap(({ mailboxes }) => mailboxes)
  made++
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
  await saveResponse(store, {
    id,
    versionId,
    mailboxNumber: boxes.find(({ code }) => code === from.mailbox)?.number ?? null,
    channel: from.channel ?? 'qr',
    assistance: from.assistance,
    seconds: from.seconds,
    submittedAt: from.at ?? Date.UTC(2026, 2, 2, 4, 0),
    late: false,
    filled: { answers: filled.answers ?? {}, others: filled.others ?? {} },
    keyed: () => '',
    sha256: made.toString(16).padStart(64, '0'),
    locator: `L${String(made).padStart(9, '0')}`,
    body: () => '',
  })
}
