import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resident, system, verifyAudit, writeAudited } from '../../db/audit.ts'
import {
  closeConsultation,
  findConsultation,
  findVersion,
  listConsultations,
  openConsultation,
  publishVersion,
  saveParticulars,
} from '../../db/consultations.ts'
import { readiness } from '../../db/health.ts'
import {
  addMailbox,
  findMailbox,
  listNeighbourhoods,
  renameMailbox,
  retireMailbox,
} from '../../db/mailboxes.ts'
import { noParticulars } from '../../db/particulars.ts'
import { correctResponse, deleteResponse } from '../../db/response-changes.ts'
import { responseCounts } from '../../db/response-counts.ts'
import { eachResponse, findResponse, findSaved, saveResponse } from '../../db/responses.ts'
import type { Store } from '../../db/store.ts'
import { writtenTexts } from '../../db/written-texts.ts'
import { sample, yard } from './sample.ts'
import { engines, keyed, newResponse, now } from './stores.ts'

const by = { at: now, actor: 'tester' }
const named = (name: string) => ({ 'zh-CN': name })

describe.each(engines)('on $name', ({ open }) => {
  let store: Store
  let end = async () => {}
  let adult = 0
  let child = 0

  beforeAll(async () => {
    ;({ store, end } = await open())
    await openConsultation(store, sample, system(now))
    const found = await findConsultation(store, 'yard')
    adult = found?.editions[0]?.versionId ?? 0
    child = found?.editions[1]?.versionId ?? 0
  })
  afterAll(() => end())

  const count = async (sql: string, ...args: (string | number)[]) =>
    Number((await store.read(sql, args)).rows[0]?.[0])

  describe('consultations', () => {
    test('opening one a second time changes nothing', async () => {
      await openConsultation(store, sample, system(now + 1))
      const found = await findConsultation(store, 'yard')
      expect(found?.opensAt).toBe(now)
      expect(found?.editions.map((edition) => [edition.audience, edition.version])).toEqual([
        ['adult', 1],
        ['child', 1],
      ])
      expect(found?.editions[0]?.edition).toEqual(sample.editions[0])
      expect(await listConsultations(store)).toEqual([found])
      expect(await findConsultation(store, 'meadow')).toBeUndefined()
    })

    test('it stays open to the end of its last day in Shanghai', async () => {
      const found = await findConsultation(store, 'yard')
      expect(new Date(found?.closesAt ?? 0).toISOString()).toBe('2026-12-07T15:59:59.999Z')
    })

    test('a new version leaves the old one as it was', async () => {
      const changed = { ...yard, title: named('院子，第二版') }
      expect(await publishVersion(store, 'yard', changed, system(now + 10))).toBe(2)
      expect(await findVersion(store, 'yard', 'adult', 1)).toEqual({
        versionId: adult,
        edition: yard,
        publishedAt: now,
        supersededAt: now + 10,
      })
      expect((await findVersion(store, 'yard', 'adult', 2))?.edition.title).toEqual(changed.title)
      expect((await findConsultation(store, 'yard'))?.editions[0]?.version).toBe(2)
      expect(await findVersion(store, 'yard', 'adult', 3)).toBeUndefined()
    })

    test('nobody can change a published version', async () => {
      const change = store.write(["UPDATE versions SET definition = '{}'"])
      await expect(change).rejects.toThrow('frozen')
      await expect(store.write(['DELETE FROM versions'])).rejects.toThrow('frozen')
    })

    test('what the committee fills in is kept, and it can close early', async () => {
      const before = { particulars: noParticulars, correctionMinutes: 1440 }
      const rung = { ...before, particulars: { ...noParticulars, phone: '021-1234' } }
      expect(await saveParticulars(store, 'yard', rung, by, before)).toBe(true)
      const late = { particulars: { ...noParticulars, phone: '021-9' }, correctionMinutes: 10 }
      expect(await saveParticulars(store, 'yard', late, by, before)).toBe(false)
      await closeConsultation(store, 'yard', system(now + 99))
      const found = await findConsultation(store, 'yard')
      expect(found).toMatchObject(rung)
      expect(found?.closesAt).toBe(now + 99)
    })
  })

  describe('mailboxes', () => {
    test('a code is found in small letters too', async () => {
      expect(await findMailbox(store, 'one1')).toMatchObject({
        code: 'ONE1',
        neighbourhood: { id: 'one', name: named('一村') },
        retiredAt: null,
      })
      expect(await findMailbox(store, 'NONE')).toBeUndefined()
    })

    test('neighbourhoods come in geographic order', async () => {
      const all = await listNeighbourhoods(store)
      expect(all.map(({ id, households }) => [id, households])).toEqual([
        ['one', 900],
        ['two', null],
      ])
    })

    test('one can be added, renamed and retired, and its code is never given again', async () => {
      const box = {
        code: 'two2',
        neighbourhoodId: 'two',
        name: named('东门'),
        place: named('墙边'),
      }
      expect(await addMailbox(store, box, by)).toBe(true)
      expect(await addMailbox(store, { ...box, neighbourhoodId: 'one' }, by)).toBe(false)
      await renameMailbox(store, 'TWO2', { name: named('西门'), place: named('桥头') }, by)
      await retireMailbox(store, 'TWO2', by)
      expect(await findMailbox(store, 'TWO2')).toMatchObject({
        name: named('西门'),
        place: named('桥头'),
        neighbourhood: { id: 'two' },
        retiredAt: now,
      })
    })
  })

  describe('responses', () => {
    test('an answer sent again counts once and leads to the same receipt', async () => {
      const first = newResponse(adult)
      const { locator } = first
      expect(await saveResponse(store, first)).toEqual({ outcome: 'stored', locator })
      const again = await saveResponse(store, { ...first, locator: 'drawn-anew' })
      expect(again).toEqual({ outcome: 'already-stored', locator })
      expect(await count('SELECT count(*) FROM responses WHERE id = ?', first.id)).toBe(1)
      expect(await findResponse(store, locator)).toMatchObject({
        ...{ id: first.id, versionId: adult, mailboxNumber: 1, channel: 'qr' },
        ...{ submittedAt: now, late: false, filled: first.filled, revision: 0 },
      })
    })

    test('sent twice at the same moment it counts once', async () => {
      const first = newResponse(adult)
      const both = await Promise.all([
        saveResponse(store, first),
        saveResponse(store, { ...first, locator: 'at-the-same-moment' }),
      ])
      expect(both.map(({ outcome }) => outcome).sort()).toEqual(['already-stored', 'stored'])
      expect(new Set(both.map((saved) => 'locator' in saved && saved.locator)).size).toBe(1)
      expect(await count('SELECT count(*) FROM responses WHERE id = ?', first.id)).toBe(1)
    })

    test('other content under the same id changes nothing and is kept for staff, once', async () => {
      const first = newResponse(adult)
      await saveResponse(store, first)
      const other = {
        ...first,
        locator: 'another',
        sha256: 'b'.repeat(64),
        body: () => '{"Q1":"b"}',
      }
      for (const _ of ['first', 'second']) {
        const saved = await saveResponse(store, other)
        expect(saved).toEqual({ outcome: 'conflict', locator: first.locator })
      }
      const { rows } = await store.read('SELECT body FROM conflicts WHERE id = ?', [first.id])
      expect(rows.map((row) => row.body)).toEqual(['{"Q1":"b"}'])
      expect(await findResponse(store, first.locator)).toMatchObject({ filled: first.filled })
    })

    test('a drawn locator that is taken stores nothing and asks for another try', async () => {
      const first = newResponse(adult)
      await saveResponse(store, first)
      const unlucky = newResponse(adult, { locator: first.locator })
      expect(await saveResponse(store, unlucky)).toEqual({ outcome: 'locator-taken' })
      expect(await findSaved(store, unlucky.id)).toBeUndefined()
    })

    test('an answer with a resident’s correction stays one answer', async () => {
      const first = newResponse(child)
      await saveResponse(store, first)
      const filled = { answers: { Q1: 'c' }, others: {} }
      expect(await correctResponse(store, first.locator, filled, now)).toBe(true)
      expect(await findResponse(store, first.locator)).toMatchObject({ filled, revision: 1 })
      const again = await saveResponse(store, { ...first, locator: 'drawn-anew-too' })
      expect(again).toEqual({ outcome: 'already-stored', locator: first.locator })
      expect(await findResponse(store, first.locator)).toMatchObject({ filled })
      expect(await correctResponse(store, 'nobodys', filled, now)).toBe(false)
    })

    test('a deleted answer is gone and does not come back when it is sent again', async () => {
      const first = newResponse(child)
      await saveResponse(store, first)
      await saveResponse(store, { ...first, locator: 'another2', sha256: 'b'.repeat(64) })
      expect(await deleteResponse(store, first.locator, keyed, resident(now + 5))).toEqual([])
      expect(await deleteResponse(store, first.locator, keyed, resident(now + 6))).toBeUndefined()
      expect(await findResponse(store, first.locator)).toEqual({ id: first.id, deletedAt: now + 5 })
      const again = await saveResponse(store, { ...first, locator: 'drawn-again' })
      expect(again).toEqual({ outcome: 'already-stored', locator: first.locator })
      for (const table of ['responses', 'conflicts']) {
        expect(await count(`SELECT count(*) FROM ${table} WHERE id = ?`, first.id)).toBe(0)
      }
    })

    test('text is kept to the letter', async () => {
      const text = '“引号” \\ \n\t 😀 e\u0301 \u202eltr\u202c 𠮷 \u0001'
      const filled = { answers: { Q5: text }, others: { Q2: text } }
      const first = newResponse(adult, { filled, mailboxNumber: null })
      await saveResponse(store, first)
      expect(await findResponse(store, first.locator)).toMatchObject({
        filled,
        mailboxNumber: null,
      })
    })

    test('text that the database would spoil is refused instead', async () => {
      for (const spoiled of ['cut\0here', 'half \ud83d of it']) {
        const channel = spoiled as 'qr'
        await expect(saveResponse(store, newResponse(adult, { channel }))).rejects.toThrow('stored')
        await expect(store.write([{ sql: 'SELECT ?', args: [spoiled] }])).rejects.toThrow('stored')
      }
      const filled = { answers: { Q5: 'cut\0here, half \ud83d of it' }, others: {} }
      const first = newResponse(adult, { filled })
      await saveResponse(store, first)
      expect(await findResponse(store, first.locator)).toMatchObject({ filled })
    })

    test('one that the database refuses does not take others with it', async () => {
      const good = Array.from({ length: 8 }, () => newResponse(child))
      const bad = [
        newResponse(child, { versionId: 999 }),
        newResponse(child, { mailboxNumber: 999 }),
        newResponse(child, { sha256: 'short' }),
        newResponse(child, { id: 'short' }),
      ]
      const all = [...good.slice(0, 4), ...bad, ...good.slice(4)]
      const saved = await Promise.allSettled(all.map((response) => saveResponse(store, response)))
      expect(saved.map(({ status }) => status)).toEqual(
        all.map((response) => (bad.includes(response) ? 'rejected' : 'fulfilled')),
      )
      for (const { id } of good) expect(await findSaved(store, id)).toBeDefined()
    })

    test('all of them can be read, a batch at a time', async () => {
      const seen: number[] = []
      for await (const batch of eachResponse(store, child, 3)) {
        expect(batch.length).toBeLessThanOrEqual(3)
        seen.push(...batch.map(({ seq }) => seq))
      }
      expect(seen.length).toBe(new Set(seen).size)
      const stored = await count('SELECT count(*) FROM responses WHERE version_id = ?', child)
      expect(seen.length).toBe(stored)
    })

    test('the overview counts what is stored', async () => {
      const counts = await responseCounts(store, 'yard')
      const total = counts.reduce((sum, { count: n }) => sum + n, 0)
      expect(total).toBe(await count('SELECT count(*) FROM responses'))
      expect(counts.every(({ day }) => day === Math.floor(now / 86_400_000))).toBe(true)
      expect(counts.some(({ mailboxNumber }) => mailboxNumber === null)).toBe(true)
    })

    test('what people wrote is listed, newest first, page by page', async () => {
      for (const Q5 of ['一', '二', '三']) {
        const filled = { answers: { Q1: 'a', Q5 }, others: { Q2: `${Q5}架秋千` } }
        await saveResponse(store, newResponse(child, { filled }))
      }
      const page = await writtenTexts(store, child, 'Q5', { limit: 2 })
      expect(page.map(({ text }) => text)).toEqual(['三', '二'])
      const before = page[1]?.seq ?? 0
      const next = await writtenTexts(store, child, 'Q5', { limit: 1, before })
      expect(next[0]).toMatchObject({ text: '一', mailboxNumber: 1 })
      const others = await writtenTexts(store, child, 'Q2', { limit: 1 })
      expect(others[0]?.text).toBe('三架秋千')
      expect(await writtenTexts(store, child, 'Q1', { limit: 5 })).toEqual([])
    })
  })

  describe('the audit trail', () => {
    test('holds an entry for every change of the desk, unbroken', async () => {
      const { rows } = await store.read('SELECT action FROM audit_entries ORDER BY seq')
      expect(rows.map((row) => row.action)).toEqual(
        expect.arrayContaining(['open consultation', 'add mailbox', 'delete response']),
      )
      expect(await verifyAudit(store)).toEqual({ entries: rows.length })
    })

    test('twenty changes at once stand one after the other', async () => {
      const before = (await verifyAudit(store)).entries
      const entries = Array.from({ length: 20 }, (_, i) => ({
        ...by,
        action: 'try',
        object: `${i}`,
      }))
      await Promise.all(entries.map((entry) => writeAudited(store, entry, [])))
      expect(await verifyAudit(store)).toEqual({ entries: before + 20 })
    })

    test('a change that fails leaves no entry', async () => {
      const before = await verifyAudit(store)
      const entry = { ...by, action: 'fail', object: 'x' }
      const failing = writeAudited(store, entry, ["INSERT INTO mailboxes (code) VALUES ('X')"])
      await expect(failing).rejects.toThrow()
      const spoiled = writeAudited(store, { ...entry, object: 'half \ud83d of it' }, [])
      await expect(spoiled).rejects.toThrow('stored')
      expect(await verifyAudit(store)).toEqual(before)
    })

    test('nobody can change or remove an entry', async () => {
      for (const sql of [
        "UPDATE audit_entries SET actor = 'nobody'",
        'DELETE FROM audit_entries WHERE seq = 1',
      ]) {
        await expect(store.write([sql])).rejects.toThrow('append-only')
      }
    })
  })

  test('a store that works says that it is ready', async () => {
    expect(await readiness(store, now)).toMatchObject({ ready: true, problems: [] })
  })
})
