import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

const root = new URL('../../', import.meta.url).pathname

/** A file packed with brotli inside an npm package, unpacked once into `.cache/browsers`; several test workers may ask at once. */
export function unpackOnce(packed: string, name: string): string {
  const place = `${root}.cache/browsers/${name}`
  if (existsSync(place)) return place
  mkdirSync(dirname(place), { recursive: true })
  // A half-written browser must never be found under the final name.
  const unfinished = `${place}.${process.pid}.part`
  writeFileSync(unfinished, brotliDecompressSync(readFileSync(packed)), { mode: 0o755 })
  try {
    linkSync(unfinished, place)
  } catch (error) {
    // Another worker was quicker. Its browser may run already, and dies where its file is replaced.
    if (!existsSync(place)) throw error
  }
  rmSync(unfinished)
  return place
}

/** Where an npm package of tests/ lies. */
export const packageFolder = (name: string) => `${root}tests/node_modules/${name}`
