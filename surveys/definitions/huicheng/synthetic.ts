import type { Channel, Filled } from '../../engine/answers.ts'
import type { Audience } from '../../engine/definition.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { adultAnswers } from './synthetic-adult.ts'
import { childAnswers } from './synthetic-child.ts'
import { childhood, resident } from './synthetic-people.ts'

/** One made-up response. Nobody wrote it: it is for demonstrations, rehearsals and load only. */
export interface SyntheticResponse {
  /** Shaped like a random UUID, but it follows from the seed. */
  id: string
  audience: Audience
  mailbox: string | null
  channel: Channel
  /** Whole days before today, less than four weeks. */
  daysAgo: number
  filled: Filled
}

const childShare = 0.15
const days = 28

/** Plausible responses, always the same for the same seed; fewer are the beginning of more. */
export function* syntheticResponses(seed: number, count: number): Generator<SyntheticResponse> {
  const chance = chanceFrom(seed)
  for (let i = 0; i < count; i++) yield response(chance)
}

function response(chance: Chance): SyntheticResponse {
  const id = identifier(chance)
  const daysAgo = dayBefore(chance)
  if (chance.happens(childShare)) {
    const child = childhood(chance)
    const { mailbox, channel } = child
    return { id, audience: 'child', mailbox, channel, daysAgo, filled: childAnswers(chance, child) }
  }
  const adult = resident(chance)
  const { mailbox, channel } = adult
  return { id, audience: 'adult', mailbox, channel, daysAgo, filled: adultAnswers(chance, adult) }
}

/** Most write in the first days, when the mailbox is new; a few keep coming to the end. */
function dayBefore(chance: Chance): number {
  return days - 1 - Math.floor(days * chance.share() ** 1.7)
}

/** Shaped like a random UUID. */
export function identifier(chance: Chance): string {
  const word = () => chance.bits().toString(16).padStart(8, '0')
  const hex = word() + word() + word() + word()
  const variant = '89ab'[chance.bits() % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}
