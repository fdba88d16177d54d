import type { Answer, Filled } from '../../engine/answers.ts'
import { picked } from '../../engine/picked.ts'
import type { Chance } from './chance.ts'
import { liftViews, ways } from './synthetic-adult-ways.ts'
import { adultWishes, storeRoomWishes, type Wish } from './synthetic-adult-wishes.ts'
import type { Resident } from './synthetic-people.ts'
import { otherTexts, places, problemTexts, suggestionTexts } from './synthetic-texts.ts'

const givesUp = 0.05
const writes = 0.27

/** What this resident fills in: true to the routes of the questionnaire, with gaps as in life. */
export function adultAnswers(chance: Chance, who: Resident): Filled {
  const filled: Filled = { answers: {}, others: {} }
  const { answers, others } = filled
  const last = chance.happens(givesUp) ? 5 + Math.floor(chance.share() * 12) : 18

  const answer = (number: number, value: () => Answer, blank = 0.03) => {
    if (number > last || chance.happens(blank)) return
    const id = `Q${number}`
    answers[id] = value()
    const other = otherTexts[id]
    if (other && has(answers[id], 'other') && chance.happens(0.8)) others[id] = chance.oneOf(other)
  }
  const livesHere = () => answers.Q1 !== 'nearby' && answers.Q1 !== 'visitor'

  answer(1, () => who.home, 0.02)
  answer(2, () => (chance.happens(0.03) ? 'unsaid' : who.age), 0.02)
  if (livesHere()) {
    answer(3, () => (chance.happens(0.04) ? 'unsaid' : who.tenure))
    answer(4, () => chance.weighted(ways.stayed(who)))
  }
  answer(5, () => chance.weighted(ways.satisfied(who)), 0.02)
  answer(6, () => picks(chance, adultWishes(who), 3, ['allfine', 0.03]), 0.02)
  const wishes = list(answers.Q6)
  if (wishes.length > 1) answer(7, () => chance.oneOf(first(wishes)), 0.05)
  answer(8, () => picks(chance, storeRoomWishes(who), 3, ['anything', 0.06]), 0.04)
  answer(9, () => picks(chance, ways.worries(who), 3, ['none', 0.07]), 0.06)
  const uses = list(answers.Q8)
  if (uses.length === 0 || uses.some((use) => use !== 'demolish' && use !== 'keep')) {
    answer(10, () => picks(chance, ways.hours(who), 2, ['never', 0.09]))
  }
  if (livesHere()) answer(11, () => who.floor)
  if (livesHere() && answers.Q2 !== 'age14' && answers.Q11 !== 'lift') {
    // Only who says to be a tenant is offered to leave it to the landlord.
    const tenant = has(['rented', 'employer', 'family'], String(answers.Q3))
    answer(12, () => chance.weighted(liftViews(who, tenant)), 0.05)
    if (!has(['yes', 'either', 'landlord'], String(answers.Q12))) {
      answer(13, () => picks(chance, ways.concerns(who), 3), 0.1)
    }
  }
  answer(14, () => picks(chance, ways.greenery(who), 2, ['fine', 0.08]), 0.05)
  answer(15, () => picks(chance, ways.legal(who), 2, ['noneed', 0.3]), 0.07)
  answer(16, () => speaking(chance, who), 0.06)
  answer(17, () => picks(chance, ways.part(who), 3, ['notime', 0.24]), 0.08)
  if (last === 18 && chance.happens(writes)) writeLetter(chance, filled)
  return filled
}

/** One to three picks, or the option that stands for itself. */
function picks(chance: Chance, of: Record<string, number>, max: number, alone?: [string, number]) {
  if (alone && chance.happens(alone[1])) return [alone[0]]
  const count = chance.happens(0.15) ? 1 : chance.happens(0.35) ? 2 : max
  return chance.several(of, Math.min(count, max))
}

function speaking(chance: Chance, who: Resident): string[] {
  if (chance.happens(who.old ? 0.12 : 0.3)) return ['silent']
  if (chance.happens(who.tenant ? 0.24 : 0.07)) return ['unknown']
  return picks(chance, ways.speaks(who), 2)
}

/** A letter is about what was wished for most. */
function writeLetter(chance: Chance, { answers }: Filled): void {
  const wished = [answers.Q7, ...list(answers.Q6)].filter(isWish)
  const about = wished[0] ?? 'seats'
  const problem = chance.happens(0.6)
  if (problem) answers.Q18a = chance.oneOf(problemTexts[about])
  if (!problem || chance.happens(0.45)) answers.Q18b = chance.oneOf(suggestionTexts[about])
  if (chance.happens(0.4)) answers.Q18c = chance.oneOf(places)
}

const isWish = (id: unknown): id is Wish => typeof id === 'string' && id in problemTexts
const list = (answer: Answer | undefined) => (Array.isArray(answer) ? picked(answer) : [])
const has = (answer: Answer | undefined, id: string) => list(answer).includes(id)
const first = (ids: string[]): [string, ...string[]] => [ids[0] ?? '', ...ids.slice(1)]
