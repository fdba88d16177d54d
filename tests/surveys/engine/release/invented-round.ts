import type {
  CountLine,
  CountTable,
  ShownTo,
  ToldTable,
} from '../../../../surveys/engine/release/count-table.ts'
import { protectRelease } from '../../../../surveys/engine/release/protect-release.ts'
import type { Limits, Outcome } from '../../../../surveys/engine/release/protect-tables.ts'

/** A person who answered: where they live, and what they said to each question. */
interface Person {
  group: string
  single: number
  follow: number
  twin: number
  both: number
  scale: number
  picks: number
  row: number
}

export interface InventedRelease {
  /** What was counted, and never published. */
  all: CountTable[]
  /** What of it was chosen to be told. */
  tables: CountTable[]
  /** What stands on the page for the first time. */
  published: ToldTable[]
  /** Keys of all that stands on the page, of now or of before. */
  standing: Set<string>
}

/**
 * A consultation of made-up people with several releases, as numbers below a seed: small and large
 * neighbourhoods, rare options, questions that follow from one answer or two, some who skip, some who
 * correct or delete between releases, and questions that are not chosen every time.
 */
export async function inventedRound(seed: number, limits: Limits): Promise<InventedRelease[]> {
  const random = dice(seed)
  const pick = (n: number) => Math.floor(random() * n)
  const groups = Array.from({ length: 2 + pick(5) }, (_, at) => `n${at}`)
  const sizes = { single: 2 + pick(6), scale: 3 + pick(3), picks: 3 + pick(6), row: 3 }
  const lean = Math.ceil(random() * 3)
  const skewed = (n: number) => Math.min(n - 1, Math.floor(n * random() ** lean))
  const skips = random() * 0.15
  const maybe = (value: number) => (random() < skips ? -1 : value)
  const person = (): Person => {
    const mask = Array.from({ length: sizes.picks }, (_, at) =>
      random() < 0.7 / (at + 1) ? 1 << at : 0,
    )
    return {
      group: groups[skewed(groups.length)] ?? 'n0',
      single: maybe(skewed(sizes.single)),
      follow: maybe(skewed(3)),
      twin: maybe(pick(2)),
      both: maybe(pick(2)),
      scale: maybe(skewed(sizes.scale)),
      picks: mask.reduce((sum, bit) => sum | bit, 0),
      row: maybe(pick(3)),
    }
  }
  let people = Array.from({ length: 30 + pick(270) }, person)
  const earlier = new Map<string, ToldTable[]>()
  const releases: InventedRelease[] = []
  for (let release = pick(4); release >= 0; release--) {
    if (releases.length > 0) {
      people = people.filter(() => random() > 0.01).map((one) => (random() < 0.02 ? person() : one))
      people.push(...Array.from({ length: pick(4) === 0 ? pick(8) : pick(120) }, person))
    }
    const all = tablesOf(people, groups, sizes).map((table) => ({
      ...table,
      isUntold: random() > 0.9,
    }))
    const told = await protectRelease(peopleTable(people, groups), all, earlier, limits)
    const tables = all.filter(({ isUntold }) => !isUntold)
    const outcomes: [string, Outcome][] = [['@people', told.people], ...told.tables]
    const published = outcomes.flatMap(([, it]) => (it.kind === 'new' ? [it.table] : []))
    for (const table of published) {
      const { key } = table.counted
      earlier.set(key, [...(earlier.get(key) ?? []), table])
    }
    const standing = outcomes.flatMap(([key, { kind }]) => (kind === 'withheld' ? [] : [key]))
    releases.push({ all, tables, published, standing: new Set(standing) })
  }
  return releases
}

function peopleTable(people: readonly Person[], groups: readonly string[]): CountTable {
  const all = people.length
  const counts = groups.map((group) => people.filter((one) => one.group === group).length)
  const line = { group: 'all', people: all, shown: all, answered: all, counts }
  return { key: '@people', kind: 'parts', options: groups, lines: [line] }
}

function tablesOf(
  people: readonly Person[],
  groups: readonly string[],
  sizes: { single: number; scale: number; picks: number; row: number },
): CountTable[] {
  const lines = (
    isAsked: (one: Person) => boolean,
    isAnswer: (one: Person) => boolean,
    options: number,
    isIn: (one: Person, option: number) => boolean,
  ): CountLine[] =>
    ['all', ...groups].map((group) => {
      const some = group === 'all' ? people : people.filter((one) => one.group === group)
      const answered = some.filter((one) => isAsked(one) && isAnswer(one))
      return {
        ...{ group, people: some.length, shown: some.filter(isAsked).length },
        answered: answered.length,
        counts: Array.from(
          { length: options },
          (_, at) => answered.filter((one) => isIn(one, at)).length,
        ),
      }
    })
  const named = (key: string, options: number) =>
    Array.from({ length: options }, (_, at) => `${key}${at}`)
  const parts = (
    key: Exclude<keyof Person, 'group' | 'picks'>,
    options: number,
    shownTo?: ShownTo,
    isAsked: (one: Person) => boolean = () => true,
  ): CountTable => ({
    ...{ key, kind: 'parts', options: named(key, options), shownTo },
    lines: lines(
      isAsked,
      (one) => one[key] >= 0,
      options,
      (one, at) => one[key] === at,
    ),
  })
  const first: ShownTo = {
    condition: 'single0',
    sources: [{ of: 'shown', are: 'exactly', key: 'single', options: ['single0'] }],
  }
  const rare: ShownTo = {
    condition: 'not single0 and picks1',
    sources: [
      { of: 'others', are: 'atLeast', key: 'single', options: ['single0'] },
      { of: 'shown', are: 'atMost', key: 'picks', options: ['picks1'] },
    ],
  }
  return [
    parts('single', sizes.single),
    parts('follow', 3, first, ({ single }) => single === 0),
    parts('twin', 2, first, ({ single }) => single === 0),
    parts('both', 2, rare, ({ single, picks }) => single !== 0 && (picks & 2) > 0),
    parts('scale', sizes.scale),
    parts('row', sizes.row),
    {
      ...{ key: 'picks', kind: 'picks', options: named('picks', sizes.picks) },
      lines: lines(
        () => true,
        ({ picks }) => picks > 0,
        sizes.picks,
        ({ picks }, at) => ((picks >> at) & 1) === 1,
      ),
    },
  ]
}

/** Numbers between 0 and 1 that look random and are the same for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
