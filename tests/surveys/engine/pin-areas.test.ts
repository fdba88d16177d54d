import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pinAreas } from '../../../surveys/engine/pin-areas.ts'

/** One person is the list of its pins, each the number of a cell and perhaps of a category. */
type Person = (number | [cell: number, category: number])[]

function columnsOf(people: Person[], most = 3): Uint16Array[] {
  return Array.from({ length: most }, (_, pin) =>
    Uint16Array.from(people, (pins) => {
      const one = pins[pin]
      if (one === undefined) return 0
      return typeof one === 'number' ? 1 + one : 1 + one[1] * 768 + one[0]
    }),
  )
}

const cell = (x: number, y: number) => y * 32 + x
const times = (count: number, person: Person) => Array.from({ length: count }, () => person)
const found = (people: Person[], k = 5, categories = 0) =>
  pinAreas(columnsOf(people), { k, categories })

describe('pins on a plan', () => {
  test('of enough people in one square show that square', () => {
    const { areas, places } = found(times(6, [cell(9, 13)]))
    expect(areas).toMatchObject([{ cells: [cell(9, 13)], people: 6 }])
    expect(places).toEqual([{ name: 'C4', people: 6, byCategory: [] }])
  })

  test('of a few neighbours are taken together until they are enough', () => {
    const people = [...times(3, [cell(8, 12)]), ...times(3, [cell(9, 13)])]
    const { areas, places } = found(people)
    expect(areas).toMatchObject([
      { cells: [cell(8, 12), cell(9, 12), cell(8, 13), cell(9, 13)], people: 6 },
    ])
    expect(places).toMatchObject([{ name: 'C4', people: 6 }])
  })

  test('that lie alone are told of together, as elsewhere', () => {
    const alone = Array.from({ length: 7 }, (_, at): Person => [cell(at * 4, (at % 6) * 4)])
    const { areas, places } = found([...times(20, [cell(30, 23)]), ...alone])
    expect(areas).toHaveLength(1)
    expect(places).toMatchObject([
      { name: 'H6', people: 20 },
      { name: undefined, people: 7 },
    ])
  })

  test('of one person far from all others take the smallest area with them', () => {
    const people = [...times(20, [cell(0, 0)]), ...times(6, [cell(30, 23)]), [cell(30, 2)]]
    const { areas, places } = found(people)
    expect(areas).toMatchObject([{ people: 20 }])
    expect(places).toMatchObject([
      { name: 'A1', people: 20 },
      { name: undefined, people: 7 },
    ])
  })

  test('of fewer people than may be told apart show nothing at all', () => {
    expect(found(times(4, [cell(1, 1)]))).toMatchObject({ areas: [], places: [] })
    expect(found([])).toMatchObject({ areas: [], places: [] })
  })

  test('count people: whoever sets three pins in one place is one', () => {
    const people = times(5, [cell(1, 1), cell(1, 1), cell(2, 2)])
    const { places } = found(people)
    expect(places).toMatchObject([{ name: 'A1', people: 5 }])
    expect(found(times(2, [cell(1, 1), cell(2, 1), cell(3, 1)])).areas).toEqual([])
  })

  test('are told by what they stand for', () => {
    const people: Person[] = [
      ...times(6, [
        [cell(1, 1), 0],
        [cell(2, 2), 1],
      ]),
      ...times(5, [[cell(1, 1), 1]]),
    ]
    expect(found(people, 5, 2).places).toEqual([{ name: 'A1', people: 11, byCategory: [6, 11] }])
  })

  test('of people who were left out are not counted', () => {
    const people = [...times(6, [cell(1, 1)]), ...times(6, [cell(30, 20)])]
    const selected = Uint8Array.from(people, (_, at) => (at < 6 ? 1 : 0))
    expect(pinAreas(columnsOf(people), { k: 5, selected }).places).toMatchObject([{ name: 'A1' }])
  })

  test('know the place of every point', () => {
    const { placeOf } = found(times(6, [cell(9, 13)]))
    expect(placeOf(9.5 / 32, 13.5 / 24)).toBe('C4')
    expect(placeOf(1, 1)).toBeUndefined()
  })

  test('never show a part of the plan in which fewer people than k set one', () => {
    const anyone = fc.array(fc.integer({ min: 0, max: 767 }), { maxLength: 3 })
    // Many in few squares, so that all sizes come up.
    const crowd = fc.array(
      fc.oneof(anyone, fc.constantFrom<Person>([5], [6, 37], [38], [300, 301], [12, 767])),
      { maxLength: 120 },
    )
    fc.assert(
      fc.property(crowd, fc.constantFrom(5, 10), (people, k) => {
        const { areas, places } = found(people as Person[], k)
        const within = (cells: Set<number>) =>
          people.filter((pins) => pins.some((pin) => cells.has(pin as number))).length
        const shown = new Set(areas.flatMap(({ cells }) => cells))
        const rest = new Set([...Array(768).keys()].filter((at) => !shown.has(at)))
        expect(shown.size).toBe(areas.reduce((sum, { cells }) => sum + cells.length, 0))
        for (const area of areas) expect(within(new Set(area.cells))).toBe(area.people)
        for (const { people: here } of [...areas, ...places]) expect(here).toBeGreaterThanOrEqual(k)
        const elsewhere = within(rest)
        if (areas.length > 0) expect(elsewhere === 0 || elsewhere >= k).toBe(true)
      }),
    )
  })
})
