/** The codes whose rules a text meets: one of their words stands in it. Suggested, never applied. */
export function suggestCodes(
  text: string,
  codes: readonly { id: string; rules: string }[],
): { id: string; words: string[] }[] {
  const said = plain(text)
  return codes.flatMap(({ id, rules }) => {
    const words = ruleWords(rules).filter((word) => said.includes(plain(word)))
    return words.length > 0 ? [{ id, words }] : []
  })
}

/** The words of a code's rules, one a line or apart by blanks, commas or 、. */
export const ruleWords = (rules: string): string[] =>
  [...new Set(rules.split(/[\s,，、;；]+/))].filter((word) => word !== '')

const plain = (text: string) => text.normalize('NFKC').toLowerCase()
