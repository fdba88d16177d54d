/** How large a picture says it is, read from its head alone: nothing is unpacked. Undefined when it does not say. */
export function pictureSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (view.getUint32(0) === 0x89504e47) return pngSize(view)
    if (view.getUint16(0) === 0xffd8) return jpegSize(view)
    return view.getUint32(8) === 0x57454250 ? webpSize(view) : undefined
  } catch (error) {
    // Cut off before it said so.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const mostPixels = 16_000_000
const mostOnASide = 8_000

/** Whether a picture of this size may be unpacked: a small file can hold a picture that fills all memory. */
export function maySafelyBeUnpacked({ width, height }: { width: number; height: number }): boolean {
  return (
    [width, height].every((side) => side >= 1 && side <= mostOnASide) &&
    width * height <= mostPixels
  )
}

/** Whether a JPEG goes on to its end: decoders paint what is missing grey and say nothing. */
export function isWholeJpeg(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    for (const { marker, at } of jpegSegments(view)) {
      if (marker === pictureMarker) return endsAfter(bytes, at)
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return false
}

function endsAfter(bytes: Uint8Array, start: number): boolean {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    if (bytes[at + 1] === endMarker) return true
  }
  return false
}

function pngSize(view: DataView) {
  if (view.getUint32(12) !== 0x49484452) return undefined
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

function jpegSize(view: DataView) {
  for (const { marker, at } of jpegSegments(view)) {
    if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
  }
  return undefined
}

/** The parts of a JPEG in front of its picture, and where the picture itself begins. */
function* jpegSegments(view: DataView): Generator<{ marker: number; at: number }> {
  for (let at = 2; view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    yield { marker, at }
    if (marker === pictureMarker || marker === endMarker) return
    at += 2 + view.getUint16(at + 2)
  }
}

const pictureMarker = 0xda
const endMarker = 0xd9

// SOF0 to SOF15, without the three that mean something else.
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function webpSize(view: DataView) {
  switch (view.getUint32(12)) {
    case 0x56503820: // VP8
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 0x5650384c: {
      // VP8L
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
    }
    case 0x56503858: // VP8X
      return { width: three(view, 24) + 1, height: three(view, 27) + 1 }
    default:
      return undefined
  }
}

const three = (view: DataView, at: number) =>
  view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
