import { describe, expect, test } from 'vitest'
import { adult } from '../../../surveys/definitions/huicheng/adult.ts'
import { child } from '../../../surveys/definitions/huicheng/child.ts'
import { huicheng } from '../../../surveys/definitions/huicheng/consultation.ts'
import {
  type SyntheticResponse,
  syntheticResponses,
} from '../../../surveys/definitions/huicheng/synthetic.ts'
import { channels } from '../../../surveys/engine/answers.ts'
import { checkAnswers } from '../../../surveys/engine/check.ts'
import { picked } from '../../../surveys/engine/picked.ts'
import { allOptions, visibleQuestions } from '../../../surveys/engine/visibility.ts'

const responses = [...syntheticResponses(20_26, 6000)]
const adults = responses.filter((r) => r.audience === 'adult')
const children = responses.filter((r) => r.audience === 'child')
const editionOf = (r: SyntheticResponse) => (r.audience === 'adult' ? adult : child)

describe('made-up responses', () => {
  test('are the same again from the same seed, and others from another', () => {
    expect([...syntheticResponses(5, 40)]).toEqual([...syntheticResponses(5, 60)].slice(0, 40))
    const ids = (seed: number) => [...syntheticResponses(seed, 100)].map((r) => r.id)
    expect(new Set([...ids(1), ...ids(2)]).size).toBe(200)
  })

  test('could each have been sent by a resident: nothing is wrong and nothing is hidden', () => {
    for (const seed of [1, 2, 3]) {
      for (const r of syntheticResponses(seed, 1500)) {
        expect(checkAnswers(editionOf(r), r.filled)).toEqual({ kept: r.filled, problems: [] })
      }
    }
  })

  test('each have an identifier of their own, shaped like those phones make', () => {
    const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    expect(responses.every((r) => shape.test(r.id))).toBe(true)
    expect(new Set(responses.map((r) => r.id)).size).toBe(responses.length)
  })

  test('come through every mailbox or none, every channel, over four weeks', () => {
    const codes = huicheng.neighbourhoods.flatMap((n) => n.mailboxes.map((box) => box.code))
    const seen = new Set(responses.map((r) => r.mailbox))
    expect(seen).toEqual(new Set([...codes, null]))
    expect(new Set(responses.map((r) => r.channel))).toEqual(new Set(channels))
    expect(new Set(responses.map((r) => r.daysAgo))).toEqual(new Set(Array(28).keys()))
  })

  test('come from children about one time in seven', () => {
    expect(children.length / responses.length).toBeCloseTo(0.15, 1)
  })

  test('leave some of every question blank and answer most of it', () => {
    for (const [edition, list] of [[adult, adults] as const, [child, children] as const]) {
      const shown = new Map<string, number>()
      const answered = new Map<string, number>()
      for (const { filled } of list) {
        for (const { id, kind } of visibleQuestions(edition, filled)) {
          if (kind === 'text') continue
          shown.set(id, (shown.get(id) ?? 0) + 1)
          if (id in filled.answers) answered.set(id, (answered.get(id) ?? 0) + 1)
        }
      }
      for (const [id, count] of shown) {
        const share = (answered.get(id) ?? 0) / count
        expect(share, id).toBeGreaterThan(0.7)
        expect(share, id).toBeLessThan(1)
      }
    }
  })

  test('pick every option there is', () => {
    for (const [edition, list] of [[adult, adults] as const, [child, children] as const]) {
      for (const question of edition.sections.flatMap((section) => section.questions)) {
        const seen = new Set(list.flatMap((r) => picked(r.filled.answers[question.id])))
        for (const option of allOptions(question, edition)) {
          expect(seen, `${question.id} ${option.id}`).toContain(option.id)
        }
      }
    }
  })

  test('write something about one time in four, in many different sentences', () => {
    const letters = responses.map((r) => lettersOf(r))
    const wrote = letters.filter((sentences) => sentences.length > 0).length
    expect(wrote / responses.length).toBeGreaterThan(0.2)
    expect(wrote / responses.length).toBeLessThan(0.3)
    expect(new Set(letters.flat()).size).toBeGreaterThanOrEqual(60)
  })

  test('write nothing that looks like a telephone number, a door or an address on the web', () => {
    for (const r of responses) {
      for (const sentence of [...lettersOf(r), ...Object.values(r.filled.others)]) {
        expect(sentence).not.toMatch(/\d|@|http|号楼|室|弄/)
      }
    }
  })
})

describe('in made-up responses, as in life,', () => {
  const old = adults.filter((r) => is(r, 'Q2', 'age60', 'age75'))
  const young = adults.filter((r) => is(r, 'Q2', 'age18', 'age30'))
  const tenants = adults.filter((r) => is(r, 'Q3', 'rented', 'employer', 'family'))
  const owners = adults.filter((r) => is(r, 'Q3', 'owned', 'public'))

  test('older residents wish for easier stairs and care more than younger ones', () => {
    expect(share(old, 'Q6', 'lifts')).toBeGreaterThan(1.4 * share(young, 'Q6', 'lifts'))
    expect(share(old, 'Q6', 'care')).toBeGreaterThan(2 * share(young, 'Q6', 'care'))
  })

  test('younger residents wish for parking and charging more than older ones', () => {
    expect(share(young, 'Q6', 'parking')).toBeGreaterThan(2 * share(old, 'Q6', 'parking'))
  })

  test('tenants know less often whom to ask, and would rather leave the lift to the landlord', () => {
    expect(share(tenants, 'Q16', 'unknown')).toBeGreaterThan(2 * share(owners, 'Q16', 'unknown'))
    expect(share(tenants, 'Q12', 'yes')).toBeLessThan(0.7 * share(owners, 'Q12', 'yes'))
    expect(share(tenants, 'Q8', 'parcels')).toBeGreaterThan(share(owners, 'Q8', 'parcels'))
  })

  test('those high up want the lift, those on the ground floor have doubts', () => {
    const high = adults.filter((r) => is(r, 'Q11', 'high'))
    const ground = adults.filter((r) => is(r, 'Q11', 'ground'))
    expect(share(high, 'Q12', 'yes', 'yescost')).toBeGreaterThan(0.55)
    expect(share(ground, 'Q12', 'doubts', 'against')).toBeGreaterThan(0.45)
  })

  test('one village has worse lighting, say adults and children alike', () => {
    const inDark = (list: SyntheticResponse[], id: string, dark: boolean) =>
      list.filter((r) => id in r.filled.answers && is(r, id, 'hc4') === dark)
    const lamps = (dark: boolean) => share(inDark(adults, 'Q1', dark), 'Q6', 'safety')
    const fear = (dark: boolean) => share(inDark(children, 'K2', dark), 'K4', 'uneasy', 'scared')
    expect(lamps(true)).toBeGreaterThan(1.8 * lamps(false))
    expect(fear(true)).toBeGreaterThan(1.5 * fear(false))
  })

  test('adults are of several minds about the store-room', () => {
    const uses = allOptions(questionEight, adult).map((option) => share(adults, 'Q8', option.id))
    expect(Math.max(...uses)).toBeLessThan(0.45)
    expect(uses.filter((use) => use > 0.12).length).toBeGreaterThanOrEqual(6)
  })

  test('children want to play and make things there', () => {
    expect(share(children, 'K7', 'crafts', 'games')).toBeGreaterThan(0.5)
    expect(share(adults, 'Q8', 'play')).toBeLessThan(0.35)
  })

  test('older residents more often answer on paper or with help', () => {
    const byHand = (list: SyntheticResponse[]) =>
      list.filter((r) => r.channel === 'paper' || r.channel === 'assisted').length / list.length
    expect(byHand(old)).toBeGreaterThan(5 * byHand(young))
  })
})

const questionEight = (() => {
  const found = adult.sections.flatMap((section) => section.questions).find((q) => q.id === 'Q8')
  if (!found) throw new Error('no question Q8')
  return found
})()

function is({ filled }: SyntheticResponse, id: string, ...options: string[]): boolean {
  return picked(filled.answers[id]).some((pick) => options.includes(pick))
}

/** Of those who answered, how many picked one of these. */
function share(list: SyntheticResponse[], id: string, ...options: string[]): number {
  const answered = list.filter((r) => id in r.filled.answers)
  return answered.filter((r) => is(r, id, ...options)).length / answered.length
}

function lettersOf({ filled }: SyntheticResponse): string[] {
  return ['Q18a', 'Q18b', 'Q18c', 'K9'].flatMap((id) => {
    const answer = filled.answers[id]
    return typeof answer === 'string' ? [answer] : []
  })
}
