/** A table as a chart needs it. `share` is null where the table hides the number: nothing is drawn there. */
export interface Drawing {
  shape: 'bars' | 'scale' | 'rows' | 'pairs' | 'histogram'
  categories: string[]
  series: { label: string; points: Point[] }[]
}

export interface Point {
  share: number | null
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
    case 'rows':
      return {
        shape,
        categories: rows.map(header),
        series: [...(table.tHead?.rows[0]?.cells ?? [])]
          .slice(1)
          .filter((cell) => !('base' in cell.dataset))
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
  const cell = row.querySelectorAll<HTMLElement>('td[data-share]')[index]
  const share = cell?.dataset.share
  const isBar = row.cells.length === 3 && row.querySelectorAll('td[data-share]').length === 1
  const words = isBar && share ? `${text(cell)}（${text(row.cells[2])}）` : text(cell)
  return { share: share ? Number(share) : null, text: words, apart: 'mark' in row.dataset }
}

const header = (row: HTMLTableRowElement) => text(row.cells[0])
const text = (cell: Element | undefined) => cell?.textContent?.trim() ?? ''
