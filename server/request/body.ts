import { joined } from '../files/joined.ts'
import type { AppContext } from '../host.ts'
import { readParts } from './form-parts.ts'
import { holdHeavyForm } from './heavy-forms.ts'
import type { RequestProblem } from './problems.ts'

/**
 * Reads the whole body of anything but a GET, before anything else is awaited and before anyone parses it.
 * Later calls of `c.req.text()`, `formData()` or `parseBody()` are served from what was read here.
 */
export async function takeBody(c: AppContext): Promise<RequestProblem | undefined> {
  const encoding = c.req.header('Content-Encoding')
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') return 'encoded'
  const kind = kindOf(c.req.path, mediaType(c))
  if (kind === 'parts') return takeParts(c)
  const bytes = await bytesWithin(c, limitOf(c.req.path, kind))
  if (bytes === undefined) return kind === 'picture' ? 'photo-too-large' : 'too-large'
  rememberBody(c, bytes)
  switch (kind) {
    case 'json':
    case 'picture':
      return undefined
    case 'fields':
      return formProblem(bytes)
    case 'unknown':
      return photoPath.test(c.req.path) ? 'not-a-photo' : 'wrong-type'
  }
}

/** Whether this request is a form with files in it. */
export const hasParts = (c: AppContext) => mediaType(c) === 'multipart/form-data'

type Kind = 'json' | 'picture' | 'fields' | 'parts' | 'unknown'

function kindOf(path: string, type: string): Kind {
  if (photoPath.test(path)) return /^image\/(?:jpeg|png)$/.test(type) ? 'picture' : 'unknown'
  if (path.startsWith('/api/')) return type === 'application/json' ? 'json' : 'unknown'
  if (type === 'application/x-www-form-urlencoded') return 'fields'
  const mayHaveFiles = isDesk(path) || photoFormPath.test(path)
  return type === 'multipart/form-data' && mayHaveFiles ? 'parts' : 'unknown'
}

function limitOf(path: string, kind: Kind): number {
  if (kind === 'picture') return 2 * megabyte
  return isDesk(path) ? megabyte : megabyte / 4
}

const megabyte = 1024 * 1024
const photoPath = /^\/api\/responses\/[^/]+\/photos\//
/** A questionnaire, and the correction of one, can come with a photo. */
const photoFormPath = /^\/(?:c\/[^/]+\/(?:adult|child)|r\/[^/]+\/correction)$/
const isDesk = (path: string) => path.startsWith('/desk')

// As a phone's camera makes them: without the script nobody makes them smaller before they come.
const photoBytes = 12 * megabyte
// A photo the page script made small comes as words of a correction.
const photoWords = 2 * megabyte
const uploadBytes = 5 * megabyte
const mostHeard = 64 * megabyte

async function takeParts(c: AppContext): Promise<RequestProblem | undefined> {
  const desk = isDesk(c.req.path)
  const tooLarge = desk ? 'upload-too-large' : 'photo-too-large'
  if (Number(c.req.header('Content-Length') ?? 0) > mostHeard) return tooLarge
  const text = limitOf(c.req.path, 'fields') + (desk ? 0 : photoWords)
  const state: { stopped?: RequestProblem } = {}
  const read = await readParts(heard(), c.req.header('Content-Type') ?? '', {
    ...{ text, files: desk ? uploadBytes : photoBytes },
  })
  if (state.stopped) return state.stopped
  if ('problem' in read) return read.problem
  // A resident's answers must not be lost over a photo: the form comes back with a sentence beside it.
  if (read.cut && desk) return tooLarge
  c.req.bodyCache.formData = Promise.resolve(read.form) as unknown as FormData
  return undefined

  async function* heard() {
    let size = 0
    for await (const chunk of chunksOf(c.req.raw.body)) {
      size += chunk.byteLength
      if (size > mostHeard) state.stopped = tooLarge
      else if (size > megabyte && !desk && !holdHeavyForm(c)) state.stopped = 'busy'
      if (state.stopped) return
      yield chunk
    }
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true }
      if (done || value === undefined) return
      yield value
    }
  } finally {
    // Does nothing to a body that was heard to its end.
    await reader?.cancel()
  }
}

/** The bytes `takeBody` read. */
export const bodyOf = (c: AppContext): Promise<Uint8Array> =>
  c.req.bodyCache.arrayBuffer as unknown as Promise<Uint8Array>

// Hono keeps promises here though its type says otherwise.
const rememberBody = (c: AppContext, bytes: Uint8Array) => {
  c.req.bodyCache.arrayBuffer = Promise.resolve(bytes) as unknown as ArrayBuffer
}

/** The content type without its parameters; a foreign charset makes it another type. */
function mediaType(c: AppContext): string {
  const [type = '', ...parameters] = (c.req.header('Content-Type') ?? '').toLowerCase().split(';')
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='))
  // Read as UTF-8, words in another encoding would come out as other words.
  if (charset !== undefined && !/^charset="?utf-8"?$/.test(charset)) return charset
  return type.trim()
}

async function bytesWithin(
  c: AppContext,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const length = c.req.header('Content-Length')
  if (length !== undefined && c.req.header('Transfer-Encoding') === undefined) {
    if (!(Number(length) <= limit)) return undefined
    return new Uint8Array(await c.req.raw.arrayBuffer())
  }
  return c.req.raw.body ? streamWithin(c.req.raw.body, limit) : new Uint8Array()
}

// A body without a length could go on for ever, so it is counted as it comes. What is a little too large is
// heard to its end, because someone still talking does not hear the answer.
async function streamWithin(
  body: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size <= limit) parts.push(value)
    if (size > 16 * limit) {
      await reader.cancel()
      break
    }
  }
  return size > limit ? undefined : joined(parts)
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** The text of these bytes, or undefined when they are not UTF-8. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return undefined
  }
}

// Form parsers replace what they cannot decode with � and say nothing; a resident's words must not change silently.
function formProblem(bytes: Uint8Array): RequestProblem | undefined {
  const text = utf8Text(bytes)
  if (text === undefined) return 'not-utf8'
  try {
    return decodeURIComponent(text).includes('\0') ? 'bad-text' : undefined
  } catch {
    return 'not-utf8'
  }
}
