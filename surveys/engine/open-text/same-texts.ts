/** A text with what does not matter taken away: blanks, punctuation, width, case. */
export const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '')

/** Texts that are alike to the letter, by what they say, in the order they first stand. */
export function exactGroups<T extends { text: string }>(texts: readonly T[]): T[][] {
  const groups = new Map<string, T[]>()
  for (const one of texts) {
    const key = bare(one.text)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

/** The pairs of neighbouring characters of a text; of a single character, itself. */
function bigrams(text: string): Set<string> {
  const characters = [...bare(text)]
  if (characters.length === 1) return new Set(characters)
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))
}

/** What a person said of two texts, by their seq: that they wish for the same, or do not. */
export interface Link {
  a: number
  b: number
  same: boolean
}

/**
 * Texts with what was found to be the same put together: to the letter, or linked by a person. Each group in
 * order of seq; groups in the order of their first.
 */
export function sameGroups<T extends { seq: number; text: string }>(
  texts: readonly T[],
  links: readonly Link[],
): T[][] {
  const head = new Map<number, number>()
  const find = (seq: number): number => {
    const above = head.get(seq)
    if (above === undefined || above === seq) return seq
    const top = find(above)
    head.set(seq, top)
    return top
  }
  const join = (one: number, other: number) => {
    const [a, b] = [find(one), find(other)]
    head.set(Math.max(a, b), Math.min(a, b))
  }
  for (const group of exactGroups(texts)) {
    for (const { seq } of group) join(group[0]?.seq ?? seq, seq)
  }
  for (const { a, b, same } of links) if (same) join(a, b)
  const groups = new Map<number, T[]>()
  for (const one of [...texts].sort((x, y) => x.seq - y.seq)) {
    const top = find(one.seq)
    groups.set(top, [...(groups.get(top) ?? []), one])
  }
  return [...groups.values()]
}

/** Two groups that may be one; `overlap` is 0…1. */
export interface Alike<T> {
  one: T
  other: T
  overlap: number
}

/**
 * Pairs of groups that may wish for the same, most alike first, at most `most`: first texts of groups that share
 * a code, whose overlap (Jaccard's index of their pairs of neighbouring characters) is at least `least`, and that nobody has looked at. Only offered: a person decides.
 */
export function mayBeSame<T extends { seq: number; text: string; codes: readonly string[] }>(
  groups: readonly (readonly T[])[],
  links: readonly Link[],
  { least, most }: { least: number; most: number },
): Alike<T>[] {
  const seen = new Set(links.map(({ a, b }) => `${a} ${b}`))
  const firsts = groups.flatMap((group) => {
    const [first] = group
    return first ? [{ first, group, grams: bigrams(first.text) }] : []
  })
  const byCode = new Map<string, typeof firsts>()
  for (const one of firsts) {
    for (const code of one.first.codes) byCode.set(code, [...(byCode.get(code) ?? []), one])
  }
  let best: Alike<T>[] = []
  let floor = least
  const keep = () => {
    best = best.sort((a, b) => b.overlap - a.overlap).slice(0, most)
    if (best.length === most) floor = best.at(-1)?.overlap ?? least
  }
  for (const together of byCode.values()) {
    eachOverlap(
      together.map(({ grams }) => grams),
      (at, other, shared) => {
        const [one, two] = [together[at], together[other]]
        if (shared < floor || !one || !two || looked(one.group, two.group, seen)) return
        // Two texts may share several codes.
        if (best.some((known) => known.one === one.first && known.other === two.first)) return
        best.push({ one: one.first, other: two.first, overlap: shared })
        // Only the best are kept, so that many alike cost little.
        if (best.length >= 4 * most) keep()
      },
    )
  }
  keep()
  return best
}

/** Tells how much every two sets share, by their places: counted from what they share, so that strangers cost nothing. */
function eachOverlap(
  sets: readonly ReadonlySet<string>[],
  tell: (at: number, other: number, shared: number) => void,
): void {
  const withPair = new Map<string, number[]>()
  const times = new Uint32Array(sets.length)
  sets.forEach((set, other) => {
    times.fill(0, 0, other)
    for (const pair of set) {
      const before = withPair.get(pair) ?? []
      for (const at of before) times[at] = (times[at] ?? 0) + 1
      withPair.set(pair, before)
      before.push(other)
    }
    for (let at = 0; at < other; at++) {
      const both = times[at] ?? 0
      if (both > 0) tell(at, other, both / ((sets[at]?.size ?? 0) + set.size - both))
    }
  })
}

function looked<T extends { seq: number }>(
  group: readonly T[],
  others: readonly T[],
  seen: ReadonlySet<string>,
): boolean {
  if (seen.size === 0) return false
  return group.some(({ seq }) =>
    others.some(({ seq: other }) => seen.has(`${Math.min(seq, other)} ${Math.max(seq, other)}`)),
  )
}
