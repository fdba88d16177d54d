import type { MediaProblem } from '../../web/desk/media/upload-problem.ts'
import { utf8Text } from '../request/body.ts'
import { type FileType, typeOf } from './file-types.ts'
import { maySafelyBeUnpacked, pictureSize } from './picture-size.ts'
import type { Redraw } from './redraw.ts'
import { readSvg } from './svg.ts'
import { withoutNotes } from './without-notes.ts'

export interface Upload {
  bytes: Uint8Array
  type: FileType
}
export type PictureUpload = Upload & { width: number; height: number }

const kilobyte = 1024

/** A recording as staff handed it over. */
export function readRecording(bytes: Uint8Array): Upload | { problem: MediaProblem } {
  if (bytes.length === 0) return { problem: 'nothing' }
  const type = typeOf(bytes)
  if (!type?.startsWith('audio/')) return { problem: 'not-a-recording' }
  return bytes.length > 1024 * kilobyte ? { problem: 'recording-too-large' } : { bytes, type }
}

/**
 * A plan or an image as staff handed it over, made fit for residents' phones: photos are drawn anew and
 * smaller, other pictures lose what is not the picture, drawings are taken as they are or refused.
 */
export async function readPicture(
  bytes: Uint8Array,
  redraw: Redraw,
  { mostBytes, mayBeDrawn }: { mostBytes: number; mayBeDrawn: boolean },
): Promise<PictureUpload | { problem: MediaProblem }> {
  if (bytes.length === 0) return { problem: 'nothing' }
  const type = typeOf(bytes)
  if (type === 'image/svg+xml' && mayBeDrawn) return readDrawing(bytes)
  if (type === 'image/jpeg' || type === 'image/png' || type === 'image/webp') {
    const picture = await readPixels(bytes, type, redraw)
    const heavy = 'bytes' in picture && picture.bytes.length > mostBytes
    return heavy ? { problem: 'picture-too-heavy' } : picture
  }
  return { problem: 'not-a-picture' }
}

const widest = 1200

async function readPixels(
  bytes: Uint8Array,
  type: 'image/jpeg' | 'image/png' | 'image/webp',
  redraw: Redraw,
): Promise<PictureUpload | { problem: MediaProblem }> {
  const size = pictureSize(bytes)
  if (!size) return { problem: 'not-a-picture' }
  if (!maySafelyBeUnpacked(size)) return { problem: 'picture-too-large' }
  if (type === 'image/jpeg') {
    const redrawn = await redraw(bytes, widest)
    return redrawn ? { ...redrawn, type } : { problem: 'not-a-picture' }
  }
  const isWhole = type === 'image/webp' || (await redraw(bytes, 1)) !== undefined
  const bare = isWhole ? withoutNotes(bytes) : undefined
  return bare ? { bytes: bare, type, ...size } : { problem: 'not-a-picture' }
}

function readDrawing(bytes: Uint8Array): PictureUpload | { problem: MediaProblem } {
  if (bytes.length > 500 * kilobyte) return { problem: 'picture-too-heavy' }
  const text = utf8Text(bytes)
  const read = text === undefined ? { problem: 'svg-unreadable' as const } : readSvg(text)
  return 'problem' in read ? read : { bytes, type: 'image/svg+xml', ...read.size }
}
