import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holm } from '../../../../surveys/engine/statistics/holm.ts'
import { kappa } from '../../../../surveys/engine/statistics/kappa.ts'
import { kish } from '../../../../surveys/engine/statistics/kish.ts'
import { twoSided } from '../../../../surveys/engine/statistics/normal.ts'
import { rake } from '../../../../surveys/engine/statistics/rake.ts'
import { twoProportions } from '../../../../surveys/engine/statistics/two-proportions.ts'
import { wilson } from '../../../../surveys/engine/statistics/wilson.ts'

const figures = (values: (number | undefined)[], expected: number[]) => {
  expect(values.length).toBe(expected.length)
  values.forEach((value, i) => {
    expect(Math.abs((value ?? Number.NaN) - (expected[i] ?? 0))).toBeLessThan(1e-6)
  })
}

describe('figures of others, calculated anew', () => {
  // Newcombe (1998), Statistics in Medicine 17, 857–872, table I: 81/263, 15/148, 0/20, 1/29;
  // more digits from R 4.2.2, prop.test(x, n, correct = FALSE)$conf.int.
  test('Wilson intervals are those of Newcombe’s examples', () => {
    for (const [count, base, low, high] of [
      [81, 263, 0.255288519878274, 0.3662095769828],
      [15, 148, 0.0623863995307363, 0.160487241723308],
      [0, 20, 0, 0.161125158052819],
      [1, 29, 0.00611321429276266, 0.171755218793203],
      [29, 29, 0.883030201500259, 1],
      [17, 42, 0.270428611474813, 0.555056872499606],
    ] as const) {
      const interval = wilson(count, base)
      figures([interval?.low, interval?.high], [low, high])
    }
  })

  // R 4.2.2: prop.test(c(a, b), c(n, m), correct = FALSE)$p.value; the first two pairs are groups of
  // Fleiss (1981), Statistical Methods for Rates and Proportions, p. 139, which R ships as ?prop.test.
  test('differences between two groups are those of Fleiss’s smokers', () => {
    for (const [a, n, b, m, p] of [
      [83, 86, 90, 93, 0.922320095734269],
      [129, 136, 70, 82, 0.0161432937786357],
      [45, 120, 30, 140, 0.00435081615685584],
      [30, 60, 30, 60, 1],
    ] as const) {
      figures([twoProportions({ count: a, base: n }, { count: b, base: m })], [p])
    }
  })

  // R 4.2.2: p.adjust(p, "holm").
  test('many comparisons at once are judged as Holm does', () => {
    figures(holm([0.01, 0.04, 0.03, 0.005, 0.02]), [0.04, 0.06, 0.06, 0.025, 0.06])
    figures(holm([0.8, 0.001, 0.04, 0.04, 0.3, 0.012]), [0.8, 0.006, 0.16, 0.16, 0.6, 0.06])
    expect(holm([])).toEqual([])
  })

  // R 4.2.2: 2 * pnorm(-z).
  test('tails of the normal distribution are as thin as they are', () => {
    const tails = [
      [0.1, 0.92034432544594202],
      [0.5, 0.61707507745197387],
      [1, 0.31731050786291409],
      [1.96, 0.049995790296440856],
      [2.5, 0.01241933065155227],
      [3.3, 0.00096684828476755488],
      [5, 5.7330314375838782e-7],
      [8, 1.244192114854357e-15],
    ] as const
    for (const [z, p] of tails) expect(twoSided(z) / p).toBeCloseTo(1, 9)
  })

  // Three diagnoses by two judges; R 4.2.2 from the definition in Cohen (1960).
  test('two coders agree as far as Cohen’s formula says', () => {
    const judged = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]
    figures([kappa(judged)], [0.491525423728813])
  })

  // R 4.2.2 with survey 4.1-1: apiclus1 of data(api), weights 1, rake() over school type and school-wide
  // growth target to the margins of apipop (4421, 755, 1018 of 6194; 1072, 5122 of 6194).
  test('weights are those of the survey package for the schools of California', () => {
    const counts = [
      [12, 132],
      [3, 11],
      [8, 17],
    ]
    const cells = counts.flatMap((row, type) =>
      row.map((people, growth) => ({ people, categories: [type, growth] })),
    )
    const raked = rake(cells, [
      [4421, 755, 1018],
      [1072, 5122],
    ])
    if (raked.kind !== 'weighted') throw new Error(raked.kind)
    const expected = [
      ...[1.177039107715389, 0.882520764473834],
      ...[1.983205013101559, 1.486968098849213],
      ...[1.449732031972017, 1.086980553791009],
    ]
    figures(raked.weights, expected)
    figures([raked.effective, raked.designEffect], [174.011158550889, 1.05165669560485])
  })
})

describe('whatever the numbers', () => {
  const people = fc.integer({ min: 1, max: 5000 })

  test('an interval holds the share, within 0 and 1, and is narrower the more people there are', () => {
    fc.assert(
      fc.property(people, fc.double({ min: 0, max: 1, noNaN: true }), (base, part) => {
        const count = Math.round(base * part)
        const one = wilson(count, base)
        const more = wilson(count * 4, base * 4)
        if (!one || !more) throw new Error('no interval')
        expect(one.low).toBeLessThanOrEqual(count / base + 1e-12)
        expect(one.high).toBeGreaterThanOrEqual(count / base - 1e-12)
        expect(one.low >= 0 && one.high <= 1).toBe(true)
        expect(more.high - more.low).toBeLessThan(one.high - one.low)
      }),
    )
    expect(wilson(0, 0)).toBeUndefined()
  })

  test('raked weights meet every margin, stay within bounds, and are 1 where nothing has to change', () => {
    const counts = fc.array(fc.integer({ min: 10, max: 60 }), { minLength: 6, maxLength: 6 })
    const shares = fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(counts, shares, (six, wanted) => {
        const cells = six.map((some, i) => ({ people: some, categories: [i % 3, i % 2] }))
        const margin = (m: number, size: number, weights: number[]) =>
          Array.from({ length: size }, (_, at) =>
            cells.reduce(
              (sum, cell, i) =>
                sum + (cell.categories[m] === at ? cell.people * (weights[i] ?? 0) : 0),
              0,
            ),
          )
        const all = six.reduce((sum, some) => sum + some, 0)
        const raked = rake(cells, [wanted, [1, 1]])
        if (raked.kind === 'weighted') {
          const goal = wanted.map((share) => (share / wanted.reduce((a, b) => a + b)) * all)
          margin(0, 3, raked.weights).forEach((now, at) => {
            expect(Math.abs(now / (goal[at] ?? 1) - 1)).toBeLessThan(2e-6)
          })
          for (const weight of raked.weights) expect(weight >= 0.3 && weight <= 3).toBe(true)
          expect(raked.designEffect).toBeGreaterThanOrEqual(1 - 1e-12)
        } else expect(raked.kind).not.toBe('too-few')
        const ones = six.map(() => 1)
        const asIs = rake(cells, [margin(0, 3, ones), margin(1, 2, ones)])
        expect(asIs.kind === 'weighted' && asIs.weights.every((w) => Math.abs(w - 1) < 1e-6)).toBe(
          true,
        )
      }),
    )
  })

  test('a category of nine people is not made to speak for others', () => {
    const cells = [9, 80].map((some, i) => ({ people: some, categories: [i] }))
    expect(rake(cells, [[1, 1]])).toEqual({ kind: 'too-few', margin: 0, category: 0, people: 9 })
  })

  test('weighting that costs too much is refused, and so is what bounds do not allow', () => {
    const cells = [10, 990].map((some, i) => ({ people: some, categories: [i] }))
    expect(rake(cells, [[1, 1]]).kind).toBe('out-of-reach')
    expect(rake(cells, [[1, 1]], { least: 0, most: 100 }).kind).toBe('too-uneven')
  })

  test('equal weights cost nothing', () => {
    fc.assert(
      fc.property(people, fc.double({ min: 0.1, max: 9, noNaN: true }), (some, weight) => {
        const { effective, designEffect } = kish([{ weight, people: some }])
        expect(effective).toBeCloseTo(some, 6)
        expect(designEffect).toBeCloseTo(1, 9)
      }),
    )
  })

  test('coders who always agree have 1, and where only one code was given nothing can be said', () => {
    expect(
      kappa([
        [5, 0],
        [0, 7],
      ]),
    ).toBe(1)
    expect(
      kappa([
        [5, 0],
        [0, 0],
      ]),
    ).toBeUndefined()
    expect(kappa([])).toBeUndefined()
  })
})
