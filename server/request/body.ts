import type { AppContext } from '../host.ts'
import type { RequestProblem } from './problems.ts'

const residentLimit = 256 * 1024
const deskLimit = 1024 * 1024

/**
 * Reads the whole body of anything but a GET, before anything else is awaited and before anyone parses it.
 * Later calls of `c.req.text()`, `formData()` or `parseBody()` are served from what was read here.
 */
export async function takeBody(c: AppContext): Promise<RequestProblem | undefined> {
  const encoding = c.req.header('Content-Encoding')
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') return 'encoded'
  const limit = c.req.path.startsWith('/desk') ? deskLimit : residentLimit
  const bytes = await bytesWithin(c, limit)
  if (bytes === undefined) return 'too-large'
  rememberBody(c, bytes)
  const isApi = c.req.path.startsWith('/api/')
  if (mediaType(c) !== (isApi ? 'application/json' : formType)) return 'wrong-type'
  return isApi ? undefined : formProblem(bytes)
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

const formType = 'application/x-www-form-urlencoded'

async function bytesWithin(c: AppContext, limit: number): Promise<Uint8Array | undefined> {
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
): Promise<Uint8Array | undefined> {
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
  return size > limit ? undefined : joined(parts, size)
}

function joined(parts: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
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
