import { all, mark, say } from '../dom.ts'
import { block as blocked, buttonsIn, find, labelOf, put, tell, wordsOf } from './field.ts'

interface Row {
  row: HTMLElement
  place: HTMLSelectElement
  tap: HTMLButtonElement
  grip: HTMLElement
  ways: HTMLButtonElement[]
}

/** Tap in order; move with buttons; or drag a number up and down. */
export function improveRank(block: HTMLElement) {
  const { placed, out } = wordsOf<'placed' | 'out'>(block)
  // It stays where it is while the others move round it: so it keeps the finger and the focus.
  let still: HTMLElement | undefined

  const rows = all('li', block).map((row): Row => {
    const place = find<HTMLSelectElement>('select', row)
    const grip = find('.grip', row)
    const [tap, ...ways] = buttonsIn(row) as [HTMLButtonElement, ...HTMLButtonElement[]]
    const one = { row, place, tap, grip, ways }
    tap.onclick = () => move(one, rankOf(one) ? 0 : inOrder().length + 1)
    ways.forEach((way, i) => {
      way.onclick = () => {
        const to = rankOf(one) + (i ? 1 : -1)
        if (to > 0 && to <= inOrder().length) move(one, to)
      }
    })
    grip.onclick = () => tap.click()
    grip.onpointerdown = (event) => {
      if (rankOf(one)) grip.setPointerCapture(event.pointerId)
    }
    grip.onpointermove = ({ clientY, buttons }) => {
      if (!buttons || !rankOf(one)) return
      const over = inOrder().filter((other) => {
        const { top, bottom } = other.row.getBoundingClientRect()
        return clientY > top && clientY < bottom
      })[0]
      if (!over || over === one) return
      grip.onclick = null
      move(one, rankOf(over))
    }
    return one
  })
  const most = (rows[0]?.place.options.length ?? 1) - 1
  const rankOf = ({ place }: Row) => +place.value
  const inOrder = () => rows.filter(rankOf).sort((a, b) => rankOf(a) - rankOf(b))

  /** Puts a row on a place, counted from 1; on place 0 it is taken out. */
  function move(moved: Row, to: number) {
    const order = inOrder().filter((row) => row !== moved)
    if (to > 0) order.splice(to - 1, 0, moved)
    if (order.length > most) return
    for (const { place } of rows) place.value = ''
    order.forEach(({ place }, i) => {
      place.value = `${i + 1}`
    })
    still = moved.row
    put(moved.place, moved.place.value)
    const n = rankOf(moved)
    tell(block, say(n ? placed : out, { label: labelOf(moved.place), n }))
  }

  return () => {
    const order = inOrder()
    for (const one of rows) {
      const n = rankOf(one)
      const label = labelOf(one.place)
      one.row.classList.toggle('placed', n > 0)
      one.grip.textContent = n ? `${n}` : ''
      mark(one.tap, {
        'aria-pressed': `${n > 0}`,
        'aria-label': n ? say(placed, { label, n }) : label,
      })
      one.ways.forEach((way, i) => {
        way.hidden = !n
        blocked(way, i ? n === order.length : n < 2)
      })
    }
    const list = [...order, ...rows.filter((one) => !rankOf(one))].map(({ row }) => row)
    const here = still ?? list[0]
    const at = here ? list.indexOf(here) : 0
    list.forEach((row, i) => {
      if (i < at) here?.before(row)
      else if (i > at) block.append(row)
    })
  }
}
