import type { Growth } from './growth.ts'

interface Place {
  x: number
  y: number
  size: number
  /** 0 stands farthest away. */
  row: number
}

/** A piece of land for so many trees: how high the picture is, where each stands, where each row's ground begins. */
export interface Land {
  width: number
  height: number
  places: Place[]
  rows: number[]
  /** What the things between the trees are drawn at. */
  scale: number
}

/** How high each tree is at full size; the land is only as deep as its trees need. */
const heights: Record<Growth, number> = {
  sown: 118,
  taller: 156,
  branching: 186,
  leafy: 232,
  great: 290,
}

/**
 * Rows set like bricks, so that whoever stands behind looks out between those in front. Left to right the trees
 * keep the order in which the neighbourhoods lie; everything is a little uneven on purpose, and always the same.
 */
export function landFor(growths: readonly Growth[], width: number): Land {
  const count = growths.length
  const wide = width > 600
  const across = mostAcross(count, wide)
  const half = width / across / 2
  // Half a crown and half a box: trees this far apart do not hide each other's boxes. Many may touch.
  const size = Math.min(half / (count > 6 ? 116 : 150), wide ? 0.74 : 0.86)
  const scale = wide ? between(0.62, size * 1.25, 0.9) : between(0.46, size * 1.16, 0.62)
  const step = Math.max(118 * size, 40)
  const tallest = Math.max(...growths.map((growth) => heights[growth]), 0)
  const sky = Math.max(26 + tallest * size, 170 * scale)
  const filled = rowsOf(count, across)
  const rows = filled.map((_, row) => Math.round(sky + row * step))
  const places = filled
    .flatMap((taken, row) => {
      const behind = filled.length - 1 - row
      const inset = behind % 2
      return spread(taken, across - inset).map((at, i) => {
        const odd = unevenness(row * 31 + i * 7 + count)
        return {
          x: Math.round((2 * at + 1 + inset + odd * 0.24) * half),
          y: Math.round((rows[row] ?? 0) + unevenness(row + i * 5 + 3) * step * 0.14),
          size: Number((size * 0.92 ** behind * (1 + odd * 0.06)).toFixed(3)),
          row,
        }
      })
    })
    .sort((a, b) => a.x - b.x)
  const front = rows[rows.length - 1] ?? 0
  return { width, height: Math.round(front + 100 * scale), places, rows, scale }
}

const between = (least: number, n: number, most: number) => Math.max(least, Math.min(n, most))

/** The fewest trees side by side that still leave the picture low enough for one look. */
function mostAcross(count: number, wide: boolean): number {
  const mostRows = wide ? (count <= 16 ? 2 : 3) : count <= 6 ? 2 : count <= 14 ? 4 : 6
  let across = wide ? 3 : 1
  while (roomFor(across, mostRows) < count) across++
  return across
}

const roomFor = (across: number, rows: number) =>
  Math.ceil(rows / 2) * across + Math.floor(rows / 2) * (across - 1)

/** How many stand in each row, the front filled first, from the back. */
function rowsOf(count: number, across: number): number[] {
  const rows: number[] = []
  for (let left = count; left > 0; ) {
    const taken = Math.min(left, rows.length % 2 ? across - 1 : across)
    rows.unshift(taken)
    left -= taken
  }
  return rows.length > 0 ? rows : [0]
}

/** Which of so many places are taken when there are more of them than trees. */
const spread = (taken: number, room: number) =>
  Array.from({ length: taken }, (_, i) => Math.floor(((i + 0.5) * room) / taken))

/** Between -1 and 1, for ever the same for the same number. */
export const unevenness = (n: number) => Math.sin(n * 12.9898 + 4.1) ** 3

/** The hill a row stands on: from its ridge down to the end of the picture, and on beside it where there is room. */
export function ridge(land: Land, row: number): string {
  return hills(land, Math.round((land.rows[row] ?? 0) - 26 * land.scale), row, 16)
}

/** A line of hills, so many units high, with everything below it. */
export function hills({ width, height }: Land, top: number, seed: number, high: number): string {
  const many = width > 600 ? 5 : 3
  const long = Math.round(width / many)
  let line = `M-${aside} ${top}h${aside}`
  for (let hill = 0; hill < many; hill++) {
    const odd = unevenness(seed * 13 + hill * 3 + 1)
    line += `q${Math.round(long * (0.5 + odd * 0.12))} ${Math.round(-high * (1 + odd * 0.7))} ${long} 0`
  }
  return `${line}h${aside}V${height}H-${aside}z`
}

const aside = 900
