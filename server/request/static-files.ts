import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { chosenEncoding, isCompressible } from './compression.ts'

export type StaticFiles = (request: Request) => Response | undefined

/**
 * The built scripts, styles and pictures, held in memory: an address is found in a list or not at all,
 * so no address can reach another file. Undefined means: not one of ours, ask the app.
 */
export function staticFiles(folder: string): StaticFiles {
  const files = new Map<string, StaticFile>()
  for (const path of filesBelow(folder)) {
    files.set(`/${relative(folder, path).split(sep).join('/')}`, read(path))
  }
  return (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
    const path = pathOf(request.url)
    const file = files.get(path)
    return file && answer(request, path, file)
  }
}

interface StaticFile {
  type: string
  tag: string
  plain: Uint8Array<ArrayBuffer>
  encoded: Partial<Record<'br' | 'gzip', Uint8Array<ArrayBuffer>>>
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

function read(path: string): StaticFile {
  const plain = new Uint8Array(readFileSync(path))
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return { type: types[extname(path)] ?? 'application/octet-stream', tag, plain, encoded: {} }
}

// Files whose names begin with a dot or an underscore speak to the platform, not to browsers.
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/(^|\/)[._]/.test(relative(folder, path).split(sep).join('/')))
}

function answer(request: Request, path: string, file: StaticFile): Response {
  const headers: Record<string, string> = {
    'Content-Type': file.type,
    'Cache-Control': cacheRule(path),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ETag: file.tag,
    Vary: 'Accept-Encoding',
  }
  if (request.headers.get('If-None-Match') === file.tag) {
    return new Response(null, { status: 304, headers })
  }
  const encoding = isCompressible(file.type) ? chosenEncoding(request.headers) : undefined
  if (encoding) headers['Content-Encoding'] = encoding
  const body = encoding ? encodedOnce(file, encoding) : file.plain
  headers['Content-Length'] = String(body.byteLength)
  return new Response(request.method === 'HEAD' ? null : body, { headers })
}

// A service worker that went wrong must be replaced at once.
function cacheRule(path: string): string {
  if (path === '/sw.js') return 'no-cache'
  return path.startsWith('/assets/')
    ? 'public, max-age=31536000, immutable'
    : 'public, max-age=3600'
}

// These never change while the process lives, so the slowest, smallest setting is paid once.
function encodedOnce(file: StaticFile, encoding: 'br' | 'gzip') {
  const known = file.encoded[encoding]
  if (known) return known
  const made = new Uint8Array(
    encoding === 'br'
      ? brotliCompressSync(file.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
      : gzipSync(file.plain, { level: 9 }),
  )
  file.encoded[encoding] = made
  return made
}

function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3)
  const end = url.search(/[?#]/)
  return start < 0 ? '/' : url.slice(start, end < 0 ? undefined : end)
}
