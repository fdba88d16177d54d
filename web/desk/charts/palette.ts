/** Okabe–Ito for things that are just different; told apart by colour-blind readers. */
const categories = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#f0e442']
/** From bad to good, safe for red-green blindness, and in order when printed grey. */
const scale = ['#b2182b', '#ef8a62', '#bdbdbd', '#67a9cf', '#2166ac']

export interface Palette {
  ink: string
  soft: string
  hair: string
  surface: string
  bar: string
  apart: string
}

/** The page's own colours; paper always gets the light ones. */
export function paletteOf(page: HTMLElement, forPaper: boolean): Palette {
  const token = (name: string) => getComputedStyle(page).getPropertyValue(name).trim()
  if (forPaper) {
    const paper = { ink: '#000', soft: '#333', hair: '#bbb', surface: '#fff' }
    return { ...paper, bar: '#0072b2', apart: '#999' }
  }
  return {
    ink: token('--ink'),
    soft: token('--ink-soft'),
    hair: token('--hair'),
    surface: token('--surface'),
    bar: token('--bar') || '#0072b2',
    apart: token('--bar-apart') || '#999',
  }
}

/** Colours of `count` things in a row: best to worst for a scale, else one of each. */
export function seriesColours(shape: 'scale' | 'rows' | 'pairs', count: number): string[] {
  const list =
    shape === 'scale'
      ? spread([...scale].reverse(), count)
      : categories.slice(0, Math.max(count, 1))
  return Array.from({ length: count }, (_, index) => list[index % list.length] ?? '#999')
}

// Two or four points have no middle, so they leave out the grey.
function spread(colours: string[], count: number): string[] {
  if (count % 2 === 0 && count <= 4)
    return count === 2 ? pick(colours, [0, 4]) : pick(colours, [0, 1, 3, 4])
  return count === 3 ? pick(colours, [0, 2, 4]) : colours
}

const pick = (colours: string[], at: number[]) => at.map((index) => colours[index] ?? '#999')

/** White or black, whichever reads better on this colour. */
export function inkOn(colour: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.3 ? '#111' : '#fff'
}
