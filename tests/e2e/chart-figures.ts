import type { Locator, Page } from 'playwright-core'
import type { Bar, Painter } from './painted.ts'

/** A cell of a table from which a bar is drawn; the count is null where the number is hidden. */
interface Cell {
  row: number
  column: number
  text: string
  count: number | null
  share: number | null
  /** How long its bar has to be; null where a number is hidden, or that of which it would be a share. */
  value: number | null
  /** What stands behind it, where its share has a cell of its own. */
  beside: string
}

interface Figure {
  shape: string
  caption: string
  /** The chapter, the caption or the question, as it stands over the sentence. */
  asked: string
  sentence: string
  base: string
  alt: string
  isDrawn: boolean
  cells: Cell[]
  /** All the table says. */
  words: string
  painted: { bars: (Bar & { isSeen: boolean })[]; words: string[] }
}

export interface Looked {
  /** How many charts of which shape. */
  shapes: Map<string, number>
  hidden: number
  faults: string[]
}

/**
 * Holds every chart of the page against its table, and its caption, sentence and base against what each must
 * have; of one of each shape, if it is swept, what is told under the mouse too.
 */
export async function lookAtCharts(page: Page, sweep: boolean): Promise<Looked> {
  const looked: Looked = { shapes: new Map(), hidden: 0, faults: [] }
  const { pathname, search } = new URL(page.url())
  // Drawn anew where the layout of the whole page left a chart another width.
  await page.evaluate('new Promise((d) => requestAnimationFrame(() => requestAnimationFrame(d)))')
  const figures = page.locator('figure[data-finding]:has(table[data-shape])')
  for (const [at, read] of (await figures.evaluateAll(readFigures)).entries()) {
    const say = (fault: string) =>
      looked.faults.push(`${pathname}${search} ${read.asked}: ${fault}`)
    looked.shapes.set(read.shape, (looked.shapes.get(read.shape) ?? 0) + 1)
    looked.hidden += read.cells.filter(({ count }) => count === null).length
    for (const fault of [...toldFaults(read), ...read.cells.flatMap(cellFaults)]) say(fault)
    if (!read.isDrawn) {
      say('is not drawn')
      continue
    }
    const bars = read.painted.bars.filter((bar) => !isLegendBox(bar))
    for (const fault of barFaults(read, bars)) say(fault)
    const wide = bars.filter(({ width, height }) => width > 3 && height > 3)
    if (!wide.every(({ isSeen }) => isSeen)) say('a bar cannot be seen')
    const isFirst = looked.shapes.get(read.shape) === 1
    const hovered = sweep && isFirst ? await wordsOnHover(figures.nth(at).locator('canvas')) : []
    for (const said of new Set([...read.painted.words, ...hovered]))
      for (const one of numbersIn(said))
        if (!numbersIn(`${read.words} ${read.base}`).includes(one))
          say(`${one} stands on the chart (${said}) and not in the table`)
  }
  return looked
}

// Runs in the page: every figure at once, for one question after the other takes longer than the answers.
function readFigures(figures: Element[]): Figure[] {
  const { paintedOn, isSeen } = window as unknown as Painter
  const text = (one: Element | null | undefined) => one?.textContent?.trim() ?? ''
  return figures.map((element) => {
    const table = element.querySelector<HTMLTableElement>('table[data-shape]')
    const canvas = element.querySelector('canvas')
    const cells = [...(table?.tBodies[0]?.rows ?? [])].flatMap((line, row) =>
      [...line.querySelectorAll<HTMLElement>('td[data-count]')].map((cell, column) => {
        const { count, share } = cell.dataset
        const read = (value: string | undefined) => (value ? Number(value) : null)
        return {
          ...{ row, column, count: read(count), share: read(share), value: read(share ?? count) },
          text: text(cell),
          beside: text(cell.nextElementSibling),
        }
      }),
    )
    const { bars, words } = canvas ? paintedOn(canvas) : { bars: [], words: [] }
    return {
      shape: table?.dataset.shape ?? '',
      caption: text(table?.caption),
      asked: text(element.querySelector('.asked')),
      sentence: text(element.querySelector('h3')),
      base: text(element.querySelector('.base')),
      alt: canvas?.getAttribute('aria-label') ?? '',
      isDrawn: canvas !== null && !canvas.hidden && canvas.clientHeight > 0,
      cells,
      words: [...(table?.querySelectorAll('th, td') ?? [])].map(text).join(' '),
      painted: {
        bars: bars.map((bar) => ({ ...bar, isSeen: canvas !== null && isSeen(canvas, bar) })),
        words,
      },
    }
  })
}

/** A caption, what is asked, a sentence made of the numbers, which is also what is read aloud, and of how many. */
function toldFaults({ caption, asked, sentence, base, alt }: Figure): string[] {
  const faults: string[] = []
  if (!caption || !asked) faults.push('has no caption')
  if (sentence === caption || sentence === asked) faults.push('has a caption for a sentence')
  if (!/\d.*[位份分个]|不显示/.test(sentence)) faults.push(`says nothing: ${sentence}`)
  if (!/[。]$/.test(sentence)) faults.push(`is no sentence: ${sentence}`)
  if (!/n(（[^）]+）：| = )/.test(base)) faults.push(`has no base: ${base}`)
  if (alt !== sentence) faults.push(`is read aloud as ${alt}`)
  return faults
}

/** The numbers from which is drawn are those that are read. */
function cellFaults({ text, count, share, beside }: Cell): string[] {
  if (count === null) {
    const isHidden = /不显示/.test(text) && share === null
    return isHidden ? [] : [`${text} is drawn as hidden`]
  }
  const [first] = numbersIn(text)
  const isCount = first !== undefined && Math.abs(Number(first) - count) < 0.051
  const percent = `${Math.round((share ?? 0) * 100)}%`
  const isShare = share === null || `${text} ${beside}`.includes(percent) || !text.includes('%')
  return isCount && isShare ? [] : [`${text} ${beside} is drawn as ${count} ${share}`]
}

/** The bars, in the order they are painted: the last column first, each from the first row on. */
function barFaults({ shape, cells }: Figure, bars: readonly Bar[]): string[] {
  const told = cells.filter(({ value }) => value !== null)
  const columns =
    shape === 'scale' ? told.map((cell) => ({ ...cell, row: 0, column: cell.row })) : told
  const wanted = columns.sort((a, b) => b.column - a.column || a.row - b.row)
  if (bars.length !== wanted.length) return [`${bars.length} bars for ${wanted.length} numbers`]
  const isUpright = shape === 'days' || shape === 'histogram'
  const along = ({ width, height }: Bar) => (isUpright ? height : width)
  const across = (bar: Bar) => (isUpright ? bar.x : bar.y)
  const worth = ({ value }: Cell) => value ?? 0
  const pairs = wanted.map((cell, at) => ({ cell, bar: bars[at] ?? nothing }))
  const value = Math.max(...wanted.map(worth))
  const pixels = Math.max(...bars.map(along)) / value
  const faults = pairs
    .filter(({ cell, bar }) => Math.abs(along(bar) - worth(cell) * pixels) > 2.5)
    .map(({ cell, bar }) => `${along(bar)} px for ${cell.text}, ${pixels} px are 1`)
  for (const [a, b] of neighboursIn(pairs)) {
    const isBelow = a.cell.column === b.cell.column && a.cell.row < b.cell.row
    if (isBelow && across(a.bar) >= across(b.bar)) faults.push(`${b.cell.text} is out of order`)
    const isBeside = a.cell.row === b.cell.row && shape !== 'groups' && shape !== 'days'
    if (isBeside && Math.abs(across(a.bar) - across(b.bar)) > 1)
      faults.push(`${b.cell.text} is not in its row`)
  }
  if (['scale', 'rows', 'multiples'].includes(shape)) {
    const turned = shape === 'scale' ? -1 : 1
    for (const [a, b] of neighboursIn(pairs.filter(({ cell }) => worth(cell) > 0)))
      if (a.cell.row === b.cell.row && turned * (a.bar.x - b.bar.x) <= 0)
        faults.push(`${a.cell.text} and ${b.cell.text} have changed places`)
  }
  return faults
}

const nothing: Bar = { x: 0, y: 0, width: 0, height: 0 }
const isLegendBox = ({ width, height }: Bar) => width === 16 && height === 12

function neighboursIn<T extends { cell: Cell }>(all: readonly T[]): [T, T][] {
  return all.flatMap((a, at) => {
    const b = all[at + 1]
    const inRow = all.slice(at + 1).find(({ cell }) => cell.row === a.cell.row)
    const found: [T, T][] = []
    if (b) found.push([a, b])
    if (inRow && inRow !== b) found.push([a, inRow])
    return found
  })
}

/** Everything that is written while a mouse wanders over the whole chart, rows that are hidden too. */
function wordsOnHover(canvas: Locator): Promise<string[]> {
  return canvas.evaluate(async (element) => {
    const { paintedOn: of } = window as unknown as Painter
    const { left, top, width, height } = element.getBoundingClientRect()
    const [across, down] = [5, Math.ceil(height / 34)]
    const words: string[] = []
    for (let at = 0; at < across * down; at++) {
      const place = {
        clientX: left + ((at % across) + 0.5) * (width / across),
        clientY: top + (Math.floor(at / across) + 0.5) * (height / down),
      }
      element.dispatchEvent(new MouseEvent('mousemove', { ...place, bubbles: true }))
      await new Promise((done) => requestAnimationFrame(done))
      words.push(...of(element).words)
    }
    return words
  })
}

function numbersIn(words: string): string[] {
  return words.replace(/(\d),(?=\d{3})/g, '$1').match(/\d+(\.\d+)?/g) ?? []
}
