import { chanceFrom } from '../../surveys/definitions/huicheng/chance.ts'
import { colourPng } from '../files/png.ts'

const [width, height] = [480, 360]
type Colour = readonly [number, number, number]

/** A made-up view of the empty corner, painted here and nowhere photographed; the same for the same name. */
export function gardenPicture(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const chance = chanceFrom(Number.parseInt(name.slice(0, 8), 16))
  const pixels = new Uint8Array(width * height * 3)
  const paint = (isIn: (x: number, y: number) => boolean, colour: Colour) => {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) if (isIn(x, y)) pixels.set(colour, (y * width + x) * 3)
    }
  }
  const box = (left: number, top: number, wide: number, high: number, colour: Colour) =>
    paint((x, y) => x >= left && x < left + wide && y >= top && y < top + high, colour)
  const disc = (cx: number, cy: number, r: number, colour: Colour) =>
    paint((x, y) => (x - cx) ** 2 + (y - cy) ** 2 < r * r, colour)

  const [wallTop, ground] = [90 + chance.share() * 40, 215 + chance.share() * 30]
  box(0, 0, width, height, chance.happens(0.3) ? [196, 200, 204] : [178, 212, 230])
  box(0, wallTop, width, height, [206, 192, 170])
  for (let row = wallTop + 14; row < ground; row += 16) box(0, row, width, 2, [188, 172, 148])
  box(0, ground, width, height, [150, 140, 112])
  paint((x, y) => y > ground + 20 + 14 * Math.sin(x / 60), [122, 146, 84])

  const trunk = 60 + chance.share() * 360
  box(trunk, ground - 110, 16, 130, [104, 76, 52])
  for (let i = 0; i < 7; i++) {
    const [x, y] = [trunk + 8 + (chance.share() - 0.5) * 120, ground - 130 + chance.share() * 60]
    disc(x, y, 26 + chance.share() * 18, i % 2 ? [72, 112, 66] : [90, 132, 76])
  }
  const thing = chance.weighted({ bench: 40, lamp: 30, puddle: 30 })
  const at = 60 + chance.share() * 300
  if (thing === 'bench') {
    box(at, ground + 24, 110, 10, [146, 96, 58])
    box(at, ground + 2, 110, 8, [146, 96, 58])
    for (const leg of [8, 92]) box(at + leg, ground + 34, 8, 24, [80, 70, 62])
  } else if (thing === 'lamp') {
    box(at, wallTop - 20, 6, ground - wallTop + 50, [84, 88, 92])
    disc(at + 3, wallTop - 22, 14, [214, 206, 180])
  } else {
    paint((x, y) => ((x - at - 50) / 80) ** 2 + ((y - ground - 60) / 20) ** 2 < 1, [132, 152, 166])
  }
  for (let i = 0; i < 10; i++) {
    const flower = chance.oneOf<Colour>([
      [206, 84, 92],
      [232, 184, 76],
      [236, 232, 226],
    ])
    disc(chance.share() * width, ground + 50 + chance.share() * 70, 4, flower)
  }
  return colourPng(pixels, width, height)
}
