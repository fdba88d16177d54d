import { expect, test } from 'vitest'
import { findConsultation } from '../../../db/consultations.ts'
import { draftRelease, publishRelease } from '../../../db/releases.ts'
import { takeSnapshot } from '../../../server/releases/take-snapshot.ts'
import { garden } from '../../../surveys/definitions/garden/consultation.ts'
import { gardenResponses } from '../../../surveys/definitions/garden/synthetic.ts'
import { answer, openDesk } from '../desk/desk-site.ts'

test('a map of pins is told once: a second would show where the newcomers set theirs', async () => {
  const desk = await openDesk(garden)
  const consultation = await findConsultation(desk.store, garden.id)
  const edition = consultation?.editions.find(({ audience }) => audience === 'adult')
  const adults = [...gardenResponses(3, 400)].filter(({ audience }) => audience === 'adult')
  if (!consultation || !edition) throw new Error('there is no garden')
  const question =
    edition.edition.sections.flatMap(({ questions }) => questions).find((q) => q.kind === 'pin')
      ?.id ?? ''
  const choices = [{ audience: 'adult' as const, questions: [question], byNeighbourhood: false }]
  const told: unknown[] = []
  for (const some of [adults.slice(0, 100), adults.slice(100, 200)]) {
    for (const { filled } of some) await answer(desk.store, edition.versionId, filled)
    const { released, counted } = await takeSnapshot(desk.store, consultation, choices, desk.now())
    told.push(released.editions[0]?.questions[0])
    const draft = { consultationId: garden.id, note: '', snapshot: JSON.stringify(released) }
    const kept = { ...draft, counted: JSON.stringify(counted) }
    const { id } = await draftRelease(desk.store, kept, { at: desk.now(), actor: 'one' })
    desk.wait(1000)
    expect(await publishRelease(desk.store, id, { at: desk.now(), actor: 'two' })).toBe(true)
    desk.wait(1000)
  }
  expect(told[0]).toMatchObject({ table: { id: question, body: { shape: 'places' } } })
  expect(JSON.parse(JSON.stringify(told[1]))).toEqual(JSON.parse(JSON.stringify(told[0])))
  await desk.close()
})
