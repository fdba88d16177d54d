import { joined } from './joined.ts'

/**
 * A PNG or WebP with only the parts that make the picture; where, when and with what it was made is left out,
 * and whatever stands behind its end. Undefined when its parts do not fit together or it moves.
 */
export function withoutNotes(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const isPng = bytes[0] === 0x89
  const kept: Uint8Array[] = []
  try {
    for (const { name, part } of isPng ? pngParts(bytes) : webpParts(bytes)) {
      if (/^(?:acTL|ANIM|ANMF)$/.test(name)) return undefined
      if (partsOfPictures.has(name)) kept.push(name === 'VP8X' ? unflagged(part) : part)
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
  return isPng ? joined([bytes.subarray(0, 8), ...kept]) : riff(kept)
}

const partsOfPictures = new Set([
  ...['IHDR', 'PLTE', 'tRNS', 'gAMA', 'sRGB', 'IDAT', 'IEND'],
  ...['VP8 ', 'VP8L', 'VP8X', 'ALPH'],
])

interface Part {
  name: string
  part: Uint8Array
}

function* pngParts(bytes: Uint8Array): Generator<Part> {
  const view = viewOf(bytes)
  for (let at = 8; ; ) {
    const name = nameAt(bytes, at + 4)
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) throw new RangeError('cut off')
    yield { name, part: bytes.subarray(at, end) }
    if (name === 'IEND') return
    at = end
  }
}

function* webpParts(bytes: Uint8Array): Generator<Part> {
  const view = viewOf(bytes)
  const end = Math.min(bytes.length, 8 + view.getUint32(4, true))
  for (let at = 12; at < end; ) {
    const size = view.getUint32(at + 4, true)
    const next = at + 8 + size + (size % 2)
    if (next > end) throw new RangeError('cut off')
    yield { name: nameAt(bytes, at), part: bytes.subarray(at, next) }
    at = next
  }
}

// It announces colour profiles, EXIF and XMP, which have just been left out; only transparency stays announced.
function unflagged(part: Uint8Array): Uint8Array {
  const plain = part.slice()
  plain[8] = (plain[8] ?? 0) & 0x10
  return plain
}

function riff(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(12)
  new TextEncoder().encodeInto('RIFF', head)
  new TextEncoder().encodeInto('WEBP', head.subarray(8))
  const whole = joined([head, ...parts])
  viewOf(whole).setUint32(4, whole.length - 8, true)
  return whole
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const nameAt = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
