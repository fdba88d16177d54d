import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../db/audit.ts'
import {
  closeConsultation,
  findConsultation,
  findVersion,
  openConsultation,
  publishVersion,
} from '../../db/consultations.ts'
import { openFile } from '../../db/file.ts'
import { addMailbox, findMailbox, listNeighbourhoods } from '../../db/mailboxes.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { openRemote } from '../../db/remote.ts'
import {
  correctResponse,
  deleteResponse,
  findResponse,
  type NewResponse,
  saveResponse,
} from '../../db/responses.ts'
import type { Store } from '../../db/store.ts'
import { sample } from './sample.ts'
import { hasSqld, startSqld } from './sqld.ts'

const now = Date.UTC(2026, 10, 23)

async function embedded() {
  const folder = mkdtempSync(join(tmpdir(), 'forest-'))
  const path = join(folder, 'forest.db')
  await migrateDatabase(`file:${path}`)
  const store = await openFile(path)
  const end = async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  }
  return { store, end }
}

async function served() {
  const sqld = await startSqld()
  await migrateDatabase(sqld.url)
  const store = openRemote(sqld.url)
  const end = async () => {
    await store.close()
    await sqld.stop()
  }
  return { store, end }
}

const engines = [
  { name: 'the embedded file', open: embedded },
  ...(hasSqld() ? [{ name: 'a libSQL server', open: served }] : []),
]

describe.each(engines)('on $name', ({ open }) => {
  let store: Store
  let end: () => Promise<void>
  let versionId: number

  beforeAll(async () => {
    ;({ store, end } = await open())
    await openConsultation(store, sample, now)
    versionId = (await findConsultation(store, 'yard'))?.editions[0]?.versionId ?? 0
  })
  afterAll(() => end())

  const response = (over: Partial<NewResponse> = {}): NewResponse => ({
    id: randomUUID(),
    versionId,
    mailboxNumber: 1,
    channel: 'qr',
    submittedAt: now,
    late: false,
    filled: { answers: { Q1: 'a', Q2: ['seats', 'other'], Q5: '树' }, others: { Q2: '秋千' } },
    sha256: 'a'.repeat(64),
    locator: randomBytes(6).toString('hex'),
    body: '{}',
    ...over,
  })

  test('opening a consultation twice changes nothing', async () => {
    await openConsultation(store, sample, now + 1)
    const found = await findConsultation(store, 'yard')
    expect(found?.opensAt).toBe(now)
    expect(found?.editions.map((e) => [e.audience, e.version])).toEqual([
      ['adult', 1],
      ['child', 1],
    ])
    expect(found?.editions[0]?.edition).toEqual(sample.editions[0])
  })

  test('an answer sent again counts once and leads to the same receipt', async () => {
    const first = response()
    expect(await saveResponse(store, first)).toEqual({ outcome: 'stored', locator: first.locator })
    const again = await saveResponse(store, { ...first, locator: 'other-locator' })
    expect(again).toEqual({ outcome: 'already-stored', locator: first.locator })
    expect(await findResponse(store, first.locator)).toMatchObject({
      id: first.id,
      filled: first.filled,
      revision: 0,
    })
  })
  test('mailbox', async () => {
    expect((await findMailbox(store, 'one1'))?.neighbourhood.id).toBe('one')
    await addMailbox(
      store,
      { code: 'new1', neighbourhoodId: 'two', name: { 'zh-CN': 'x' }, place: { 'zh-CN': 'y' } },
      { at: now, actor: 'a' },
    )
    expect((await listNeighbourhoods(store))[1]?.mailboxes.length).toBe(2)
    await closeConsultation(store, 'yard', now + 5)
    expect((await findConsultation(store, 'yard'))?.closesAt).toBe(now + 5)
    expect(await publishVersion(store, 'yard', sample.editions[0] as never, now + 7)).toBe(2)
    expect((await findVersion(store, 'yard', 'adult', 1))?.supersededAt).toBe(now + 7)
    const r = response()
    await saveResponse(store, r)
    expect(await correctResponse(store, r.locator, { answers: {}, others: {} }, now)).toBe(true)
    expect(await findResponse(store, r.locator)).toMatchObject({ revision: 1 })
    expect(await deleteResponse(store, r.locator, now)).toBe(true)
    expect(await findResponse(store, r.locator)).toEqual({ deletedAt: now })
    expect((await saveResponse(store, r)).outcome).toBe('already-stored')
    expect(await verifyAudit(store)).toEqual({ entries: 6 })
  })
})
