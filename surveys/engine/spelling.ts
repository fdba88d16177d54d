/** A word with one syllable for each of its characters; or what needs none, as it stands. */
export type Spelt = { word: string; syllables: readonly string[] } | string

type Readings = Readonly<Record<string, string>>

const chinese = /\p{Script=Han}/u
const longest = 8

/**
 * A text cut into words that have a reading, the longer ones first. Undefined where it has nothing Chinese, or
 * cannot be read to its end: a text with gaps would be harder to read than one without pinyin.
 */
export function spell(text: string, readings: Readings): Spelt[] | undefined {
  return chinese.test(text) ? spellFrom(text, 0, readings, new Set()) : undefined
}

// A longest word may leave behind what no word begins with: then a shorter one is tried.
function spellFrom(
  text: string,
  at: number,
  readings: Readings,
  hopeless: Set<number>,
): Spelt[] | undefined {
  if (at >= text.length) return []
  if (hopeless.has(at)) return undefined
  for (const piece of beginnings(text, at, readings)) {
    const length = typeof piece === 'string' ? piece.length : piece.word.length
    const rest = spellFrom(text, at + length, readings, hopeless)
    if (rest) return [piece, ...rest]
  }
  hopeless.add(at)
  return undefined
}

function beginnings(text: string, at: number, readings: Readings): Spelt[] {
  const found: Spelt[] = []
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const word = text.slice(at, at + length)
    const syllables = Object.hasOwn(readings, word) ? readings[word]?.split(' ') : undefined
    if (syllables?.length === length) found.push({ word, syllables })
  }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return chinese.test(character) ? found : [...found, character]
}
