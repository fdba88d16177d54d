import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { system } from '../../db/audit.ts'
import { findConsultation, openConsultation } from '../../db/consultations.ts'
import { openFile } from '../../db/file.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import type { Store } from '../../db/store.ts'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import { openSite, type Site } from '../e2e/site.ts'
import { deskSession } from './desk-visitor.ts'
import { amount, type Figure, milliseconds, timed } from './figures.ts'
import { fillTo } from './many-responses.ts'
import { sampleOf } from './sample.ts'

// Milliseconds; 2 s for a hundred thousand.
const perResponse = 0.02
const formats = ['csv', 'jsonl', 'sav', 'xlsx'] as const

/**
 * The adults' responses as files, downloaded whole, from a tenth of them and from all: how long each takes, and
 * by how much the server grew. What is streamed takes the same room however much there is.
 */
export async function exportFigures(folder: string, count: number): Promise<Figure[]> {
  mkdirSync(folder, { recursive: true })
  const database = `${folder}/exports.db`
  try {
    await fillWithAdults(database, count / 10)
    const few = await downloads(database)
    const bare = await fillWithAdults(database, count)
    const many = await downloads(database)
    return [
      { name: `bare JSON rows to CSV, ${amount(count)}`, value: milliseconds(bare) },
      ...many.map((one, at) => figureOf(one, few[at] ?? one, count)),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Download {
  name: string
  milliseconds: number
  bytes: number
  /** Mebibytes that the server held at most, above what it held before. */
  grown: number
}

function figureOf(many: Download, few: Download, count: number): Figure {
  const isAimed = many.name === 'csv'
  const grown = `the server grew by ${amount(many.grown)} MiB, by ${amount(few.grown)} for a tenth of them: × ${(many.grown / few.grown).toFixed(2)}`
  return {
    name: `${amount(count)} responses as ${many.name}`,
    value: milliseconds(many.milliseconds),
    detail: `${amount(many.bytes / 2 ** 20)} MB; ${grown}${isAimed ? '; aim 2 s for 100,000' : ''}`,
    ...(isAimed && { holds: many.milliseconds <= count * perResponse }),
  }
}

/** Each file from a server that was started anew, as what one file took may be kept for the next. */
async function downloads(database: string): Promise<Download[]> {
  const site = await openSite(database)
  try {
    const { get, post } = await deskSession(site)
    const found: Download[] = []
    for (const name of [...formats, 'workbook'] as const) {
      await site.restart('SIGTERM')
      // The page has counted the responses by the time a file is asked for.
      await get('/desk/c/huicheng/export')
      const before = memoryOf(site, 'VmRSS')
      let bytes = 0
      const path = name === 'workbook' ? 'analysis' : 'adult'
      const { median } = await timed(1, async () => {
        const fields = { format: name, purpose: 'how fast files are' }
        bytes = await taken(await post(`/desk/c/huicheng/export/${path}`, fields))
      })
      const grown = memoryOf(site, 'VmHWM') - before
      found.push({ name, milliseconds: median, bytes, grown })
    }
    return found
  } finally {
    await site.stop()
  }
}

/** Fills the database up to so many, and tells how long the bare limit takes for them. */
async function fillWithAdults(path: string, count: number): Promise<number> {
  await migrateDatabase(`file:${path}`)
  const store = await openFile(path)
  if (!(await findConsultation(store, 'huicheng')))
    await openConsultation(store, huicheng, system(Date.now() - 15 * 86_400_000))
  const consultation = await findConsultation(store, 'huicheng')
  if (!consultation) throw new Error('the consultation was not opened')
  const sample = sampleOf(consultation)
  // Every fifth of a sample is a child.
  await fillTo(store, consultation, count, (index) =>
    sample(Math.floor(index / 4) * 5 + (index % 4)),
  )
  const bare = await bareFile(store, count)
  await store.close()
  return bare
}

/** The limit beside it: the same rows, one cell a question, by the shortest program that sends them over HTTP. */
async function bareFile(store: Store, count: number): Promise<number> {
  const consultation = await findConsultation(store, 'huicheng')
  const adult = consultation?.editions.find(({ audience }) => audience === 'adult')
  const ids = adult ? [...questionsOf(adult.edition).keys()] : []
  const server = createServer(async (_, answer) => {
    for (let from = 0; from < count; from += 1000) {
      const { rows } = await store.read(
        'SELECT answers FROM responses WHERE seq > ? ORDER BY seq LIMIT 1000',
        [from],
      )
      const lines = rows.map((row) => {
        const answers = JSON.parse(String(row.answers))
        return `${ids.map((id) => `"${String(answers[id] ?? '').replaceAll('"', '""')}"`).join(',')}\r\n`
      })
      if (!answer.write(lines.join('')))
        await new Promise((resolve) => answer.once('drain', resolve))
    }
    answer.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { median } = await timed(3, async () => taken(await fetch(`http://127.0.0.1:${port}`)))
  server.close()
  return median
}

async function taken({ body }: Response): Promise<number> {
  let bytes = 0
  for await (const part of body ?? []) bytes += part.length
  return bytes
}

function memoryOf(site: Site, what: string): number {
  const status = readFileSync(`/proc/${site.pid()}/status`, 'utf8')
  return Number(status.match(new RegExp(`${what}:\\s+(\\d+) kB`))?.[1]) / 1024
}
