/**
 * What a resident wrote, as it is kept: line ends made one kind, invisible control characters and
 * towers of accents cut away, composed form, no blanks at the ends. Cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
      .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '')
      .normalize('NFC')
      .replace(/(\p{M}{8})\p{M}+/gu, '$1')
      .trim()
  )
}
