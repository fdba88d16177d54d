import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { system } from '../../db/audit.ts'
import { openConsultation } from '../../db/consultations.ts'
import { openFile } from '../../db/file.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import type { Audience, Consultation } from '../../surveys/engine/definition.ts'
import { adultOf, childOf, kindsRound } from '../server/desk/kinds-round.ts'
import { pngOf } from '../server/files/pictures.ts'
import { openSite, type Site } from './site.ts'

/** The built server on a database in which the round of all kinds of question is open, or another. */
export async function openKindsSite(round: Consultation = kindsRound): Promise<Site> {
  const database = join(mkdtempSync(join(tmpdir(), 'kinds-')), 'forest.db')
  await migrateDatabase(`file:${database}`)
  const store = await openFile(`file:${database}`)
  await openConsultation(store, round, system(Date.now() - 60_000))
  await store.close()
  return openSite(database)
}

const photo = pngOf(400, 300)

/** So many people answer through the door every phone uses; the first few adults send a photo. */
export async function answerKinds(
  origin: string,
  audience: Audience,
  count: number,
  photos = 0,
): Promise<void> {
  for (let n = 0; n < count; n++) {
    const id = randomUUID()
    const photoId = randomUUID()
    const answers = audience === 'adult' ? adultOf(n) : childOf(n)
    const withPhoto = audience === 'adult' && n < photos && answers.Q6 === 'yes'
    if (withPhoto) answers.Q7 = photoId
    const answer = await fetch(`${origin}/api/responses/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ consultation: 'round', edition: audience, version: 1, channel: 'qr' },
        ...{ mailbox: n % 3 === 0 ? 'WEST1' : 'EAST1', answers, others: {} },
      }),
    })
    if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
    if (!withPhoto) continue
    const sent = await fetch(`${origin}/api/responses/${id}/photos/${photoId}`, {
      method: 'PUT',
      headers: { 'content-type': 'image/png' },
      body: photo,
    })
    if (sent.status !== 201) throw new Error(`${sent.status} ${await sent.text()}`)
  }
}
