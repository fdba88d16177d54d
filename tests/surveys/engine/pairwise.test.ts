import { describe, expect, test } from 'vitest'
import { garden } from '../../../surveys/definitions/garden/consultation.ts'
import { encodeColumns } from '../../../surveys/engine/columns.ts'
import { pairwise, pairwiseWinner } from '../../../surveys/engine/pairwise.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { tally } from '../../../surveys/engine/tally.ts'
import { bordaOf } from '../../../surveys/engine/tally-rank.ts'

const edition = garden.editions.find(({ audience }) => audience === 'adult')
const question = [...(edition ? questionsOf(edition).values() : [])].find(
  ({ kind }) => kind === 'rank',
)
if (!edition || question?.kind !== 'rank') throw new Error('the garden asks for no ranking')
const [a = '', b = '', c = '', d = ''] = question.options.map(({ id }) => id)

function counted(ballots: [people: number, order: string[]][]) {
  const rows = ballots.flatMap(([people, order]) =>
    Array.from({ length: people }, (_, i) => ({
      ...{ seq: i + 1, day: 1, mailboxNumber: 0, channel: 'qr' as const },
      answers: { [question?.id ?? '']: order },
    })),
  )
  if (!edition || question?.kind !== 'rank') throw new Error('no ranking')
  return encodeColumns(edition, rows)
}

describe('an order of preference', () => {
  // The capital of Tennessee, the usual example of voting theory (Wikipedia, “Borda count” and “Condorcet
  // method”): of 100 voters 42 Memphis–Nashville–Chattanooga–Knoxville, 26 Nashville–Chattanooga–Knoxville–
  // Memphis, 15 Chattanooga–Knoxville–Nashville–Memphis, 17 Knoxville–Chattanooga–Nashville–Memphis.
  // Borda points 126, 194, 173, 107; Nashville wins every pair, 58:42, 68:32, 68:32.
  const [memphis, nashville, chattanooga, knoxville] = [a, b, c, d]
  const columns = counted([
    [42, [memphis, nashville, chattanooga, knoxville]],
    [26, [nashville, chattanooga, knoxville, memphis]],
    [15, [chattanooga, knoxville, nashville, memphis]],
    [17, [knoxville, chattanooga, nashville, memphis]],
  ])

  test('has the points and the winner of the published example', () => {
    const before = pairwise(question, columns)
    expect(before[1]?.[0]).toBe(58)
    expect(before[0]?.[1]).toBe(42)
    expect(before[1]?.[2]).toBe(68)
    expect(before[1]?.[3]).toBe(68)
    expect(before[2]?.[3]).toBe(83)
    expect(pairwiseWinner(before.slice(0, 4).map((row) => row.slice(0, 4)))).toBe(1)
    const tallied = tally(question, edition, columns)
    if (tallied.kind !== 'rank') throw new Error('not ranked')
    const n = question.options.length
    // Where the question has more options than were ranked, each voter's own points grow by as many.
    const points = bordaOf(tallied)
      .slice(0, 4)
      .map(({ borda }) => (borda ?? 0) * 100 * (n - 1) - 100 * (n - 4))
    for (const [at, expected] of [126, 194, 173, 107].entries()) {
      expect(Math.abs((points[at] ?? 0) - expected)).toBeLessThan(1e-6)
    }
  })

  test('may have no winner, when each beats another in a circle', () => {
    const circle = counted([
      [10, [a, b, c]],
      [10, [b, c, a]],
      [10, [c, a, b]],
    ])
    expect(pairwiseWinner(pairwise(question, circle))).toBeUndefined()
  })
})
