import { resolve } from 'node:path'
import fc from 'fast-check'
import loadHighs from 'highs'
import { beforeAll, describe, expect, test } from 'vitest'
import { totalsKnown } from '../../../../surveys/engine/compare/known-totals.ts'
import { protectWithout, type Side } from '../../../../surveys/engine/quality/protect-without.ts'
import { guard } from '../../../../web/desk/results/result-of.ts'

const k = 5
type Highs = Awaited<ReturnType<typeof loadHighs>>
let highs: Highs
beforeAll(async () => {
  const locateFile = (file: string) => resolve('tests/node_modules/highs/build', file)
  highs = await loadHighs({ locateFile })
})

/** How many left out and how many stayed: at each option, at "don't know", skipped, not asked. */
interface Part {
  counts: number[]
  dontKnow: number
  skipped: number
  unasked: number
}

describe('one question beside the same without those that carry a label', () => {
  test('five who chose this and two who chose that are not found by taking one table from the other', () => {
    const left = { counts: [5, 2], dontKnow: 0, skipped: 0, unasked: 0 }
    const stay = { counts: [30, 20], dontKnow: 0, skipped: 0, unasked: 0 }
    const told = tell(left, stay)
    const hidden = [...(told?.counts ?? []), told?.shown].filter((one) => one === null)
    expect(hidden.length).toBeGreaterThan(1)
    expect(narrowest(left, stay).width).toBeGreaterThanOrEqual(k)
  })

  test('nothing is told where fewer than five were left out or stay', () => {
    const none = { counts: [0, 0], dontKnow: 0, skipped: 0, unasked: 0 }
    const few = { ...none, counts: [2, 2] }
    const many = { ...none, counts: [30, 20] }
    expect(tell(few, many)).toBeUndefined()
    expect(tell(many, few)).toBeUndefined()
    expect(tell(none, many)?.counts).toEqual([30, 20])
  })

  test('who is told of is told truly, and no number of one to four people can be worked out closer than five', () => {
    let told = 0
    fc.assert(
      fc.property(parts, ([left, stay]) => {
        for (const count of tell(left, stay)?.counts ?? []) if (count !== null) told++
        tell(left, stay)?.counts.forEach((count, at) => {
          if (count !== null) expect(count).toBe(stay.counts[at])
        })
        const { width, of } = narrowest(left, stay)
        expect(width, of).toBeGreaterThanOrEqual(k - 1e-6)
      }),
      { numRuns: 120 },
    )
    expect(told).toBeGreaterThan(80)
  })
})

const people = fc.oneof(fc.nat(8), fc.nat(40))
const parts = fc.integer({ min: 2, max: 4 }).chain((options) => {
  const part = fc.record({
    counts: fc.array(people, { minLength: options, maxLength: options }),
    ...{ dontKnow: fc.nat(7), skipped: fc.nat(9), unasked: fc.oneof(fc.constant(0), fc.nat(12)) },
  })
  // Fewer on either side, and there is no second table at all.
  return fc.tuple(part, part).filter((both) => both.every((one) => sideOf(one).people >= k))
})

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)

function sideOf({ counts, dontKnow, skipped, unasked }: Part): Side {
  const answered = sum(counts) + dontKnow
  const shown = answered + skipped
  const tallied = { kind: 'choice' as const, shown, answered, counts, dontKnow, picks: sum(counts) }
  return { people: shown + unasked, tallied }
}

function added(one: Part, other: Part): Part {
  return {
    counts: one.counts.map((count, at) => count + (other.counts[at] ?? 0)),
    dontKnow: one.dontKnow + other.dontKnow,
    skipped: one.skipped + other.skipped,
    unasked: one.unasked + other.unasked,
  }
}

/** The page of results, and what may stand beside it. Where it counts those not asked with those who skipped, so does this. */
function wholeOf(left: Part, stay: Part) {
  const raw = sideOf(added(left, stay))
  const { guarded, merged } = guard(raw.tallied, raw.people, k)
  if (guarded.kind !== 'choice') throw new Error('another kind')
  return { guarded, merged, known: totalsKnown(guarded) }
}

const folded = (part: Part): Part => ({
  ...{ ...part, skipped: part.skipped + part.unasked, unasked: 0 },
})

function tell(left: Part, stay: Part) {
  const { merged, known } = wholeOf(left, stay)
  const [out, rest] = merged ? [folded(left), folded(stay)] : [left, stay]
  return protectWithout(sideOf(added(out, rest)), sideOf(rest), 'one', known, k)
}

/** The closest an exact solver comes to a number of one to four people, from all that stands on both tables. */
function narrowest(left: Part, stay: Part): { width: number; of: string } {
  const { guarded, merged } = wholeOf(left, stay)
  const [out, rest] = merged ? [folded(left), folded(stay)] : [left, stay]
  const told = protectWithout(
    sideOf(added(out, rest)),
    sideOf(rest),
    'one',
    totalsKnown(guarded),
    k,
  )
  const names = (side: string) => [
    ...out.counts.map((_, at) => `${side}${at}`),
    ...[`${side}unsure`, `${side}skipped`, `${side}unasked`],
  ]
  const valuesOf = (part: Part) => [...part.counts, part.dontKnow, part.skipped, part.unasked]
  const truth = new Map([
    ...names('l').map((name, at): [string, number] => [name, valuesOf(out)[at] ?? 0]),
    ...names('s').map((name, at): [string, number] => [name, valuesOf(rest)[at] ?? 0]),
  ])
  const facts: string[] = []
  const say = (terms: readonly string[]) => {
    facts.push(`${terms.join(' + ')} = ${sum(terms.map((name) => truth.get(name) ?? 0))}`)
  }
  const both = (at: number) => [names('l')[at] ?? '', names('s')[at] ?? '']
  const asked = (side: string) => names(side).slice(0, -1)
  say(names('l'))
  say(names('s'))
  if (guarded.shown !== null) say([...asked('l'), ...asked('s')])
  guarded.counts.forEach((count, at) => {
    if (count !== null) say(both(at))
  })
  if (guarded.dontKnow !== null) say(both(out.counts.length))
  if (guarded.shown !== null && guarded.answered !== null) say(both(out.counts.length + 1))
  told?.counts.forEach((count, at) => {
    if (count !== null) say([`s${at}`])
  })
  if (told?.shown != null) say(asked('s'))
  if (told?.dontKnow != null) say(['sunsure'])
  const secrets = [...truth].flatMap(([name, value]) => (value > 0 && value < k ? [[name]] : []))
  const widths = secrets.map((terms) => {
    const end = (sense: string) => {
      const text = `${sense}\n obj: ${terms.join(' + ')}\nSubject To\n ${facts.join('\n ')}\nEnd`
      const solved = highs.solve(text, { output_flag: false })
      if (solved.Status !== 'Optimal') throw new Error(`${solved.Status}: ${text}`)
      return solved.ObjectiveValue
    }
    return { width: end('Maximize') - end('Minimize'), of: terms.join(' + ') }
  })
  return widths.sort((a, b) => a.width - b.width)[0] ?? { width: k, of: 'nobody' }
}
