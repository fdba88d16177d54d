import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Site } from '../e2e/site.ts'
import { walkOn } from '../walk-to.ts'
import { amount, type Figure } from './figures.ts'

/** What the first TCP window carries: 10 segments of 1,460 bytes. */
const firstWindow = 14_600
/** A page has one of these, gzip. */
const pageScripts = [
  ['page script', 'web/resident/main.ts', 12_000],
  ['page script with all kinds', 'web/resident/kinds/main-with-kinds.ts', 12_000],
] as const
/** What comes beside it, only where there is use for it. */
const asides = [
  ['… where letters wait, or soon may', 'web/resident/letters/letters-page.ts'],
  ['… where a response is corrected', 'web/resident/correct/correction-script.ts'],
  ["… on children's pages", 'web/resident/child-page.ts'],
  ['… where something can be played', 'web/resident/aloud/read-aloud-page.ts'],
  ['… on a device many share', 'web/resident/assist/session-page.ts'],
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
  for (const [name, step] of firstViews) {
    const path = await walkOn(site.origin, step)
    const page = Buffer.from(await (await fetch(site.origin + path)).arrayBuffer())
    const wire = await bytesOnTheWire(site.origin + path)
    figures.push({
      name,
      value: `on the wire ${amount(wire)} of ${amount(firstWindow)} bytes`,
      detail: `plain ${amount(page.length)} · gzip ${amount(gzipSync(page, { level: 9 }).length)} · brotli ${amount(brotli(page))}`,
      holds: wire <= firstWindow,
    })
  }
  for (const [name, entry, limit] of pageScripts) {
    const { gzip, detail } = scriptWeight(entry)
    const value = `gzip ${amount(gzip)} of ${amount(limit)} bytes`
    figures.push({ name, value, detail, holds: gzip <= limit })
  }
  for (const [name, entry] of asides) {
    const { gzip, detail } = scriptWeight(entry)
    figures.push({ name, value: `gzip ${amount(gzip)} bytes more`, detail })
  }
  return figures
}

function scriptWeight(entry: string) {
  const script = readFileSync(built(entry))
  const gzip = gzipSync(script, { level: 9 }).length
  return { gzip, detail: `plain ${amount(script.length)} · brotli ${amount(brotli(script))}` }
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
