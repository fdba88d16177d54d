import decodeJpeg, { init as initJpegDecoder } from '@jsquash/jpeg/decode.js'
import encodeJpeg, { init as initJpegEncoder } from '@jsquash/jpeg/encode.js'
import decodePng, { init as initPngDecoder } from '@jsquash/png/decode.js'
import { typeOf } from './file-types.ts'
import { isWholeJpeg, maySafelyBeUnpacked, pictureSize } from './picture-size.ts'

/** A picture drawn anew: only its colours are left of what was sent. */
export interface Redrawn {
  /** Always a JPEG. */
  bytes: Uint8Array<ArrayBuffer>
  width: number
  height: number
}

/** Undefined when it is no whole picture of a kind and size that is taken. */
export type Redraw = (bytes: Uint8Array, mostOnASide: number) => Promise<Redrawn | undefined>

/** Compiled code, which each host brings along in its own way. */
export interface Codecs {
  jpegDecoder: WebAssembly.Module
  jpegEncoder: WebAssembly.Module
  pngDecoder: WebAssembly.Module
}

/** Unpacks a JPEG or PNG, turns it upright, makes it smaller if need be, and packs it again without anything else. */
export function redrawer(load: () => Promise<Codecs>, mostPixels = 16_000_000): Redraw {
  let ready: Promise<void> | undefined
  return async (bytes, mostOnASide) => {
    const type = typeOf(bytes)
    const size = pictureSize(bytes)
    if ((type !== 'image/jpeg' && type !== 'image/png') || !size) return undefined
    if (size.width * size.height > mostPixels) return undefined
    if (!maySafelyBeUnpacked(size) || (type === 'image/jpeg' && !isWholeJpeg(bytes)))
      return undefined
    ready ??= load().then(start)
    await ready
    const picture = await unpacked(bytes, type)
    if (!picture) return undefined
    const shown = smaller(onWhite(picture), mostOnASide)
    const packed = await encodeJpeg(shown as ImageData, { quality: 80, progressive: true })
    return { bytes: new Uint8Array(packed), width: shown.width, height: shown.height }
  }
}

interface Picture {
  data: Uint8ClampedArray
  width: number
  height: number
}

async function start(codecs: Codecs): Promise<void> {
  await initJpegDecoder(codecs.jpegDecoder)
  await initJpegEncoder(codecs.jpegEncoder)
  await initPngDecoder(codecs.pngDecoder)
}

async function unpacked(bytes: Uint8Array, type: string): Promise<Picture | undefined> {
  const own = bytes.slice().buffer
  try {
    return type === 'image/png'
      ? await decodePng(own)
      : await decodeJpeg(own, { preserveOrientation: true })
  } catch {
    return undefined
  }
}

// A JPEG knows no transparency; what shines through is paper.
function onWhite(picture: Picture): Picture {
  const { data } = picture
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3] ?? 255
    if (alpha === 255) continue
    for (let c = i; c < i + 3; c++) data[c] = 255 + (((data[c] ?? 0) - 255) * alpha) / 255
    data[i + 3] = 255
  }
  return picture
}

/** Each new pixel is the mean of those it stands for. */
function smaller(picture: Picture, mostOnASide: number): Picture {
  const scale = Math.max(picture.width, picture.height) / mostOnASide
  if (scale <= 1) return picture
  const width = Math.max(1, Math.round(picture.width / scale))
  const height = Math.max(1, Math.round(picture.height / scale))
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 4) mean(picture, x, y, width, height, data, to)
  }
  return { data, width, height }
}

function mean(
  from: Picture,
  x: number,
  y: number,
  width: number,
  height: number,
  data: Uint8ClampedArray,
  to: number,
): void {
  const left = Math.floor((x * from.width) / width)
  const right = Math.max(left + 1, Math.floor(((x + 1) * from.width) / width))
  const top = Math.floor((y * from.height) / height)
  const bottom = Math.max(top + 1, Math.floor(((y + 1) * from.height) / height))
  let [red, green, blue] = [0, 0, 0]
  for (let row = top; row < bottom; row++) {
    for (let at = (row * from.width + left) * 4, end = at + (right - left) * 4; at < end; at += 4) {
      red += from.data[at] ?? 0
      green += from.data[at + 1] ?? 0
      blue += from.data[at + 2] ?? 0
    }
  }
  const many = (right - left) * (bottom - top)
  data[to] = red / many
  data[to + 1] = green / many
  data[to + 2] = blue / many
  data[to + 3] = 255
}
