// Chromium 86 has no Intl.Segmenter: there a cluster is a base with what clings to it.
const cluster =
  /\r\n|(?:\p{RI}\p{RI}|.)(?:[\p{M}\p{Emoji_Modifier}\u200c\u{e0020}-\u{e007f}]|\u200d\p{Extended_Pictographic}?)*/gsu

const segmenter = typeof Intl === 'object' && 'Segmenter' in Intl ? new Intl.Segmenter() : null

/** How many characters a reader would count: 一 is one, 👨‍👩‍👧 is one, é is one in either form. */
export function graphemeCount(text: string, segments: Intl.Segmenter | null = segmenter): number {
  if (!segments) return text.match(cluster)?.length ?? 0
  let count = 0
  for (const _ of segments.segment(text)) count++
  return count
}

/** Whether a text is longer than a limit; most texts are short enough to know without counting. */
export function isLongerThan(text: string, limit: number): boolean {
  return text.length > limit && graphemeCount(text) > limit
}
