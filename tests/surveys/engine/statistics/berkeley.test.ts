import { describe, expect, test } from 'vitest'
import { encodeColumns } from '../../../../surveys/engine/columns.ts'
import type { CrossTab } from '../../../../surveys/engine/cross-tab.ts'
import { holm } from '../../../../surveys/engine/statistics/holm.ts'
import { rake } from '../../../../surveys/engine/statistics/rake.ts'
import { twoProportions } from '../../../../surveys/engine/statistics/two-proportions.ts'
import { crossTab } from '../cross-tab.ts'
import { edition as editionOf, named, text } from '../sample.ts'

// Bickel, Hammel & O’Connell (1975), Science 187, 398–404: 4,526 applicants to the six largest departments of
// Berkeley in 1973, as R ships them (datasets::UCBAdmissions). All figures below: R 4.2.2, options(digits = 15).
const departments = ['A', 'B', 'C', 'D', 'E', 'F']
const applicants = {
  admitted: { male: [512, 353, 120, 138, 53, 22], female: [89, 17, 202, 131, 94, 24] },
  rejected: { male: [313, 207, 205, 279, 138, 351], female: [19, 8, 391, 244, 299, 317] },
}

const choice = (id: string, options: string[]) => ({
  ...{ id, kind: 'single' as const, title: text(id), options: options.map(named) },
})
const edition = editionOf([
  choice('Admit', ['admitted', 'rejected']),
  choice('Gender', ['male', 'female']),
  choice('Dept', departments),
])
const rows = Object.entries(applicants).flatMap(([admit, byGender]) =>
  Object.entries(byGender).flatMap(([gender, byDepartment]) =>
    byDepartment.flatMap((people, at) =>
      Array.from({ length: people }, () => ({
        ...{ seq: 1, day: 20_000, mailboxNumber: 0, channel: 'paper' as const },
        answers: { Admit: admit, Gender: gender, Dept: departments[at] ?? '' },
      })),
    ),
  ),
)
const columns = encodeColumns(edition, rows)

/** Equal to 1e-6 of the figure itself, however small it is. */
function same(values: readonly number[], expected: readonly number[]) {
  expect(values.length).toBe(expected.length)
  values.forEach((value, i) => {
    expect(Math.abs(value / (expected[i] ?? Number.NaN) - 1)).toBeLessThan(1e-6)
  })
}

const shares = ({ counts, columnBases }: CrossTab) =>
  counts.map((row) => row.map((count, at) => count / (columnBases[at] ?? 0)))

/** Each cell against the rest of its row, as the page of comparison has it. */
const againstOthers = ({ counts, rowBases, columnBases, both }: CrossTab) =>
  counts.map((row, r) =>
    row.map((count, c) => {
      const base = columnBases[c] ?? 0
      const others = { count: (rowBases[r] ?? 0) - count, base: both - base }
      return twoProportions({ count, base }, others)
    }),
  )

describe('the admissions of Berkeley, from single answers to the last figure', () => {
  test('are counted as table() counts them', () => {
    // apply(UCBAdmissions, c(1, 3), sum)
    expect(crossTab(edition, columns, 'Admit', 'Dept')).toEqual({
      counts: [
        [601, 370, 322, 269, 147, 46],
        [332, 215, 596, 523, 437, 668],
      ],
      rowBases: [1755, 2771],
      columnBases: [933, 585, 918, 792, 584, 714],
      both: 4526,
    })
    // apply(UCBAdmissions, c(1, 2), sum)
    expect(crossTab(edition, columns, 'Admit', 'Gender').counts).toEqual([
      [1198, 557],
      [1493, 1278],
    ])
  })

  test('have the shares of prop.table()', () => {
    // prop.table(apply(UCBAdmissions, c(1, 3), sum), 2)
    const [admitted = [], rejected = []] = shares(crossTab(edition, columns, 'Admit', 'Dept'))
    same(admitted, [
      ...[0.644158628081458, 0.632478632478632, 0.350762527233115],
      ...[0.339646464646465, 0.251712328767123, 0.0644257703081232],
    ])
    same(rejected, [
      ...[0.355841371918542, 0.367521367521368, 0.649237472766884],
      ...[0.660353535353535, 0.748287671232877, 0.9355742296918768],
    ])
  })

  test('differ as prop.test(correct = FALSE) says, and p.adjust("holm") after it', () => {
    // prop.test(c(admitted here, admitted elsewhere), c(all here, all elsewhere), correct = FALSE)$p.value
    const p = againstOthers(crossTab(edition, columns, 'Admit', 'Dept'))
    const expected = [
      ...[9.40451660218381e-73, 9.61711341011042e-39, 0.00997369870487384],
      ...[0.00221687301280972, 4.82125127987015e-13, 3.54823140234094e-83],
    ]
    // Whoever was not admitted was rejected, so that both rows say the same.
    same(p[0] ?? [], expected)
    same(p[1] ?? [], expected)
    // p.adjust(both rows, "holm")
    const adjusted = [
      ...[9.40451660218381e-72, 7.69369072808834e-38, 0.0199473974097477],
      ...[0.00886749205123889, 2.89275076792207e-12, 4.25787768280913e-82],
    ]
    same(holm(p.flat()), [...adjusted, ...adjusted])
  })

  test('favoured men in all, and within the departments only women of the first', () => {
    // prop.test(apply(UCBAdmissions, c(1, 2), sum)[1, ], colSums(apply(UCBAdmissions, c(1, 2), sum)), correct = FALSE)
    const [men] = againstOthers(crossTab(edition, columns, 'Admit', 'Gender'))[0] ?? []
    same([men ?? 0], [7.81360038899453e-22])
    // sapply(1:6, \(i) prop.test(UCBAdmissions[1, , i], colSums(UCBAdmissions[, , i]), correct = FALSE)$p.value)
    const within = departments.map((_, at) => {
      const selected = Uint8Array.from(rows, ({ answers }) => +(answers.Dept === departments[at]))
      const tab = crossTab(edition, columns, 'Admit', 'Gender', selected)
      return againstOthers(tab)[0]?.[0] ?? 0
    })
    same(within, [
      ...[3.28040361711659e-5, 0.614466765666778, 0.385358092983074],
      ...[0.585153072223346, 0.317052066820458, 0.535420681308078],
    ])
    // p.adjust(those, "holm")
    same(holm(within), [0.000196824217026995, 1, 1, 1, 1, 1])
  })
})

describe('weights that reach their bounds', () => {
  // The applicants by gender and department, weighted to departments of equal size and to 60 or 65 % women.
  // Reference: weights min(3, max(0.3, exp(Xb))) that meet every margin, X = model.matrix(~ Gender + Dept), found
  // by Newton's method in R (what survey::calibrate(calfun = "raking", bounds = c(0.3, 3)) solves; Deville &
  // Särndal 1992, JASA 87, 376–382); residual below 1e-12. n_eff = sum(w)^2 / sum(w^2), deff = n / n_eff.
  const counts = departments.map((_, at) =>
    (['male', 'female'] as const).map(
      (gender) => (applicants.admitted[gender][at] ?? 0) + (applicants.rejected[gender][at] ?? 0),
    ),
  )
  const cells = counts.flatMap((row, department) =>
    row.map((people, gender) => ({ people, categories: [gender, department] })),
  )
  const references = [
    {
      women: 0.6,
      men: [
        ...[0.645304334002593, 1.21309523809524, 0.340775060599929],
        ...[0.46815292972, 0.522890104082417, 0.517015857495268],
      ],
      others: [
        ...[2.055159794270309, 3, 1.08529753564647],
        ...[1.49096949770469, 1.665295988431531, 1.646587737500289],
      ],
      effective: 3608.76555514924,
      effect: 1.254168476958,
    },
    {
      women: 0.65,
      men: [
        ...[0.558176605662696, 1.21309523809524, 0.3],
        ...[0.336026660480257, 0.3580811363326, 0.370655100630426],
      ],
      others: [
        ...[2.720718830200085, 3, 1.10764474423834],
        ...[1.63789390910151, 1.74539398548042, 1.806683228147168],
      ],
      effective: 3250.76305101597,
      effect: 1.39228849626105,
    },
  ]

  for (const { women, men, others, effective, effect } of references) {
    test(`are those of truncated raking for ${100 * women} % women, and cost as much`, () => {
      const raked = rake(cells, [
        [1 - women, women],
        [1, 1, 1, 1, 1, 1],
      ])
      if (raked.kind !== 'weighted') throw new Error(raked.kind)
      same(
        raked.weights,
        men.flatMap((weight, at) => [weight, others[at] ?? 0]),
      )
      same([raked.effective, raked.designEffect], [effective, effect])
    })
  }
})
