interface Placed {
  id: string
  pinned?: boolean | undefined
  exclusive?: boolean | undefined
  other?: boolean | undefined
}

/**
 * Options in the order this response sees them. The seed is the response's id, so phone, paper and
 * server agree for ever. Pinned, exclusive and "other" options stay where they are; an option that
 * appears later does not disturb the order of those already there.
 */
export function orderedOptions<T extends Placed>(
  question: { id: string; kind: string; shuffle?: boolean | undefined },
  options: readonly T[],
  seed: string,
): T[] {
  if (!question.shuffle) return [...options]
  const shuffled = options
    .filter((option) => !stays(option))
    .map((option) => ({ option, rank: hash(`${seed} ${question.id} ${option.id}`) }))
    .sort((a, b) => a.rank - b.rank)
  let next = 0
  return options.map((option) => (stays(option) ? option : (shuffled[next++]?.option ?? option)))
}

/** Which of a pair stands first for this response. */
export function orderedPair<T>(
  questionId: string,
  pair: { id: string; options: readonly [T, T] },
  seed: string,
): [T, T] {
  const [a, b] = pair.options
  return hash(`${seed} ${questionId} ${pair.id}`) % 2 === 0 ? [a, b] : [b, a]
}

function stays(option: Placed): boolean {
  return Boolean(option.pinned || option.exclusive || option.other)
}

/** FNV-1a, stirred as in MurmurHash3. Printed paper depends on it: it must never change. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
