/** A word with one syllable for each of its characters; or what needs none, as it stands. */
export type Spelt = { word: string; syllables: readonly string[] } | string

const chinese = /\p{Script=Han}/u

/**
 * A text cut into the longest words that have a reading. Undefined where it has nothing Chinese, or a character
 * nobody has given a reading: a text with gaps would be harder to read than one without pinyin.
 */
export function spell(
  text: string,
  readings: Readonly<Record<string, string>>,
): Spelt[] | undefined {
  if (!chinese.test(text)) return undefined
  const pieces: Spelt[] = []
  for (let rest = text; rest; ) {
    const word = longestWord(rest, readings)
    if (word) pieces.push({ word, syllables: (readings[word] ?? '').split(' ') })
    else {
      const [character = ''] = rest
      if (chinese.test(character)) return undefined
      pieces.push(character)
    }
    rest = rest.slice(word?.length ?? [...rest][0]?.length)
  }
  return pieces
}

const longest = 8

function longestWord(text: string, readings: Readonly<Record<string, string>>) {
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const word = text.slice(0, length)
    const reading = Object.hasOwn(readings, word) ? readings[word] : undefined
    if (reading?.split(' ').length === length) return word
  }
  return undefined
}
