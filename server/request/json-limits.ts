const deepest = 12
const mostKeys = 2000
const mostEntries = 4000

/** Whether this JSON text may be parsed: counted without parsing, because a parser meets the depth only when it is too late. */
export function isWithinLimits(json: string): boolean {
  let depth = 0
  let keys = 0
  let entries = 0
  for (let i = 0; i < json.length; i++) {
    switch (json.charCodeAt(i)) {
      case 0x22: // " – jump to the end of the string
        i = endOfString(json, i)
        break
      case 0x5b: // [
      case 0x7b: // {
        if (++depth > deepest) return false
        break
      case 0x5d: // ]
      case 0x7d: // }
        depth--
        break
      case 0x3a: // :
        if (++keys > mostKeys) return false
        break
      case 0x2c: // ,
        if (++entries > mostEntries) return false
        break
    }
  }
  return true
}

function endOfString(json: string, start: number): number {
  let end = json.indexOf('"', start + 1)
  while (end > 0 && isEscaped(json, end)) end = json.indexOf('"', end + 1)
  return end < 0 ? json.length : end
}

function isEscaped(json: string, at: number): boolean {
  let slashes = 0
  while (json.charCodeAt(at - 1 - slashes) === 0x5c) slashes++
  return slashes % 2 === 1
}
