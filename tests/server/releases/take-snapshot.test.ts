import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findConsultation, type OpenConsultation } from '../../../db/consultations.ts'
import { currentRelease, draftRelease, publishRelease } from '../../../db/releases.ts'
import { saveResponse } from '../../../db/responses.ts'
import type { Choice } from '../../../server/releases/edition-snapshot.ts'
import { takeSnapshot } from '../../../server/releases/take-snapshot.ts'
import { huicheng } from '../../../surveys/definitions/huicheng/consultation.ts'
import { syntheticResponses } from '../../../surveys/definitions/huicheng/synthetic.ts'
import type { Count, ResultTable } from '../../../web/desk/results/result-table.ts'
import { type Released, withheldByReason } from '../../../web/public/released.ts'
import { type DeskSite, openDesk } from '../desk/desk-site.ts'

let desk: DeskSite
let consultation: OpenConsultation
beforeAll(async () => {
  desk = await openDesk(huicheng)
  consultation = (await findConsultation(desk.store, huicheng.id)) as OpenConsultation
})
afterAll(() => desk.close())

const everyPerson = [...syntheticResponses(7, 700)]
let sent = 0

/** So many more people answer. */
async function answer(people: number) {
  const boxes = (await desk.store.read('SELECT number, code FROM mailboxes')).rows
  for (const one of everyPerson.slice(sent, sent + people)) {
    const edition = consultation.editions.find(({ audience }) => audience === one.audience)
    const box = boxes.find(({ code }) => code === one.mailbox)
    await saveResponse(desk.store, {
      ...{ id: one.id, versionId: edition?.versionId ?? 0, channel: one.channel, late: false },
      ...{
        mailboxNumber: box ? Number(box.number) : null,
        filled: one.filled,
        assistance: undefined,
      },
      ...{ submittedAt: desk.now(), sha256: 'a'.repeat(64), keyed: () => 'b'.repeat(64) },
      ...{ body: () => '{}', locator: `l${sent}-${one.id.slice(0, 8)}`, suggestion: undefined },
    })
  }
  sent += people
}

const choices = (): Choice[] =>
  consultation.editions.map(({ audience, edition }) => ({
    audience,
    questions: edition.sections.flatMap(({ questions }) => questions.map(({ id }) => id)),
    byNeighbourhood: true,
  }))

const take = () => takeSnapshot(desk.store, consultation, choices(), desk.now())

async function publish() {
  const { released, counted } = await take()
  const draft = { consultationId: huicheng.id, note: '', snapshot: JSON.stringify(released) }
  const { id } = await draftRelease(
    desk.store,
    { ...draft, counted: JSON.stringify(counted) },
    { at: desk.now(), actor: 'one' },
  )
  desk.wait(60_000)
  expect(await publishRelease(desk.store, id, { at: desk.now(), actor: 'one' })).toBe(false)
  expect(await publishRelease(desk.store, id, { at: desk.now(), actor: 'two' })).toBe(true)
  desk.wait(60_000)
  return released
}

function peopleIn({ body, base, apart }: ResultTable): Count[] {
  const beside = [base, ...apart.map(({ count }) => count)]
  switch (body.shape) {
    case 'bars':
    case 'scale':
    case 'histogram':
    case 'days':
      return [...beside, ...body.bars.map(({ count }) => count)]
    case 'rows':
      return [...beside, ...body.rows.flatMap(({ cells }) => cells.map(({ count }) => count))]
    case 'pairs':
      return [...beside, ...body.pairs.flatMap(({ left, right }) => [left.count, right.count])]
    case 'measures':
    case 'places':
    case 'texts':
      return [...beside, body.answered]
  }
}

const everyCount = ({ editions }: Released) =>
  editions.flatMap(({ questions, people, neighbourhoods }) => [
    people,
    ...neighbourhoods.map((one) => one.people),
    ...questions.flatMap(({ table, breakdown }) => [
      ...peopleIn(table),
      ...(breakdown?.table.rows ?? []).flatMap(({ cells }) => cells.map(({ count }) => count)),
      ...(breakdown?.table.groups ?? []).map(({ n }) => n),
    ]),
  ])

test('a release from before reasons were told still lists what it withheld', () => {
  const old = { number: '1', title: '您住在哪里？' }
  const edition = { audience: 'adult', version: 1, title: '', people: 30 } as const
  const lists = withheldByReason({ ...edition, neighbourhoods: [], questions: [], withheld: [old] })
  expect(lists).toEqual([{ why: undefined, questions: [old] }])
})

describe('what a release tells', () => {
  test('of few answers is nothing', async () => {
    await answer(12)
    const { released } = await take()
    expect(released.editions.flatMap(({ questions }) => questions)).toEqual([])
    const withheld = released.editions.flatMap((edition) => edition.withheld)
    expect(withheld.length).toBeGreaterThan(10)
    expect(withheld.every(({ why }) => why === 'few')).toBe(true)
  })

  test('of many is nearly everything, and no number of one to nine people', async () => {
    await answer(388)
    const released = await publish()
    const counts = everyCount(released)
    expect(counts.filter((count) => count !== null && count > 0 && count < 10)).toEqual([])
    const [adult] = released.editions
    const asked = (adult?.questions.length ?? 0) + (adult?.withheld.length ?? 0)
    expect(adult?.questions.length).toBeGreaterThan(asked * 0.7)
    expect(adult?.questions.some(({ breakdown }) => breakdown !== undefined)).toBe(true)
  })

  test('stays as it was while three more have come, and moves on with three hundred', async () => {
    const standing = (await currentRelease(desk.store, huicheng.id))?.snapshot ?? '{}'
    const before: Released = JSON.parse(standing)
    await answer(3)
    const soon = await take()
    expect(JSON.parse(JSON.stringify(soon.released.editions[0]))).toEqual(before.editions[0])
    await answer(297)
    const later = await publish()
    const [adult] = later.editions
    expect(adult?.people).toBeGreaterThan(before.editions[0]?.people ?? 0)
    expect(
      adult?.questions.filter(({ takenAt }) => takenAt === later.takenAt).length,
    ).toBeGreaterThan(8)
  })

  test('fits an old phone: the page with every question and neighbourhood is no more than 30 kB', async () => {
    for (const end of ['', '/child', '/embed', '/poster']) {
      const answered = await desk.app.request(`${desk.origin}/c/${huicheng.id}/results${end}`)
      const page = await answered.text()
      expect(page).toContain('不等于表决')
      expect([end, gzipSync(page).length]).toEqual([end, expect.toSatisfy((n) => n <= 30_000)])
    }
  })
})
