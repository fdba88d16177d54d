import { joined } from './joined.ts'

/** A black-and-white PNG, each module `scale` pixels wide with `quiet` light modules around. Same code on Node and Workers. */
export async function blackAndWhitePng(
  modules: boolean[][],
  scale: number,
  quiet: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const side = (modules.length + 2 * quiet) * scale
  const bytesPerLine = 1 + Math.ceil(side / 8)
  const pixels = new Uint8Array(bytesPerLine * side).fill(255)
  for (let y = 0; y < side; y++) {
    const row = modules[Math.floor(y / scale) - quiet]
    pixels[y * bytesPerLine] = 0
    if (!row) continue
    for (let x = 0; x < side; x++) {
      if (!row[Math.floor(x / scale) - quiet]) continue
      const at = y * bytesPerLine + 1 + (x >> 3)
      pixels[at] = (pixels[at] ?? 0) & ~(0x80 >> (x & 7))
    }
  }
  return packed(pixels, side, side, { bits: 1, colours: 0 })
}

/** A picture of three bytes a pixel as a PNG. */
export function colourPng(
  pixels: Uint8Array,
  width: number,
  height: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const lines = new Uint8Array((1 + width * 3) * height)
  for (let y = 0; y < height; y++) {
    lines.set(pixels.subarray(y * width * 3, (y + 1) * width * 3), y * (1 + width * 3) + 1)
  }
  return packed(lines, width, height, { bits: 8, colours: 2 })
}

// Each line begins with a byte that says how it is filtered: not at all.
async function packed(
  lines: Uint8Array<ArrayBuffer>,
  width: number,
  height: number,
  { bits, colours }: { bits: number; colours: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header.set([bits, colours, 0, 0, 0], 8)
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', await deflated(lines)),
    chunk('IEND', new Uint8Array()),
  ])
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const whole = new Uint8Array(12 + body.length)
  const view = new DataView(whole.buffer)
  view.setUint32(0, body.length)
  whole.set(new TextEncoder().encode(type), 4)
  whole.set(body, 8)
  view.setUint32(8 + body.length, crc32(whole.subarray(4, 8 + body.length)))
  return whole
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}
