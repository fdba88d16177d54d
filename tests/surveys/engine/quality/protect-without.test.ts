import { resolve } from 'node:path'
import fc from 'fast-check'
import loadHighs from 'highs'
import { beforeAll, describe, expect, test } from 'vitest'
import { totalsKnown } from '../../../../surveys/engine/compare/known-totals.ts'
import { guard } from '../../../../surveys/engine/guard.ts'
import { type Part, protectWithout } from '../../../../surveys/engine/quality/protect-without.ts'

const k = 5
type Highs = Awaited<ReturnType<typeof loadHighs>>
let highs: Highs
beforeAll(async () => {
  const locateFile = (file: string) => resolve('tests/node_modules/highs/build', file)
  highs = await loadHighs({ locateFile })
})

type Picks = 'one' | 'several'

/** How many of those left out, or of those who stay, at each option, at "don't know", skipped it, were not asked. */
interface Answers {
  counts: number[]
  dontKnow: number
  /** All who chose something; who may choose several stands at each of them. */
  answered: number
  skipped: number
  unasked: number
}

const only = (...counts: number[]): Answers => ({
  ...{ counts, answered: sum(counts), dontKnow: 0, skipped: 0, unasked: 0 },
})

describe('one question beside the same without those that carry a label', () => {
  test('five who chose this and two who chose that are not found by taking one table from the other', () => {
    const [left, stay] = [only(5, 2), only(30, 20)]
    const told = tell(left, stay, 'one')
    const hidden = [...(told?.counts ?? []), told?.shown].filter((one) => one === null)
    expect(hidden.length).toBeGreaterThan(1)
    expect(narrowest(left, stay, 'one').width).toBeGreaterThanOrEqual(k)
  })

  test('nothing is told where fewer than five were left out or stay', () => {
    const [none, few, many] = [only(0, 0), only(2, 2), only(30, 20)]
    expect(tell(few, many, 'one')).toBeUndefined()
    expect(tell(many, few, 'one')).toBeUndefined()
    expect(tell(none, many, 'one')?.counts).toEqual([30, 20])
  })

  test.each(['one', 'several'] as const)(
    'what is told is true, and no number of one to four people can be worked out closer than five, where people pick %s',
    (picks) => {
      let told = 0
      fc.assert(
        fc.property(partsOf(picks), ([left, stay]) => {
          const page = tell(left, stay, picks)
          // No second table: what everybody's table and the sizes of both parts say is not its doing.
          if (!page) return
          page.counts.forEach((count, at) => {
            if (count === null) return
            told++
            expect(count).toBe(stay.counts[at])
          })
          const { width, of } = narrowest(left, stay, picks)
          expect(width, of).toBeGreaterThanOrEqual(k - 1e-6)
        }),
        { numRuns: 100 },
      )
      expect(told).toBeGreaterThan(60)
    },
  )
})

const people = fc.oneof(fc.nat(8), fc.nat(40))
const partsOf = (picks: Picks) =>
  fc.integer({ min: 2, max: 4 }).chain((options) => {
    const part = fc
      .record({
        counts: fc.array(people, { minLength: options, maxLength: options }),
        ...{ more: fc.nat(7), skipped: fc.nat(9) },
        unasked: fc.oneof(fc.constant(0), fc.nat(12)),
      })
      .map(({ more, ...part }): Answers => {
        if (picks === 'one') return { ...part, dontKnow: more, answered: sum(part.counts) + more }
        return { ...part, dontKnow: 0, answered: Math.max(...part.counts) + more }
      })
    // Fewer on either side, and there is no second table at all.
    return fc.tuple(part, part).filter((both) => both.every((one) => partOf(one).people >= k))
  })

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)

function partOf({ counts, dontKnow, answered, skipped, unasked }: Answers): Part {
  const shown = answered + skipped
  const tallied = { kind: 'choice' as const, shown, answered, counts, dontKnow, picks: sum(counts) }
  return { people: shown + unasked, tallied }
}

function added(one: Answers, other: Answers): Answers {
  return {
    counts: one.counts.map((count, at) => count + (other.counts[at] ?? 0)),
    dontKnow: one.dontKnow + other.dontKnow,
    answered: one.answered + other.answered,
    skipped: one.skipped + other.skipped,
    unasked: one.unasked + other.unasked,
  }
}

/** What stands on the page of results; where it counts those not asked with those who skipped, so do both parts. */
function onResults(left: Answers, stay: Answers) {
  const raw = partOf(added(left, stay))
  const { guarded, merged } = guard(raw.tallied, raw.people, k)
  if (guarded.kind !== 'choice') throw new Error('another kind')
  const folded = (part: Answers): Answers =>
    merged ? { ...part, skipped: part.skipped + part.unasked, unasked: 0 } : part
  return { guarded, left: folded(left), stay: folded(stay) }
}

function tell(left: Answers, stay: Answers, picks: Picks) {
  const page = onResults(left, stay)
  const whole = partOf(added(page.left, page.stay))
  return protectWithout(whole, partOf(page.stay), picks, totalsKnown(page.guarded), k)
}

/** The closest an exact solver comes to a number of one to four people, from all that stands on both tables. */
function narrowest(left: Answers, stay: Answers, picks: Picks): { width: number; of: string } {
  const page = onResults(left, stay)
  const told = tell(left, stay, picks)
  const truth = new Map<string, number>()
  for (const [side, part] of [['l', page.left] as const, ['s', page.stay] as const]) {
    part.counts.forEach((count, at) => {
      truth.set(`${side}${at}`, count)
      truth.set(`${side}no${at}`, part.answered - count)
    })
    for (const name of ['dontKnow', 'answered', 'skipped', 'unasked'] as const)
      truth.set(side + name, part[name])
  }
  const facts: string[] = []
  const say = (...terms: string[]) => {
    facts.push(`${terms.join(' + ')} = ${sum(terms.map((name) => truth.get(name) ?? 0))}`)
  }
  const options = left.counts.map((_, at) => at)
  for (const side of ['l', 's']) {
    say(`${side}answered`, `${side}skipped`, `${side}unasked`)
    if (picks === 'one') {
      const parts = [...options.map((at) => side + at), `${side}dontKnow`]
      facts.push(`${parts.join(' + ')} - ${side}answered = 0`)
    } else
      for (const at of options) facts.push(`${side}${at} + ${side}no${at} - ${side}answered = 0`)
  }
  const { guarded } = page
  if (guarded.shown !== null) say('lanswered', 'sanswered', 'lskipped', 'sskipped')
  if (guarded.shown !== null && guarded.answered !== null) say('lskipped', 'sskipped')
  if (guarded.dontKnow !== null) say('ldontKnow', 'sdontKnow')
  for (const at of options) {
    if (guarded.counts[at] !== null) say(`l${at}`, `s${at}`)
    if (told && told.counts[at] !== null) say(`s${at}`)
  }
  if (told && told.shown !== null) say('sanswered', 'sskipped')
  if (told && told.dontKnow !== null) say('sdontKnow')
  const secrets = [...truth].filter(
    ([name, value]) => value > 0 && value < k && !/no\d|answered/.test(name),
  )
  const widths = secrets.map(([name]) => {
    const end = (sense: string) => {
      const text = `${sense}\n obj: ${name}\nSubject To\n ${facts.join('\n ')}\nEnd`
      const solved = highs.solve(text, { output_flag: false })
      if (solved.Status !== 'Optimal') throw new Error(`${solved.Status}: ${text}`)
      return solved.ObjectiveValue
    }
    return { width: end('Maximize') - end('Minimize'), of: name }
  })
  return widths.sort((a, b) => a.width - b.width)[0] ?? { width: k, of: 'nobody' }
}
