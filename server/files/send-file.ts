import type { FileRow } from '../../db/files.ts'
import type { AppContext } from '../host.ts'
import { endingOf } from './file-types.ts'

// What is under an id never changes; but a photo can be taken back by the person who sent it.
const forEver = 'public, max-age=31536000, immutable'
const forAWhile = 'private, max-age=300'

/** The bytes of a file, or the piece of them that was asked for: a player jumps in a recording. */
export async function sendFile(c: AppContext, file: FileRow): Promise<Response> {
  const bytes = await c.get('host').files?.get(file.id)
  if (!bytes) return c.notFound()
  const isClip = file.purpose === 'clip'
  const headers = {
    'Content-Type': file.contentType,
    'Cache-Control': file.purpose === 'photo' ? forAWhile : forEver,
    ...(isClip && { 'Accept-Ranges': 'bytes' }),
    ETag: `"${file.id}"`,
  }
  if (c.req.header('If-None-Match') === headers.ETag) return c.body(null, 304, headers)
  const range = isClip ? rangeOf(c.req.header('Range'), bytes.byteLength) : undefined
  if (range === 'nowhere') {
    return c.body(null, 416, { ...headers, 'Content-Range': `bytes */${bytes.byteLength}` })
  }
  if (!range) {
    return c.body(bytes, 200, { ...headers, 'Content-Length': String(bytes.byteLength) })
  }
  const [first, last] = range
  return c.body(bytes.slice(first, last + 1), 206, {
    ...headers,
    'Content-Length': String(last - first + 1),
    'Content-Range': `bytes ${first}-${last}/${bytes.byteLength}`,
  })
}

/** Whether an address names this file by its right ending. */
export const isNamed = (file: FileRow, ending: string) => endingOf(file.contentType) === ending

/** First and last byte of the one piece asked for; undefined means the whole. */
function rangeOf(
  asked: string | undefined,
  size: number,
): [number, number] | 'nowhere' | undefined {
  const [, from = '', to = ''] = asked?.match(/^bytes=(\d{0,9})-(\d{0,9})$/) ?? []
  if (from === '' && to === '') return undefined
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return first > last ? 'nowhere' : [first, last]
}
