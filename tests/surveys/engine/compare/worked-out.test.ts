import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupColumns } from '../../../../surveys/engine/compare/group-columns.ts'
import { protectCrossTab } from '../../../../surveys/engine/compare/protect-cross-tab.ts'
import { type Guarded, hideSmall } from '../../../../surveys/engine/hide-small.ts'
import { type Known, narrowest } from './solver.ts'

const k = 5
const one = { rows: 'one', columns: 'one' } as const
const sum = (some: readonly number[]) => some.reduce((all, cell) => all + cell, 0)

/** People by what they picked in two questions; the last row and the last column are those who skipped one. */
const tables = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }), fc.boolean())
  .chain(([rows, columns, skip]) =>
    fc
      .array(fc.array(fc.nat(16), { minLength: columns + 1, maxLength: columns + 1 }), {
        ...{ minLength: rows + 1, maxLength: rows + 1 },
      })
      .map((cells) =>
        cells.map((row, r) =>
          row.map((people, c) => (!skip && (r === rows || c === columns) ? 0 : people)),
        ),
      )
      .filter((cells) => sum(cells.map(sum)) >= k),
  )

/** What the page of results tells of each question, and the table of the one by the other. */
function lookedAt(cells: number[][]) {
  const width = (cells[0]?.length ?? 1) - 1
  const inRows = cells.map(sum)
  const inColumns = (cells[0] ?? []).map((_, c) => sum(cells.map((row) => row[c] ?? 0)))
  const page = { rows: hideSmall(inRows, k), columns: hideSmall(inColumns, k) }
  const raw = {
    counts: cells.slice(0, -1).map((row) => row.slice(0, -1)),
    ...{ rowBases: inRows.slice(0, -1), columnBases: inColumns.slice(0, -1), both: sum(inRows) },
  }
  const known = {
    ...{ rows: page.rows.slice(0, -1), columns: page.columns.slice(0, -1) },
    ...{ noRow: page.rows.at(-1) !== null, noColumn: page.columns.at(-1) !== null },
  }
  const told = protectCrossTab(raw, one, k, known)
  return { raw, told, known, page, width, inRows, inColumns }
}

function knowledge(
  cells: number[][],
  { told, page, width, inRows, inColumns }: ReturnType<typeof lookedAt>,
): Known {
  const truth = new Map<string, number>([['all', sum(inRows)]])
  const seen = new Set(['all'])
  const name = (r: number, c: number) => `c_${r}_${c}`
  cells.forEach((row, r) => {
    truth.set(`r_${r}`, inRows[r] ?? 0)
    if (page.rows[r] !== null) seen.add(`r_${r}`)
    row.forEach((people, c) => {
      truth.set(name(r, c), people)
      if (told && told.counts[r]?.[c] != null) seen.add(name(r, c))
    })
  })
  inColumns.forEach((people, c) => {
    truth.set(`k_${c}`, people)
    if (page.columns[c] !== null) seen.add(`k_${c}`)
  })
  // That nobody skipped a question is known, and then nobody is left over anywhere.
  const nobody = (r: number, c: number) =>
    (r === cells.length - 1 && inRows[r] === 0) || (c === width && inColumns[c] === 0)
  cells.forEach((row, r) => {
    row.forEach((_, c) => {
      if (nobody(r, c)) seen.add(name(r, c))
    })
  })
  return {
    truth,
    told: seen,
    sums: [
      { total: 'all', parts: cells.map((_, r) => `r_${r}`) },
      { total: 'all', parts: inColumns.map((_, c) => `k_${c}`) },
      ...cells.map((row, r) => ({ total: `r_${r}`, parts: row.map((_, c) => name(r, c)) })),
      ...inColumns.map((_, c) => ({ total: `k_${c}`, parts: cells.map((_, r) => name(r, c)) })),
    ],
  }
}

describe('whoever has the comparison beside the page of results', () => {
  test('works out no count of one to four, with an exact solver', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (cells) => {
        const looked = lookedAt(cells)
        // Those who skipped are nobody's cell here, so small ones among them are not asked about.
        const known = knowledge(cells, looked)
        expect(await narrowest(withoutSkipped(known, cells), k)).toBeGreaterThanOrEqual(k - 1e-6)
      }),
      { numRuns: 300 },
    )
  }, 120_000)

  test('nor when options are put together into groups, whose totals are told too', async () => {
    await fc.assert(
      fc.asyncProperty(
        tables,
        fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 4, maxLength: 4 }),
        async (cells, all) => {
          const looked = lookedAt(cells)
          const { raw, told, page, width } = looked
          if (!told) return
          const places = all.slice(0, width)
          const source = { raw, told, members: raw.columnBases.map((_, at) => [at]) }
          const grouped = groupColumns(raw, [source], { places, groups: 2 }, 'one', k, looked.known)
          const { truth, told: seen, sums } = knowledge(cells, looked)
          const more = { truth: new Map(truth), told: new Set(seen), sums: [...sums] }
          const put = (name: string, parts: string[], count: Guarded | undefined) => {
            more.truth.set(name, sum(parts.map((part) => truth.get(part) ?? 0)))
            if (count !== null && count !== undefined) more.told.add(name)
            more.sums.push({ total: name, parts })
          }
          for (const group of [0, 1]) {
            const mine = places.flatMap((place, c) => (place === group ? [c] : []))
            put(
              `g_${group}`,
              mine.map((c) => `k_${c}`),
              grouped?.columnBases[group],
            )
            raw.counts.forEach((_, r) => {
              put(
                `g_${r}_${group}`,
                mine.map((c) => `c_${r}_${c}`),
                grouped?.counts[r]?.[group],
              )
            })
          }
          expect(page.rows.length).toBe(cells.length)
          expect(await narrowest(withoutSkipped(more, cells), k)).toBeGreaterThanOrEqual(k - 1e-6)
        },
      ),
      { numRuns: 300 },
    )
  }, 120_000)

  test('reads shares that are counts of their base', () => {
    fc.assert(
      fc.property(tables, (cells) => {
        const { told } = lookedAt(cells)
        told?.counts.forEach((row, r) => {
          row.forEach((count, c) => {
            if (count === null) return
            expect(count).toBe(cells[r]?.[c])
            expect(count === 0 || count >= k).toBe(true)
          })
        })
      }),
    )
  })
})

/** Only counts of people who answered both are secrets. */
function withoutSkipped({ truth, told, sums }: Known, cells: number[][]): Known {
  const isSkipped = (name: string) => {
    const [kind, r, c] = name.split('_')
    return (
      kind === 'c' && (Number(r) === cells.length - 1 || Number(c) === (cells[0]?.length ?? 1) - 1)
    )
  }
  const hidden = [...truth].filter(([name]) => !told.has(name) && isSkipped(name))
  return {
    truth: new Map([...truth].filter(([name]) => !hidden.some(([other]) => other === name))),
    told,
    sums,
  }
}
