import type {
  CountLine,
  CountTable,
  ToldTable,
} from '../../../../surveys/engine/release/count-table.ts'
import { protectTables } from '../../../../surveys/engine/release/protect-tables.ts'

/** A person who answered: where they live, and what they said to each question. */
interface Person {
  group: string
  single: number
  follow: number
  scale: number
  picks: number
  row: number
}

export interface InventedRelease {
  tables: CountTable[]
  /** What stands on the page: new tables, and old ones that were kept. */
  told: Map<string, ToldTable>
  isNew: Set<string>
}

/**
 * A consultation of made-up people with several releases, as numbers below a seed: small and large
 * neighbourhoods, rare options, a follow-up, some who skip, some who correct or delete between releases.
 */
export function inventedRound(
  seed: number,
  limits: { k: number; fewestAsked: number },
): InventedRelease[] {
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
      scale: maybe(skewed(sizes.scale)),
      picks: mask.reduce((sum, bit) => sum | bit, 0),
      row: maybe(pick(3)),
    }
  }
  let people = Array.from({ length: 30 + pick(270) }, person)
  const earlier = new Map<string, ToldTable[]>()
  return Array.from({ length: 1 + pick(3) }, (_, release) => {
    if (release > 0) {
      people = people.filter(() => random() > 0.01).map((one) => (random() < 0.02 ? person() : one))
      people.push(...Array.from({ length: pick(4) === 0 ? pick(8) : pick(120) }, person))
    }
    const tables = tablesOf(people, groups, sizes)
    const outcomes = protectTables(tables, earlier, limits)
    const told = new Map<string, ToldTable>()
    const isNew = new Set<string>()
    for (const [key, outcome] of outcomes) {
      if (outcome.kind === 'withheld') continue
      told.set(key, outcome.table)
      if (outcome.kind !== 'new') continue
      isNew.add(key)
      earlier.set(key, [...(earlier.get(key) ?? []), outcome.table])
    }
    return { tables, told, isNew }
  })
}

function tablesOf(
  people: readonly Person[],
  groups: readonly string[],
  sizes: { single: number; scale: number; picks: number; row: number },
): CountTable[] {
  const lines = (
    of: (some: readonly Person[]) => Omit<CountLine, 'group' | 'people'>,
  ): CountLine[] =>
    ['all', ...groups].map((group) => {
      const some = group === 'all' ? people : people.filter((one) => one.group === group)
      return { group, people: some.length, ...of(some) }
    })
  const parts = (key: 'single' | 'follow' | 'scale' | 'row', options: number, follows = false) => {
    const asked = (some: readonly Person[]) =>
      follows ? some.filter(({ single }) => single === 0) : some
    return {
      key,
      kind: 'parts' as const,
      options: Array.from({ length: options }, (_, at) => `${key}${at}`),
      lines: lines((some) => {
        const counts = Array.from(
          { length: options },
          (_, at) => asked(some).filter((one) => one[key] === at).length,
        )
        return { shown: asked(some).length, answered: counts.reduce((a, b) => a + b, 0), counts }
      }),
      ...(follows && { shownTo: { key: 'single', options: ['single0'] } }),
    }
  }
  return [
    parts('single', sizes.single),
    parts('follow', 3, true),
    parts('scale', sizes.scale),
    parts('row', sizes.row),
    {
      key: 'picks',
      kind: 'picks',
      options: Array.from({ length: sizes.picks }, (_, at) => `picks${at}`),
      lines: lines((some) => ({
        shown: some.length,
        answered: some.filter(({ picks }) => picks > 0).length,
        counts: Array.from(
          { length: sizes.picks },
          (_, at) => some.filter(({ picks }) => (picks >> at) & 1).length,
        ),
      })),
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
