import type { Condition } from '../../engine/condition.ts'

/** Visitors and people from other estates are not asked about homes and lifts here. */
export const livesHere: Condition = { not: { question: 'Q1', isOneOf: ['nearby', 'visitor'] } }

/** Only grown-ups in a building without a lift are asked whether one should be added. */
export const aboutLift: Condition[] = [
  livesHere,
  { not: { question: 'Q2', is: 'age14' } },
  { not: { question: 'Q11', is: 'lift' } },
]
