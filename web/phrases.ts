/**
 * The words of a Chinese heading, so that no line ends in the middle of one: 哪几件, 最该, 先办？
 * Particles, closing marks and single characters stay with their neighbours. Undefined where the runtime
 * cannot tell words apart.
 */
export function phrasesOf(text: string): readonly string[] | undefined {
  if (!segmenter) return undefined
  const known = remembered.get(text)
  if (known) return known
  const phrases: string[] = []
  for (const { segment } of segmenter.segment(text)) {
    const before = phrases[phrases.length - 1]
    if (before !== undefined && (clings(segment) || pulls(before))) {
      phrases[phrases.length - 1] = before + segment
    } else phrases.push(segment)
  }
  const [last = '', ...rest] = [...phrases].reverse()
  // Nor does the last line hold a single character.
  if (rest.length > 0 && [...last].filter((sign) => /\p{L}/u.test(sign)).length < 2) {
    phrases.splice(-2, 2, `${rest[0]}${last}`)
  }
  // Headings come from questionnaires, and there are not many; should there be, they are cut again.
  if (remembered.size >= 2_000) remembered.clear()
  remembered.set(text, phrases)
  return phrases
}

const remembered = new Map<string, readonly string[]>()

const segmenter =
  'Segmenter' in Intl ? new Intl.Segmenter('zh-CN', { granularity: 'word' }) : undefined

const clings = (segment: string) =>
  /^[的了吗呢吧么们着过地得个件段前后里\s]$|^(?![「『（《〈【“‘])[\p{P}\p{S}]/u.test(segment)

// A single character does not stand alone, but what comes after a mark begins anew.
const pulls = (before: string) =>
  /[「『（《〈【“‘\s]$/.test(before) || (before.length === 1 && !/\p{P}/u.test(before))
