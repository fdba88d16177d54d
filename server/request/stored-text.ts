const mostCodePoints = 4000

/** Whether every string in here can be stored and read back unchanged: no NUL, no half of a surrogate pair, not endless. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorableText(value)
  if (Array.isArray(value)) return value.every(isStorable)
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).every(([key, inner]) => isStorableText(key) && isStorable(inner))
  }
  return true
}

function isStorableText(text: string): boolean {
  if (text.length === 0) return true
  if (text.includes('\0') || !isWellFormed(text)) return false
  return text.length <= mostCodePoints || codePoints(text) <= mostCodePoints
}

const lone = /[\uD800-\uDFFF]/u
const isWellFormed = (text: string) => !lone.test(text)

function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}
