/** Bytes of a system file as they are put one after another: little-endian, texts in UTF-8. */
export function savBytes() {
  let bytes = new Uint8Array(1 << 16)
  let view = new DataView(bytes.buffer)
  let length = 0
  const room = (more: number) => {
    if (length + more > bytes.length) {
      const wider = new Uint8Array(Math.max(bytes.length * 2, length + more))
      wider.set(bytes)
      bytes = wider
      view = new DataView(wider.buffer)
    }
    length += more
    return length - more
  }
  const put = {
    // Room is made first: it may replace what is written into.
    int(...values: number[]) {
      for (const value of values) {
        const at = room(4)
        view.setInt32(at, value, true)
      }
    },
    double(...values: number[]) {
      for (const value of values) {
        const at = room(8)
        view.setFloat64(at, value, true)
      }
    },
    byte(value: number) {
      const at = room(1)
      view.setUint8(at, value)
    },
    raw(part: Uint8Array) {
      const at = room(part.length)
      bytes.set(part, at)
    },
    /** A text in exactly so many bytes, the rest blanks. */
    text(text: string | Uint8Array, size: number) {
      const written = typeof text === 'string' ? utf8(text) : text
      const at = room(size)
      bytes.fill(32, at, at + size)
      bytes.set(written.subarray(0, size), at)
    },
    /** What has been put so far; the next begins anew. */
    take(): Uint8Array<ArrayBuffer> {
      const taken = bytes.slice(0, length)
      length = 0
      return taken
    },
    get length() {
      return length
    },
  }
  return put
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** The beginning of a text that fits into so many bytes, with no letter cut in two. */
export function fitted(text: string, most: number): Uint8Array {
  const whole = utf8(text)
  if (whole.length <= most) return whole
  for (let size = most; size > 0; size--) {
    try {
      decoder.decode(whole.subarray(0, size))
      return whole.subarray(0, size)
    } catch {
      // The cut went through a letter.
    }
  }
  return new Uint8Array()
}
