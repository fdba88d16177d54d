import type { Answer, Filled, Pin } from '../../engine/answers.ts'
import { checkAnswers } from '../../engine/check.ts'
import type { Edition } from '../../engine/definition.ts'
import { dateOfDay, dayOfDate } from '../../engine/read-date.ts'
import { type Chance, chanceFrom } from '../huicheng/chance.ts'
import type { SyntheticResponse } from '../huicheng/synthetic.ts'
import { identifier } from '../huicheng/synthetic.ts'
import { adult } from './adult.ts'
import { child } from './child.ts'

const childShare = 0.25
const days = 20
/** As many as a demonstration takes the time to draw. */
const mostPhotos = 12

/** Made-up responses to the garden's questions, always the same for the same seed. */
export function* gardenResponses(seed: number, count: number): Generator<SyntheticResponse> {
  const chance = chanceFrom(seed)
  let photos = 0
  for (let i = 0; i < count; i++) {
    const audience = chance.happens(childShare) ? 'child' : 'adult'
    const wanted = audience === 'child' ? childAnswers(chance) : adultAnswers(chance)
    const photo = identifier(chance)
    // Not everybody who would add a photo has one at hand.
    if (wanted.P6 === 'yes' && chance.happens(0.4) && photos < mostPhotos) {
      wanted.P7 = photo
      photos++
    }
    const mailbox = chance.happens(0.8) ? 'HC2A' : null
    yield {
      ...{ id: identifier(chance), audience, mailbox, channel: mailbox ? 'qr' : 'link' },
      daysAgo: Math.floor(days * chance.share()),
      filled: kept(audience === 'child' ? child : adult, wanted),
    }
  }
}

function adultAnswers(chance: Chance): Record<string, Answer> {
  const answers: Record<string, Answer> = {
    P1: chance.weighted({ flowers: 34, bench: 38, play: 18, wild: 7, any: 3 }),
    P2: order(chance, { seats: 40, light: 22, shade: 26, beds: 14, board: 4 }),
    P3: stickers(chance, { plants: 3, paths: 2, lamps: 3, care: 2 }),
    P4: Array.from({ length: 1 + Math.floor(chance.share() * 3) }, () => pin(chance)),
  }
  const photo = chance.weighted({ yes: 22, no: 63, unsaid: 15 })
  if (photo !== 'unsaid') answers.P6 = photo
  if (chance.happens(0.85)) {
    // Saturdays and Sundays draw more.
    const day = dayOfDate('2027-03-01') + Math.floor(chance.share() * 92)
    answers.P5 = dateOfDay(chance.happens(0.6) ? day + ((13 - ((day + 4) % 7)) % 7) : day)
  }
  if (chance.happens(0.2)) answers.P8 = chance.oneOf(wishes)
  return answers
}

function childAnswers(chance: Chance): Record<string, Answer> {
  const answers: Record<string, Answer> = {
    G0: chance.happens(0.3) ? 'yes' : 'no',
    G1: chance.weighted({ age6: 20, age8: 32, age10: 30, age12: 18 }),
    G2: {
      doing: chance.weighted({ digging: 45, running: 55 }),
      being: chance.weighted({ reading: 35, drawing: 65 }),
    },
    G3: order(chance, { swing: 40, pond: 22, hut: 28, cat: 24 }).slice(0, 3),
    G9: chance.weighted({ myself: 60, readout: 30, helped: 10 }),
  }
  if (answers.G0 === 'yes') answers.G4 = flower(chance)
  return answers
}

/** What some write beside a pin. */
const remarks = {
  sit: ['下午有树荫', '能看到孩子玩', '等人方便'],
  plant: ['种点月季', '太阳好，种得活', '我来认一块'],
  worry: ['晚上太暗', '下雨积水', '砖松了'],
} as const

const wishes: [string, ...string[]] = [
  '长椅要有靠背，老人起身有地方扶。',
  '灯不要太亮，照到一楼窗户睡不着。',
  '花坛写上谁家在照看，坏了好找人。',
  '别种容易招蚊子的。',
  '邮筒旁边留一块能停童车的地方。',
]

/** Where people like to sit, where things would grow, and the dark corner by the wall. */
const spots = {
  sit: [0.5, 0.5],
  plant: [0.3, 0.75],
  worry: [0.85, 0.25],
} as const

function pin(chance: Chance): Pin {
  const category = chance.weighted({ sit: 45, plant: 35, worry: 20 })
  const [x, y] = spots[category]
  // The mean of three draws lies near the middle more often than far from it.
  const near = (at: number) => {
    const away = (chance.share() + chance.share() + chance.share()) / 3 - 0.5
    return Math.round(1000 * Math.max(0, Math.min(1, at + away * 0.5))) / 1000
  }
  const spot = { x: near(x), y: near(y), category }
  return chance.happens(0.2) ? { ...spot, comment: chance.oneOf(remarks[category]) } : spot
}

function order(chance: Chance, weights: Record<string, number>): string[] {
  const left = { ...weights }
  const ranked: string[] = []
  const wanted = 1 + Math.floor(chance.share() * Object.keys(weights).length)
  while (ranked.length < wanted) {
    const next = chance.weighted(left)
    ranked.push(next)
    left[next] = 0
  }
  return ranked
}

function stickers(chance: Chance, weights: Record<string, number>): Record<string, number> {
  const given: Record<string, number> = {}
  const spent = 7 + Math.floor(chance.share() * 4)
  for (let i = 0; i < spent; i++) {
    const pot = chance.weighted(weights)
    given[pot] = (given[pot] ?? 0) + 1
  }
  return given
}

/** A stalk, two leaves and a blossom, each drawn a little differently. */
function flower(chance: Chance): string[] {
  const about = (n: number) => Math.round(n + (chance.share() - 0.5) * 40)
  const [x, y] = [about(500), about(300)]
  return [
    `${x},${y} 2,90 -4,90 6,90`,
    `${x},${y + 150} -60,-40 -20,30`,
    `${x},${y + 190} 60,-40 20,30`,
    `${x - 60},${y} 30,-60 60,0 30,60 -30,60 -60,0 -30,-60`,
  ]
}

const kept = (edition: Edition, answers: Record<string, Answer>): Filled =>
  checkAnswers(edition, { answers, others: {} }).kept
