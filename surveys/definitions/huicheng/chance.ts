/** Draws that are always the same for the same seed. */
export interface Chance {
  /** 32 bits. */
  bits(): number
  /** From 0 up to, not including, 1. */
  share(): number
  happens(probability: number): boolean
  oneOf<T>(list: readonly [T, ...T[]]): T
  /** One key, the heavier the likelier. */
  weighted<K extends string>(weights: Weights<K>): K
  /** Different keys, at most `count`, in the order of the weights. Weight 0 is never drawn. */
  several(weights: Weights, count: number): string[]
}

type Weights<K extends string = string> = Readonly<Record<K, number>>

/** sfc32: its 128 bits of state keep a million identifiers apart. */
export function chanceFrom(seed: number): Chance {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, seed | 0, 1]
  const bits = () => {
    const sum = (a + b + d++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let i = 0; i < 16; i++) bits()
  const share = () => bits() / 2 ** 32
  const weighted = <K extends string>(weights: Weights<K>) => heavy(weights, share())
  return {
    bits,
    share,
    weighted,
    happens: (probability) => share() < probability,
    oneOf: (list) => list[Math.floor(share() * list.length)] ?? list[0],
    several: (weights, count) => {
      const left: Record<string, number> = { ...weights }
      for (let i = 0; i < count && total(left) > 0; i++) left[heavy(left, share())] = 0
      return Object.keys(weights).filter((key) => left[key] !== weights[key])
    },
  }
}

function heavy<K extends string>(weights: Weights<K>, share: number): K {
  let rest = share * total(weights)
  let last: K | undefined
  for (const key in weights) {
    if (weights[key] <= 0) continue
    if (rest < weights[key]) return key
    rest -= weights[key]
    last = key
  }
  // Only the rounding of the last sum leads here.
  if (last === undefined) throw new RangeError('nothing to draw from')
  return last
}

function total<K extends string>(weights: Weights<K>): number {
  let sum = 0
  for (const key in weights) sum += weights[key]
  return sum
}
