import { inflateRawSync } from 'node:zlib'

/** The sheets of a workbook with the texts of their cells, read the plain way, to be independent of how they were written. */
export function readWorkbook(bytes: Uint8Array): Map<string, string[][]> {
  return new Map(
    sheetsOf(bytes).map(([name, xml]) => [
      name,
      [...xml.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) => cellsOf(row)),
    ]),
  )
}

/** Each sheet by its name, as it stands in the file. */
export function sheetsOf(bytes: Uint8Array): [name: string, xml: string][] {
  const parts = unzip(bytes)
  const read = (path: string) => new TextDecoder().decode(parts.get(path))
  const targets = new Map(
    [...read('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  )
  return [...read('xl/workbook.xml').matchAll(/<sheet [^>]*>/g)].map(([tag]) => [
    attribute(tag, 'name'),
    read(targets.get(attribute(tag, 'r:id')) ?? ''),
  ])
}

const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

function cellsOf(row: string): string[] {
  const cells: string[] = []
  for (const [, place = '', , inside = ''] of row.matchAll(
    /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
  ))
    cells[columnOf(place)] = textOf(inside)
  return Array.from(cells, (cell) => cell ?? '')
}

const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

// What stands for itself and not for the sign it spells.
const textOf = (xml: string) => wordsOf(xml).replaceAll('_x005F_', '_')

/** What a piece of XML says without its tags. */
export const wordsOf = (xml: string): string =>
  xml
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** The parts of a ZIP file by their paths, as its directory at the end lists them. */
export function unzip(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--
  const parts = new Map<string, Uint8Array>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const [method, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)]
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const start = view.getUint32(at + 42, true)
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (name ?? 0)))
    const begin = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
    const packed = bytes.subarray(begin, begin + size)
    parts.set(path, method === 8 ? inflateRawSync(packed) : packed)
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return parts
}
