/** SHA-256 in hex. The browser's own is missing wherever an address has no lock. */
export function sha256(bytes: Uint8Array): string {
  // One bit, then zeros up to a whole block that ends with the length.
  const blocks = new DataView(new ArrayBuffer(((bytes.length + 72) >> 6) << 6))
  new Uint8Array(blocks.buffer).set(bytes)
  blocks.setUint8(bytes.length, 128)
  blocks.setUint32(blocks.byteLength - 4, bytes.length * 8)
  let state = fractions(1 / 2).slice(0, 8) as State
  const constants = fractions(1 / 3)
  for (let at = 0; at < blocks.byteLength; at += 64) {
    state = mix(state, (i) => blocks.getInt32(at + i * 4), constants)
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

type State = [number, number, number, number, number, number, number, number]

function mix(before: State, block: (i: number) => number, constants: number[]): State {
  let [a, b, c, d, e, f, g, h] = before
  const words: number[] = []
  const word = (i: number) => words[i] as number
  for (let i = 0; i < 64; i++) {
    words[i] =
      i < 16
        ? block(i)
        : (word(i - 16) +
            (turned(word(i - 15), 7, 18) ^ (word(i - 15) >>> 3)) +
            word(i - 7) +
            (turned(word(i - 2), 17, 19) ^ (word(i - 2) >>> 10))) |
          0
    const one =
      h +
      (turned(e, 6, 11) ^ turn(e, 25)) +
      ((e & f) ^ (~e & g)) +
      (constants[i] as number) +
      word(i)
    const two = (turned(a, 2, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + (before[i] as number)) | 0) as State
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by))
const turned = (word: number, one: number, two: number) => turn(word, one) ^ turn(word, two)

/** The first 32 bits behind the point of a root of each of the first 64 primes. */
function fractions(power: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < 64; n++) {
    let divisor = 2
    while (n % divisor) divisor++
    if (divisor === n) found.push((n ** power * 2 ** 32) | 0)
  }
  return found
}
