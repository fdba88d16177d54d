import type { Locator } from 'playwright-core'

/**
 * Lengths in pixels of the bars that really stand on a canvas, found by their colour: top to bottom,
 * or from left to right where they stand upright.
 */
export function drawnBars(canvas: Locator, upright = false): Promise<number[]> {
  return canvas.evaluate((element, turned) => {
    const drawn = element as HTMLCanvasElement
    const page = getComputedStyle(drawn)
    const colours = [
      rgb(page.getPropertyValue('--bar') || '#0072b2'),
      rgb(page.getPropertyValue('--bar-apart') || '#999'),
    ]
    const pixels = drawn.getContext('2d')?.getImageData(0, 0, drawn.width, drawn.height).data
    const [width, height] = turned ? [drawn.height, drawn.width] : [drawn.width, drawn.height]
    if (!pixels) return []
    const lengths: number[] = []
    let inside = 0
    for (let y = 0; y < height; y++) {
      const run = filled(pixels, y, width, colours)
      // A bar is many rows high; its edges are blurred, so the longest of its rows counts.
      if (run > 0) inside = Math.max(inside, run)
      if (inside > 0 && (run === 0 || y === height - 1)) {
        lengths.push(inside)
        inside = 0
      }
    }
    return lengths

    // From the first to the last pixel of a bar's colour; a texture leaves gaps, a stray pixel is no bar.
    function filled(data: Uint8ClampedArray, y: number, across: number, wanted: string[]) {
      let [first, last, count] = [across, -1, 0]
      for (let x = 0; x < across; x++) {
        const at = 4 * (turned ? x * drawn.width + y : y * across + x)
        if (!wanted.includes(`${data[at]},${data[at + 1]},${data[at + 2]}`)) continue
        first = Math.min(first, x)
        last = x
        count++
      }
      const span = last - first + 1
      return count > 2 && count > span * 0.3 ? span : 0
    }

    function rgb(colour: string): string {
      const brush = document.createElement('canvas').getContext('2d')
      if (!brush) return ''
      brush.fillStyle = colour.trim()
      brush.fillRect(0, 0, 1, 1)
      return brush.getImageData(0, 0, 1, 1).data.slice(0, 3).join(',')
    }
  }, upright)
}
