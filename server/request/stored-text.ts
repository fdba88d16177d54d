const mostCodePoints = 4000

/** Whether every string in here can be stored and read back unchanged: no NUL, no half of a surrogate pair, not endless. */
export function isStorable(value: unknown): boolean {
  return areTexts(value, (text) => isWhole(text) && isShort(text))
}

/** The same, however long: what a form brings is too long for its question, and told so, long before it is endless. */
export function isReadable(value: unknown): boolean {
  return areTexts(value, isWhole)
}

function areTexts(value: unknown, isRight: (text: string) => boolean): boolean {
  if (typeof value === 'string') return isRight(value)
  if (Array.isArray(value)) return value.every((inner) => areTexts(inner, isRight))
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).every(([key, inner]) => isRight(key) && areTexts(inner, isRight))
  }
  return true
}

const lone = /[\uD800-\uDFFF]/u
const isWhole = (text: string) => !text.includes('\0') && !lone.test(text)
const isShort = (text: string) =>
  text.length <= mostCodePoints || codePoints(text) <= mostCodePoints

function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}
