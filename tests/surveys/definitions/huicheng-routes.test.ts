import { expect, test } from 'vitest'
import { adult } from '../../../surveys/definitions/huicheng/adult.ts'
import { child } from '../../../surveys/definitions/huicheng/child.ts'
import { checkAnswers } from '../../../surveys/engine/check.ts'
import type { Edition } from '../../../surveys/engine/definition.ts'
import { offeredOptions } from '../engine/offered-options.ts'
import { asked, choices, idsOf, type Numbered, numbered, question } from './numbered.ts'

// What should be asked is written here a second time, from the draft and not from the definition:
// "①→ 跳过" means that the question is left out when ① was answered, and only then.

const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)

const always = ['Q1', 'Q2', 'Q5', 'Q6', 'Q8', 'Q9', 'Q14', 'Q15', 'Q16', 'Q17']
const letter = ['Q18a', 'Q18b', 'Q18c']
const order = [...from(1, 17).map((n) => `Q${n}`), ...letter]

function adultRoute(extra: Record<string, boolean>): string[] {
  return order.filter((id) => always.includes(id) || letter.includes(id) || extra[id])
}

function offeredNumbers(edition: Edition, id: string, given: Numbered): number[] {
  const ids = idsOf(edition, id)
  const options = offeredOptions(question(edition, id), edition, numbered(edition, given))
  return options.map((option) => ids.indexOf(option.id) + 1)
}

test('every way through home, age, tenure, lift and view asks just what was drafted', () => {
  const wrong: unknown[] = []
  let walked = 0
  for (const Q1 of from(0, 7)) {
    for (const Q2 of from(0, 7)) {
      for (const Q3 of from(0, 6)) {
        for (const Q11 of from(0, 4)) {
          for (const Q12 of from(0, 6)) {
            walked++
            const given = { Q1, Q2, Q3, Q11, Q12 }
            const livesHere = Q1 !== 6 && Q1 !== 7
            const aboutLift = livesHere && Q2 !== 1 && Q11 !== 1
            const landlordOffered = Q3 === 3 || Q3 === 4 || Q3 === 5
            const strayed = aboutLift && Q12 === 6 && !landlordOffered
            const noConcern = !strayed && (Q12 === 1 || Q12 === 3 || Q12 === 6)
            const expected = adultRoute({
              Q3: livesHere,
              Q4: livesHere,
              Q10: true,
              Q11: livesHere,
              Q12: aboutLift,
              Q13: aboutLift && !noConcern,
            })
            const filled = numbered(adult, given)
            const { kept, problems } = checkAnswers(adult, filled)
            const keeps = [Q1 && 'Q1', Q2 && 'Q2', livesHere && Q3 && 'Q3']
            keeps.push(livesHere && Q11 && 'Q11', aboutLift && Q12 && !strayed && 'Q12')
            const same =
              String(asked(adult, filled)) === String(expected) &&
              String(Object.keys(kept.answers)) === String(keeps.filter(Boolean)) &&
              problems.length === (strayed ? 1 : 0)
            if (!same) wrong.push(given)
          }
        }
      }
    }
  }
  expect(walked).toBe(8 * 8 * 7 * 5 * 7)
  expect(wrong).toEqual([])
})

test('every permitted pick of matters leads to the right question about urgency', () => {
  const wrong: unknown[] = []
  const all = [...choices(12, 3), [13]]
  for (const Q6 of all) {
    const expected = adultRoute({
      Q3: true,
      Q4: true,
      Q7: Q6.length > 1,
      Q10: true,
      Q11: true,
      Q12: true,
      Q13: true,
    })
    const choice = offeredNumbers(adult, 'Q7', { Q6 })
    const same =
      String(asked(adult, numbered(adult, { Q6 }))) === String(expected) &&
      String(choice) === String(Q6.length > 1 ? Q6 : [])
    if (!same) wrong.push(Q6)
  }
  expect(all).toHaveLength(1 + 12 + 66 + 220 + 1)
  expect(wrong).toEqual([])
})

test('just the matters picked can be the most urgent', () => {
  const wrong: unknown[] = []
  for (const Q6 of choices(12, 3).filter((picks) => picks.length > 1)) {
    for (const Q7 of from(1, 12)) {
      const { problems } = checkAnswers(adult, numbered(adult, { Q6, Q7 }))
      if ((problems.length === 0) !== Q6.includes(Q7)) wrong.push({ Q6, Q7 })
    }
  }
  expect(wrong).toEqual([])
})

test('only who wants the store-room gone or untouched, and nothing else, is not asked when to come', () => {
  const wrong: unknown[] = []
  for (const Q8 of [...choices(11, 3), [12]]) {
    const onlyGoneOrUntouched = ['9', '10', '9,10'].includes(String(Q8))
    const asksWhen = asked(adult, numbered(adult, { Q8 })).includes('Q10')
    if (asksWhen === onlyGoneOrUntouched) wrong.push(Q8)
  }
  expect(wrong).toEqual([])
})

test('only children who did not say they feel safe are asked what they fear', () => {
  for (const K4 of from(0, 4)) {
    expect(asked(child, numbered(child, { K4 }))).toEqual([
      ...['K1', 'K2', 'K3', 'K4'],
      ...(K4 === 1 || K4 === 2 ? [] : ['K5']),
      ...['K6', 'K8', 'K9', 'K0'],
    ])
  }
})

test('every way to choose three times leads to the right favourites', () => {
  const pairs = [
    ['a', ['reading', 'crafts']],
    ['b', ['garden', 'games']],
    ['c', ['drawing', 'stories']],
  ] as const
  for (const a of from(0, 2)) {
    for (const b of from(0, 2)) {
      for (const c of from(0, 2)) {
        const chosen = [a, b, c].flatMap((n, i) => {
          const [id, two] = pairs[i] ?? pairs[0]
          const pick = two[n - 1]
          return pick ? [[id, pick] as const] : []
        })
        const filled = { answers: { K6: Object.fromEntries(chosen) }, others: {} }
        const favourites = offeredOptions(question(child, 'K7'), child, filled)
        expect(favourites.map((option) => option.id)).toEqual(chosen.map(([, pick]) => pick))
        expect(asked(child, filled).includes('K7')).toBe(chosen.length > 0)
      }
    }
  }
})
