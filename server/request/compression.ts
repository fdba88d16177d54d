import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)

// Below this a page travels in the same number of packets either way.
const leastBytes = 860

/** The answer made small for this browser, or the answer itself. */
export async function compressed(asked: Headers, answer: Response): Promise<Response> {
  if (!isCompressible(answer.headers.get('Content-Type')) || !answer.body) return answer
  if (answer.headers.has('Content-Encoding')) return answer
  const headers = new Headers(answer.headers)
  headers.append('Vary', 'Accept-Encoding')
  const plain = new Uint8Array(await answer.arrayBuffer())
  const encoding = plain.byteLength < leastBytes ? undefined : chosenEncoding(asked)
  const body = encoding ? await encode(plain, encoding) : plain
  if (encoding) headers.set('Content-Encoding', encoding)
  headers.set('Content-Length', String(body.byteLength))
  return new Response(body, { status: answer.status, headers })
}

/** Text that browsers get whole. CSV is left out: it is streamed, row by row. */
export const isCompressible = (type: string | null) =>
  type !== null &&
  /^(?:text\/(?:html|css|javascript|plain)|application\/(?:json|manifest\+json)|image\/svg\+xml)/.test(
    type,
  )

export function chosenEncoding(asked: Headers): 'br' | 'gzip' | undefined {
  const accepted = (asked.get('Accept-Encoding') ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
    .map((part) => part.split(';')[0])
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') ? 'gzip' : undefined
}

async function encode(plain: Uint8Array, encoding: 'br' | 'gzip') {
  return new Uint8Array(
    encoding === 'br'
      ? await asBrotli(plain, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 5,
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
            [constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength,
          },
        })
      : await asGzip(plain, { level: 6 }),
  )
}
