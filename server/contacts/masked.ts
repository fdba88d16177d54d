/** Enough to recognise what one has seen before, too little to call anyone: the first character, or the last two of a long line. */
export function masked(text: string): string {
  const characters = [...text]
  const first = characters[0] ?? ''
  return characters.length < 6 ? `${first}***` : `***${characters.slice(-2).join('')}`
}
