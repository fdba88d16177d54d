import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
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

/** The adults' responses as files, downloaded whole: how long each takes, and the most memory the server ever held. */
export async function exportFigures(folder: string, count: number): Promise<Figure[]> {
  mkdirSync(folder, { recursive: true })
  const database = `${folder}/exports.db`
  const store = await manyAdults(database, count)
  const bare = await bareFile(store, count)
  await store.close()
  const site = await openSite(database)
  try {
    const { get, post } = await deskSession(site)
    const figures: Figure[] = []
    for (const format of formats) {
      await site.restart('SIGTERM')
      // The page has counted the responses by the time a file is asked for.
      await get('/desk/c/huicheng/export')
      const before = memoryOf(site, 'VmRSS')
      let bytes = 0
      const { median } = await timed(1, async () => {
        const fields = { format, purpose: 'how fast files are' }
        bytes = await taken(await post('/desk/c/huicheng/export/adult', fields))
      })
      figures.push({
        name: `${amount(count)} responses as ${format}`,
        value: milliseconds(median),
        detail: `${amount(bytes / 2 ** 20)} MB; the server grew by ${amount(memoryOf(site, 'VmHWM') - before)} MiB${format === 'csv' ? '; aim 2 s for 100,000' : ''}`,
        ...(format === 'csv' && { holds: median <= count * perResponse }),
      })
    }
    return [
      { name: `bare JSON rows to CSV, ${amount(count)}`, value: milliseconds(bare) },
      ...figures,
    ]
  } finally {
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function manyAdults(path: string, count: number): Promise<Store> {
  await migrateDatabase(`file:${path}`)
  const store = await openFile(path)
  await openConsultation(store, huicheng, Date.now() - 15 * 86_400_000)
  const consultation = await findConsultation(store, 'huicheng')
  if (!consultation) throw new Error('the consultation was not opened')
  const sample = sampleOf(consultation)
  // Every fifth of a sample is a child.
  await fillTo(store, consultation, count, (index) =>
    sample(Math.floor(index / 4) * 5 + (index % 4)),
  )
  return store
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
