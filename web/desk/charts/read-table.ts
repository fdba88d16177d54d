/** A table as a chart needs it. `value` is null where the table hides the number: nothing is drawn there. */
export interface Drawing {
  shape: 'bars' | 'scale' | 'rows' | 'pairs' | 'histogram' | 'groups' | 'days' | 'multiples'
  categories: string[]
  series: { label: string; points: Point[] }[]
}

interface Point {
  /** A share of people, or in an overview a number of responses. */
  value: number | null
  /** What stands in the table's cell, so that chart and tooltip can say nothing else. */
  text: string
  /** Drawn paler: an option that stands apart from the others. */
  apart: boolean
}

/** Reads the numbers back from the page: the table is the one source of what a chart may show. */
export function readTable(table: HTMLTableElement): Drawing | undefined {
  const rows = [...(table.tBodies[0]?.rows ?? [])]
  const { shape } = table.dataset
  switch (shape) {
    case 'bars':
    case 'histogram':
      return {
        shape,
        categories: rows.map(header),
        series: [{ label: '', points: rows.map((row) => point(row, 0)) }],
      }
    case 'scale':
      return {
        shape,
        categories: [''],
        series: rows.map((row) => ({ label: header(row), points: [point(row, 0)] })),
      }
    case 'groups':
    case 'days':
    case 'multiples':
    case 'rows':
      return {
        shape,
        categories: rows.map(header),
        series: [...(table.tHead?.rows[0]?.cells ?? [])]
          .slice(1)
          .filter((cell) => 'series' in cell.dataset)
          .map((cell, index) => ({
            label: text(cell),
            points: rows.map((row) => point(row, index)),
          })),
      }
    case 'pairs':
      return {
        shape,
        categories: rows.map((row) => [...row.querySelectorAll('th')].map(text).join(' / ')),
        series: [0, 1].map((side) => ({
          label: '',
          points: rows.map((row) => {
            const found = point(row, side)
            return { ...found, text: `${text(row.querySelectorAll('th')[side])} ${found.text}` }
          }),
        })),
      }
    default:
      return undefined
  }
}

function point(row: HTMLTableRowElement, index: number): Point {
  const cells = row.querySelectorAll<HTMLElement>('td[data-count]')
  const cell = cells[index]
  const value = cell?.dataset.share ?? cell?.dataset.count
  // A row of bars has its share in a cell of its own.
  const beside = cells.length === 1 && value ? `（${text(row.cells[2])}）` : ''
  const words = `${text(cell?.querySelector('[data-value]') ?? cell)}${beside}`
  return { value: value ? Number(value) : null, text: words, apart: 'mark' in row.dataset }
}

const header = (row: HTMLTableRowElement) => text(row.cells[0])
const text = (cell: Element | undefined) => cell?.textContent?.trim() ?? ''
