import type { Page } from 'playwright-core'

/** How many bars, strips and rows of ten were held against their numbers, and what was wrong. */
export interface PublicCharts {
  bars: number
  strips: number
  hidden: number
  faults: string[]
}

/** Measures every bar and strip of a public page against the number printed beside it. */
export function measureCharts(page: Page): Promise<PublicCharts> {
  return page.evaluate(() => {
    const seen: PublicCharts = { bars: 0, strips: 0, hidden: 0, faults: [] }
    const text = (one: Element | null | undefined) => one?.textContent?.trim() ?? ''
    const wide = (one: Element | null | undefined) => one?.getBoundingClientRect().width ?? 0
    const percentOf = (cell: Element | null | undefined) => {
      const found = /(\d+)%/.exec(text(cell))?.[1]
      return found === undefined ? undefined : Number(found)
    }

    for (const chart of document.querySelectorAll('.finding, .sheet-chart')) {
      const say = (fault: string) => {
        seen.faults.push(`${text(chart.querySelector('.asked, h2'))}: ${fault}`)
      }
      told(chart, say)
      for (const row of chart.querySelectorAll('tr')) {
        const track = row.querySelector('.share')
        if (track) bar(row, track, say)
      }
      for (const strip of chart.querySelectorAll('.strip')) pieces(strip, say)
    }
    return seen

    // A caption, a sentence with numbers or why there are none, and of how many people.
    function told(chart: Element, say: (fault: string) => void) {
      if (!text(chart.querySelector('.asked, h2'))) say('has no caption')
      const tables = [...chart.querySelectorAll('table')]
      if (!tables.every((table) => text(table.caption))) say('has a table without a caption')
      const sentence = text(chart.querySelector('h3, .sheet-said'))
      if (!/\d.*[位份分].*。$|不显示.*。$/.test(sentence)) say(`says nothing: ${sentence}`)
      const base = text(chart.querySelector('.base, .sheet-chart > p:last-child'))
      if (!/\d|不显示/.test(base)) say(`has no base: ${base}`)
    }

    function bar(row: Element, track: Element, say: (fault: string) => void) {
      const fill = track.querySelector('path')
      const number = row.querySelector('td.untold, td.measured, td:last-child')
      const length = fill ? (100 * wide(fill)) / wide(track) : 0
      if (/不显示/.test(text(number))) {
        seen.hidden++
        if (fill) say(`${text(row)} is hidden and has a bar`)
        return
      }
      seen.bars++
      const numberIn = (one: Element | null | undefined) => Number(/[\d.]+/.exec(text(one))?.[0])
      const measured = numberIn(number?.querySelector('b') ?? number)
      const all = [...(row.parentElement?.querySelectorAll('td.measured b, .sheet-number') ?? [])]
      const means = all.filter((one) => one.matches('b') || /人均/.test(text(one)))
      const most = Math.max(...means.map(numberIn), 0)
      const isScore = /分/.test(text(number)) || most === 0
      const wanted = percentOf(number) ?? (isScore ? measured : (100 * measured) / most)
      // A mean is printed to one place, and its bar is rounded to a hundredth.
      const leeway = percentOf(number) === undefined ? 3 : 0.6
      if (Math.abs(length - wanted) > leeway) say(`${text(row)} is ${length.toFixed(1)} long`)
    }

    // The numbers stand in the table behind the strip, or in the lines after it.
    function pieces(strip: Element, say: (fault: string) => void) {
      seen.strips++
      const line = strip.closest('tr')
      const cells = line
        ? [...(line.parentElement?.querySelectorAll('td:not([colspan])') ?? [])]
        : [...(strip.nextElementSibling?.querySelectorAll('td') ?? [])]
      const wanted = cells.map(percentOf).filter((percent) => percent !== undefined && percent > 0)
      const drawn = [...strip.querySelectorAll('rect:not(.hatched)')].map((piece) =>
        Math.round((100 * wide(piece)) / wide(strip)),
      )
      if (JSON.stringify(drawn) !== JSON.stringify(wanted)) say(`${drawn} for ${wanted}`)
      const written = [...strip.querySelectorAll('text')].map(percentOf)
      if (!written.every((one) => wanted.includes(one))) say(`${written} written on ${wanted}`)
    }
  })
}
