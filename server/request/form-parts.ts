import type { RequestProblem } from './problems.ts'

export interface PartLimits {
  /** Bytes of all words together, with the names of their fields. */
  text: number
  /** Bytes of all files together. What goes beyond is heard to its end and left out. */
  files: number
}

/**
 * Takes a form with files apart while it comes in. A file that is too large is cut off where it is: the words
 * around it are still there, and whoever draws the picture anew sees that it has no end.
 */
export async function readParts(
  chunks: AsyncIterable<Uint8Array>,
  contentType: string,
  limits: PartLimits,
): Promise<{ form: FormData; cut: boolean } | { problem: RequestProblem }> {
  const boundary = /boundary="?([^";]{1,70})"?/i.exec(contentType)?.[1]
  if (boundary === undefined) return { problem: 'unknown-field' }
  const parts: Part[] = []
  const size = { text: 0, files: 0 }
  for await (const piece of piecesOf(chunks, boundary)) {
    if ('broken' in piece) return { problem: 'unknown-field' }
    if ('head' in piece) {
      parts.push({ ...fieldOf(piece.head), bytes: [] })
      size.text += piece.head.length
    } else {
      const part = parts.at(-1)
      if (!part) return { problem: 'unknown-field' }
      const kind = part.file === undefined ? 'text' : 'files'
      const room = Math.max(0, limits[kind] - size[kind])
      size[kind] += piece.bytes.length
      // A copy, or the whole chunk it came in would be kept.
      if (room > 0) part.bytes.push(Buffer.from(piece.bytes.subarray(0, room)))
    }
    if (size.text > limits.text) return { problem: 'too-large' }
  }
  const form = formOf(parts)
  return 'problem' in form ? form : { ...form, cut: size.files > limits.files }
}

interface Field {
  name: string
  /** The name a file goes by; words have none. */
  file?: string | undefined
  type: string
}
type Part = Field & { bytes: Buffer[] }

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

function formOf(parts: Part[]): { form: FormData } | { problem: RequestProblem } {
  const form = new FormData()
  for (const { name, file, type, bytes } of parts) {
    if (file !== undefined) {
      form.append(name, new File(bytes as BlobPart[], file, { type }))
      continue
    }
    try {
      const text = strictUtf8.decode(Buffer.concat(bytes))
      if (text.includes('\0')) return { problem: 'bad-text' }
      form.append(name, text)
    } catch {
      return { problem: 'not-utf8' }
    }
  }
  return { form }
}

function fieldOf(head: string): Field {
  return {
    name: /;\s*name="([^"]*)"/i.exec(head)?.[1] ?? '',
    file: /;\s*filename="([^"]*)"/i.exec(head)?.[1],
    type: /^content-type:\s*(\S+)/im.exec(head)?.[1] ?? '',
  }
}

type Piece = { head: string } | { bytes: Buffer } | { broken: true }

const longestHead = 4096

/** The heads of the parts and what they hold, piece by piece, with no more of it in memory than one chunk. */
async function* piecesOf(
  chunks: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<Piece, void> {
  const line = Buffer.from(`\r\n--${boundary}`)
  // The first boundary stands at the very beginning, without the line break the others have before them.
  let rest: Buffer = Buffer.from('\r\n')
  let inside: 'nothing' | 'boundary' | 'head' | 'body' | 'end' = 'nothing'
  for await (const chunk of chunks) {
    if (inside === 'end') continue
    rest = Buffer.concat([rest, chunk])
    for (let more = true; more; ) {
      if (inside === 'boundary') {
        more = rest.length >= 2
        if (!more) break
        inside = rest.toString('latin1', 0, 2) === '--' ? 'end' : 'head'
        if (inside === 'end') break
        rest = rest.subarray(2)
      } else if (inside === 'head') {
        const at = rest.indexOf('\r\n\r\n')
        more = at >= 0
        if (more ? at > longestHead : rest.length > longestHead) return yield { broken: true }
        if (!more) break
        yield { head: rest.toString('utf8', 0, at) }
        rest = rest.subarray(at + 4)
        inside = 'body'
      } else {
        const at = rest.indexOf(line)
        more = at >= 0
        // The beginning of a boundary may be all that has come of it yet.
        const upTo = more ? at : Math.max(0, rest.length - line.length + 1)
        if (inside === 'body' && upTo > 0) yield { bytes: rest.subarray(0, upTo) }
        rest = rest.subarray(more ? at + line.length : upTo)
        if (more) inside = 'boundary'
      }
    }
  }
  if (inside !== 'end') yield { broken: true }
}
