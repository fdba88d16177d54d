import type { Page } from 'playwright-core'

/** A bar as the browser was told to paint it, in CSS pixels of the canvas. */
export interface Bar {
  x: number
  y: number
  width: number
  height: number
}

/** What a canvas shows: the bars that were filled, and the words that were written. */
interface Painted {
  bars: Bar[]
  words: string[]
}

/** What a page that is watched can be asked. */
export interface Painter {
  /** What stands on this canvas now. */
  paintedOn(canvas: Element): Painted
  /** Whether the pixels of a bar differ from the ground: what was painted is really seen. */
  isSeen(canvas: HTMLCanvasElement, bar: Bar): boolean
}

/**
 * From now on every page remembers what it paints, by listening at the canvas itself: what a chart shows is
 * read from the strokes that made it, not from the numbers the chart was given.
 */
export async function watchPainting(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const brush = CanvasRenderingContext2D.prototype
    const { beginPath, rect, fill, fillText, clearRect } = brush
    const paintings = new WeakMap<HTMLCanvasElement, Painted>()
    const path = new WeakMap<HTMLCanvasElement, Bar[]>()
    const of = (canvas: HTMLCanvasElement) => {
      const painting = paintings.get(canvas) ?? { bars: [], words: [] }
      paintings.set(canvas, painting)
      return painting
    }
    brush.beginPath = function () {
      path.set(this.canvas, [])
      beginPath.call(this)
    }
    brush.rect = function (x, y, width, height) {
      path.get(this.canvas)?.push({ x, y, width, height })
      rect.call(this, x, y, width, height)
    }
    brush.fill = function (...how: unknown[]) {
      // A border is filled between two outlines; the bar itself by itself. What cannot be seen is no bar.
      const isSeen =
        typeof this.fillStyle !== 'string' || !/, 0\)$|^transparent/.test(this.fillStyle)
      if (how.length === 0 && isSeen) of(this.canvas).bars.push(...(path.get(this.canvas) ?? []))
      Reflect.apply(fill, this, how)
    }
    brush.fillText = function (words, x, y, most) {
      of(this.canvas).words.push(words)
      if (most === undefined) fillText.call(this, words, x, y)
      else fillText.call(this, words, x, y, most)
    }
    brush.clearRect = function (x, y, width, height) {
      paintings.delete(this.canvas)
      clearRect.call(this, x, y, width, height)
    }
    const isSeen: Painter['isSeen'] = (canvas, { x, y, width, height }) => {
      const dots = canvas.width / canvas.clientWidth
      const wide = Math.max(1, Math.floor(width * dots))
      const high = Math.max(1, Math.floor(height * dots))
      const [left, top] = [Math.floor(x * dots), Math.floor(y * dots)]
      const pixels = canvas.getContext('2d')?.getImageData(left, top, wide, high).data ?? []
      let opaque = 0
      for (let at = 3; at < pixels.length; at += 4) if ((pixels[at] ?? 0) > 200) opaque++
      return opaque * 4 > pixels.length * 0.5
    }
    Object.assign(window, { paintedOn: of, isSeen })
  })
}
