import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Site } from '../e2e/site.ts'
import { amount, type Figure } from './figures.ts'

/** What the first TCP window carries: 10 segments of 1,460 bytes. */
const firstWindow = 14_600
/** Every page has the first; the others come only where such questions are, or something can be played. */
const scripts = [
  ['page script', 'web/resident/main.ts', 12_000],
  ['rarer kinds of question', 'web/resident/kinds/page.ts', 4_000],
  ['reading aloud', 'web/resident/aloud/read-aloud-page.ts', 1_500],
] as const

const firstViews = [
  ['cover page /m/HC1A', '/m/HC1A'],
  ['adult questionnaire', '/c/huicheng/adult?m=HC1A'],
  ["child: guardian's notice", '/c/huicheng/child?m=HC1A'],
  ['child questionnaire', '/c/huicheng/child?m=HC1A&step=questions'],
] as const

/** Bytes before a resident can read and answer: the page with its style inside, and the page script. */
export async function weightFigures(site: Site): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, path] of firstViews) {
    const page = Buffer.from(await (await fetch(site.origin + path)).arrayBuffer())
    const wire = await bytesOnTheWire(site.origin + path)
    figures.push({
      name,
      value: `on the wire ${amount(wire)} of ${amount(firstWindow)} bytes`,
      detail: `plain ${amount(page.length)} · gzip ${amount(gzipSync(page, { level: 9 }).length)} · brotli ${amount(brotli(page))}`,
      holds: wire <= firstWindow,
    })
  }
  for (const [name, entry, limit] of scripts) {
    const script = readFileSync(built(entry))
    const gzip = gzipSync(script, { level: 9 }).length
    figures.push({
      name,
      value: `gzip ${amount(gzip)} of ${amount(limit)} bytes`,
      detail: `plain ${amount(script.length)} · brotli ${amount(brotli(script))}`,
      holds: gzip <= limit,
    })
  }
  return figures
}

/** Status line, headers and body as a phone that accepts gzip and brotli receives them. */
export function bytesOnTheWire(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip, br', connection: 'close' }
    const asked = request(address, { headers }, (answer) => {
      const { socket } = answer
      answer.resume().on('end', () => resolve(socket.bytesRead))
    })
    asked.on('error', reject).end()
  })
}

const brotli = (bytes: Uint8Array) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

function built(entry: string): string {
  const folder = new URL('../../dist/client/', import.meta.url).pathname
  const manifest: Record<string, { file: string }> = JSON.parse(
    readFileSync(`${folder}.vite/manifest.json`, 'utf8'),
  )
  const file = manifest[entry]?.file
  if (!file) throw new Error(`no ${entry} among ${readdirSync(folder)}`)
  return folder + file
}
