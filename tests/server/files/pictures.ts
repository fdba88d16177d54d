import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { deflateSync } from 'node:zlib'
import encode, { init } from '@jsquash/jpeg/encode.js'
import { PNG } from 'pngjs'

const { resolve } = createRequire(import.meta.url)

/** A landscape whose left half is red and whose right half is green, so that turning it shows. */
export function pngOf(width: number, height: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(PNG.sync.write(halves(width, height)))
}

export const jpegOf = (width: number, height: number) => packed(halves(width, height), 90)

/** As a phone's camera packs it: no leaf of the hedge is like the next, so eight megapixels weigh megabytes. */
export function cameraJpegOf(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const picture = halves(width, height)
  const grain = Uint8Array.from({ length: 4093 }, (_, i) => (i * i * 7919) % 199)
  const hedge = picture.data.subarray(Math.floor(picture.data.length * 0.8))
  for (let i = 0; i < hedge.length; i++) {
    if (i % 4 < 3) hedge[i] = grain[i % 4093] ?? 0
  }
  return packed(picture, 90)
}

async function packed(picture: object, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  const wasm = readFileSync(resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'))
  await init(await WebAssembly.compile(wasm))
  return new Uint8Array(await encode(picture as ImageData, { quality, baseline: true }))
}

function halves(width: number, height: number) {
  const left = Math.ceil(width / 2)
  const red = Buffer.alloc(left * 4, Buffer.from([220, 20, 20, 255]))
  const green = Buffer.alloc((width - left) * 4, Buffer.from([20, 180, 20, 255]))
  const data = Buffer.alloc(width * height * 4, Buffer.concat([red, green]))
  return { data, width, height }
}

export const canary = 'CANARY-31.1412N-121.4437E'

/** The same JPEG as a phone would hand it over: with a place, a serial number, a direction, and words after its end. */
export function withTraces(jpeg: Uint8Array): Uint8Array<ArrayBuffer> {
  const exif = exifOf()
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(exif.length + 2, 2)
  const comment = Buffer.from(`\xff\xfe\0\0${canary}`, 'latin1')
  comment.writeUInt16BE(canary.length + 2, 2)
  return new Uint8Array(
    Buffer.concat([
      ...[jpeg.subarray(0, 2), head, exif, comment, jpeg.subarray(2)],
      Buffer.from(canary),
    ]),
  )
}

/** Two entries: turned by a quarter, and where it was taken. */
function exifOf(): Buffer {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16LE(tag, 0)
    bytes.writeUInt16LE(type, 2)
    bytes.writeUInt32LE(count, 4)
    bytes.writeUInt32LE(value, 8)
    return bytes
  }
  const list = (...entries: Buffer[]) => {
    const count = Buffer.alloc(2)
    count.writeUInt16LE(entries.length)
    return Buffer.concat([count, ...entries, Buffer.alloc(4)])
  }
  const start = Buffer.from('II*\0\x08\0\0\0', 'latin1')
  const main = list(entry(0x0112, 3, 1, 6), entry(0x8825, 4, 1, 8 + 30))
  const place = list(entry(0x0001, 2, 2, 0x4e), entry(0x001b, 7, canary.length, 8 + 30 + 18))
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), start, main, place, Buffer.from(canary)])
}

/** A PNG of a few bytes that says it is this large. */
export function pngHeadOf(width: number, height: number): Uint8Array<ArrayBuffer> {
  const png = Buffer.from(pngOf(2, 2))
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  return new Uint8Array(png)
}

/** The smallest WebP there is, with a part of this name in which the canary sits. */
export function webpOf(more: 'EXIF' | 'ANIM' = 'EXIF'): Uint8Array<ArrayBuffer> {
  const pixel = Buffer.from('2f00000010071011118888fe0700', 'hex')
  const named = (name: string, content: Buffer) => {
    const size = Buffer.alloc(4)
    size.writeUInt32LE(content.length)
    const even = Buffer.alloc(content.length % 2)
    return Buffer.concat([Buffer.from(name), size, content, even])
  }
  const flags = Buffer.from([0x08, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  const parts = [named('VP8X', flags), named('VP8L', pixel), named(more, Buffer.from(canary))]
  return new Uint8Array(named('RIFF', Buffer.concat([Buffer.from('WEBP'), ...parts])))
}

/** A tiny PNG with a part that unpacks to a hundred megabytes. */
export function bombOf(name: 'IDAT' | 'zTXt' | 'iCCP'): Uint8Array<ArrayBuffer> {
  const packed = deflateSync(Buffer.alloc(100_000_000), { level: 9 })
  const bomb = partOf(
    name,
    name === 'IDAT' ? packed : Buffer.concat([Buffer.from('a\0\0'), packed]),
  )
  const png = Buffer.from(pngOf(4, 4))
  const [head, rest] = [png.subarray(0, 33), png.subarray(33)]
  return new Uint8Array(Buffer.concat([head, bomb, rest]))
}

function partOf(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content])
  const part = Buffer.alloc(named.length + 8)
  part.writeUInt32BE(content.length, 0)
  named.copy(part, 4)
  part.writeUInt32BE(checkSum(named), named.length + 4)
  return part
}

function checkSum(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}
