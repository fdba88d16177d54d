import { createHash } from 'node:crypto'
import { decisionsStyle, posterStyle, resultsStyle } from '../../web/public/public-style.ts'
import { elderStyle, forestStyle, kindsStyle, residentStyle } from '../../web/resident/style.ts'

/** The styles that travel inside a page, as the content policy names them. */
export const inlineStyleHashes = [
  ...[residentStyle, elderStyle, forestStyle, kindsStyle],
  ...[resultsStyle, decisionsStyle, posterStyle],
].map((style) => `sha256-${createHash('sha256').update(style).digest('base64')}`)
