const size = 8

/** A colour with a texture of its own, so that neighbours differ on a black-and-white printer too. */
export function patterned(colour: string, index: number): string | CanvasPattern {
  const draw = textures[index % textures.length]
  if (!draw) return colour
  const tile = document.createElement('canvas')
  tile.width = size
  tile.height = size
  const brush = tile.getContext('2d')
  if (!brush) return colour
  brush.fillStyle = colour
  brush.fillRect(0, 0, size, size)
  brush.strokeStyle = 'rgba(255, 255, 255, 0.55)'
  brush.fillStyle = 'rgba(255, 255, 255, 0.6)'
  brush.lineWidth = 1.2
  draw(brush)
  return brush.createPattern(tile, 'repeat') ?? colour
}

const textures: (((brush: CanvasRenderingContext2D) => void) | undefined)[] = [
  undefined,
  (brush) =>
    lines(brush, [
      [-2, 2, 2, -2],
      [-2, 10, 10, -2],
      [6, 10, 10, 6],
    ]),
  (brush) => {
    brush.beginPath()
    brush.arc(4, 4, 1.2, 0, Math.PI * 2)
    brush.fill()
  },
  (brush) => lines(brush, [[0, 4, 8, 4]]),
  (brush) =>
    lines(brush, [
      [-2, 6, 2, 10],
      [-2, -2, 10, 10],
      [6, -2, 10, 2],
    ]),
]

function lines(brush: CanvasRenderingContext2D, ends: [number, number, number, number][]) {
  brush.beginPath()
  for (const [x1, y1, x2, y2] of ends) {
    brush.moveTo(x1, y1)
    brush.lineTo(x2, y2)
  }
  brush.stroke()
}
