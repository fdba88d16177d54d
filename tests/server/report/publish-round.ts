import { expect } from 'vitest'
import { findConsultation } from '../../../db/consultations.ts'
import { draftRelease, publishRelease } from '../../../db/releases.ts'
import { takeSnapshot } from '../../../server/releases/take-snapshot.ts'
import type { DeskSite } from '../desk/desk-site.ts'

/** Publishes these questions of the adults' edition as two people at the desk would. */
export async function publishRound(desk: DeskSite, questions: string[]): Promise<void> {
  desk.wait(1000)
  const consultation = await findConsultation(desk.store, 'round')
  if (!consultation) throw new Error('no consultation')
  const choices = [{ audience: 'adult' as const, questions, byNeighbourhood: true }]
  const taken = await takeSnapshot(desk.store, consultation, choices, desk.now())
  const { released, counted } = taken
  const { id } = await draftRelease(
    desk.store,
    {
      ...{ consultationId: 'round', note: '', counted: JSON.stringify(counted) },
      snapshot: JSON.stringify({ ...released, highlights: [] }),
    },
    { at: desk.now(), actor: 'one' },
  )
  desk.wait(1000)
  expect(await publishRelease(desk.store, id, { at: desk.now(), actor: 'two' })).toBe(true)
}
