import { system } from '../../db/audit.ts'
import { versionColumns } from '../../db/columns.ts'
import { findConsultation, openConsultation } from '../../db/consultations.ts'
import { openFile } from '../../db/file.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { sealDueChunks } from '../../db/sealing.ts'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import { fillTo } from './many-responses.ts'
import { sampleOf } from './sample.ts'

/** A database with so many responses to the real consultation, its chunks sealed as after a quiet minute. */
export async function makeDatabase(path: string, count: number): Promise<void> {
  await migrateDatabase(`file:${path}`)
  const store = await openFile(path)
  await openConsultation(store, huicheng, system(Date.now() - 15 * 86_400_000))
  const consultation = await findConsultation(store, 'huicheng')
  if (!consultation) throw new Error('the consultation was not opened')
  await fillTo(store, consultation, count, sampleOf(consultation))
  for (const { versionId, edition } of consultation.editions) {
    await sealDueChunks(store, versionId, edition)
    await versionColumns(store, versionId, edition)
  }
  await store.close()
}
