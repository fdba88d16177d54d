/**
 * A Chinese text in words, in their order; what stands between them (punctuation, blanks) is null, so that
 * words on either side are not taken for neighbours. Words of the lexicon are kept in one piece, the longest
 * that fits from the left; the rest is cut by the dictionary that comes with the runtime.
 */
export function segment(text: string, words: ReadonlySet<string>): (string | null)[] {
  const whole = text.normalize('NFKC')
  const longest = longestOf(words)
  const found: (string | null)[] = []
  let loose = 0
  let at = 0
  while (at < whole.length) {
    const word = wordAt(whole, at, words, longest)
    if (!word) {
      at++
      continue
    }
    cutLoose(whole.slice(loose, at), found)
    found.push(word)
    at += word.length
    loose = at
  }
  cutLoose(whole.slice(loose), found)
  return found
}

function wordAt(text: string, at: number, words: ReadonlySet<string>, longest: number) {
  for (let length = Math.min(longest, text.length - at); length > 1; length--) {
    const part = text.slice(at, at + length)
    if (words.has(part)) return part
  }
}

function cutLoose(text: string, found: (string | null)[]): void {
  if (text === '') return
  for (const { segment: part, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) found.push(part.toLowerCase())
    else if (found.at(-1) !== null) found.push(null)
  }
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

const lengths = new WeakMap<ReadonlySet<string>, number>()

function longestOf(words: ReadonlySet<string>): number {
  const known = lengths.get(words)
  if (known !== undefined) return known
  let longest = 0
  for (const word of words) longest = Math.max(longest, word.length)
  lengths.set(words, longest)
  return longest
}
