import { readFileSync } from 'node:fs'
import { versionColumns } from '../../db/columns.ts'
import { findConsultation, openConsultation } from '../../db/consultations.ts'
import { openFile } from '../../db/file.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { sealDueChunks } from '../../db/sealing.ts'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import { openSite, type Site } from '../e2e/site.ts'
import { deskVisitor } from './desk-visitor.ts'
import { amount, type Figure, milliseconds, range, timed } from './figures.ts'
import { fillTo } from './many-responses.ts'
import { sampleOf } from './sample.ts'

const resultsPage = '/desk/c/huicheng/results/adult'
const crossTab = '/desk/c/huicheng/results/adult/Q8'
const filtered = `${resultsPage}?n=hc2&is=Q2.age30`

/** The committee's pages over so many real rows: the desk's results, one cross-tab, the start and the memory it takes. */
export async function resultFigures(folder: string, count: number): Promise<Figure[]> {
  const database = `${folder}/${count}.db`
  await makeDatabase(database, count)
  const site = await openSite(database)
  try {
    const started = await timed(3, () => site.restart('SIGTERM'))
    const visitor = await deskVisitor(site)
    const first = await timed(1, () => visitor(resultsPage))
    const again = await timed(21, () => visitor(resultsPage))
    const narrowed = await timed(21, () => visitor(filtered))
    const cross = await timed(21, () => visitor(crossTab))
    const ofSize = (name: string) => `${name}, ${amount(count)} responses`
    return [
      {
        name: ofSize('results page over HTTP'),
        value: `median ${milliseconds(again.median)}`,
        detail: `${range(again)}; first after start ${milliseconds(first.median)}; aim 50 ms`,
        holds: again.median <= 50,
      },
      {
        name: ofSize('one neighbourhood, one answer over HTTP'),
        value: `median ${milliseconds(narrowed.median)}`,
        detail: range(narrowed),
      },
      {
        name: ofSize('cross-tab with neighbourhoods over HTTP'),
        value: `median ${milliseconds(cross.median)}`,
        detail: `${range(cross)}; aim 25 ms`,
        holds: cross.median <= 25,
      },
      {
        name: ofSize('start-up'),
        value: `median ${milliseconds(started.median)}`,
        detail: range(started),
      },
      { name: ofSize('peak memory of the server'), value: `${amount(peakMemory(site))} MiB` },
    ]
  } finally {
    await site.stop()
  }
}

async function makeDatabase(path: string, count: number): Promise<void> {
  await migrateDatabase(`file:${path}`)
  const store = await openFile(path)
  await openConsultation(store, huicheng, Date.now() - 15 * 86_400_000)
  const consultation = await findConsultation(store, 'huicheng')
  if (!consultation) throw new Error('the consultation was not opened')
  await fillTo(store, consultation, count, sampleOf(consultation))
  for (const { versionId, edition } of consultation.editions) {
    await sealDueChunks(store, versionId, edition)
    await versionColumns(store, versionId, edition)
  }
  await store.close()
}

/** The most this process ever held, as the kernel counted it. */
function peakMemory(site: Site): number {
  const status = readFileSync(`/proc/${site.pid()}/status`, 'utf8')
  return Number(status.match(/VmHWM:\s+(\d+) kB/)?.[1]) / 1024
}
