import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyAudit } from '../../db/audit.ts'
import { openFile } from '../../db/file.ts'
import { checkDatabase } from '../../db/migrate.ts'
import { correctResponse } from '../../db/response-changes.ts'
import type { Store } from '../../db/store.ts'
import { openSite } from '../e2e/site.ts'
import { put, type Sent, startWriters } from './writers.ts'

export interface Round {
  killedAfterMs: number
  acknowledged: number
  lost: number
  doubled: number
  altered: number
  half: number
  damaged: string
}

/**
 * Runs the built server under writers and kills it without warning, again and again. After each
 * kill the file itself is looked at; then the server starts anew and everybody whose answer was
 * not acknowledged sends it again.
 */
export async function killNine(rounds: number, writers = 24): Promise<Round[]> {
  const folder = mkdtempSync(join(tmpdir(), 'forest-kill-'))
  const database = join(folder, 'forest.db')
  const site = await openSite(database)
  const sent: Sent = { bodies: new Map(), acknowledged: new Map() }
  const found: Round[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      const killedAfterMs = Math.round(150 + Math.random() * 1_000)
      const stopWriters = startWriters(site.origin, writers, sent)
      await new Promise((ready) => setTimeout(ready, killedAfterMs))
      process.kill(site.pid(), 'SIGKILL')
      await stopWriters()
      await gone(site.pid())
      found.push({ killedAfterMs, ...(await lookAt(database, sent)) })
      await site.restart('SIGKILL')
      await sendAgain(site.origin, sent)
    }
    process.kill(site.pid(), 'SIGKILL')
    await gone(site.pid())
    found.push({ killedAfterMs: 0, ...(await lookAt(database, sent)) })
    return found
  } finally {
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether nothing that was promised is missing, twice, changed or broken. */
export function isUnharmed({ lost, doubled, altered, half, damaged }: Round): boolean {
  return lost + doubled + altered + half === 0 && damaged === ''
}

async function lookAt(database: string, sent: Sent): Promise<Omit<Round, 'killedAfterMs'>> {
  const store = await openFile(database)
  try {
    const { rows } = await store.read(
      'SELECT id, sha256, json_valid(answers) AND json_valid(others) AS whole, version_id, channel FROM responses',
    )
    const stored = new Map(rows.map((row) => [String(row.id), row]))
    const promises = [...sent.acknowledged]
    return {
      acknowledged: promises.length,
      lost: promises.filter(([id]) => !stored.has(id)).length,
      doubled: rows.length - stored.size,
      altered: promises.filter(([id, sha256]) => stored.get(id)?.sha256 !== sha256).length,
      half: rows.filter((row) => row.whole !== 1 || !sent.bodies.has(String(row.id))).length,
      damaged: await damage(store),
    }
  } finally {
    await store.close()
  }
}

// One correction a round, so that the audit trail has something to lose as well.
async function damage(store: Store): Promise<string> {
  try {
    await checkDatabase({ execute: (sql) => store.read(sql) })
    const { rows } = await store.read('SELECT locator FROM responses ORDER BY seq DESC LIMIT 1')
    const filled = { answers: { Q1: 'hc1' }, others: {} }
    if (rows[0]) await correctResponse(store, String(rows[0].locator), filled, Date.now())
    const { brokenAt } = await verifyAudit(store)
    return brokenAt === undefined ? '' : `audit trail broken at ${brokenAt}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function sendAgain(origin: string, sent: Sent) {
  for (const [id, body] of sent.bodies) {
    if (!sent.acknowledged.has(id)) await put(origin, id, body, sent)
  }
}

async function gone(pid: number) {
  for (;;) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await new Promise((ready) => setTimeout(ready, 10))
  }
}
