import { createHash } from 'node:crypto'

/** The styles that travel inside a page, as the content policy names them. */
export const inlineStyleHashes: string[] = ([] as string[]).map(
  (style) => `sha256-${createHash('sha256').update(style).digest('base64')}`,
)
