import { areaAt } from '../../../surveys/engine/pin-cells.ts'
import { all, mark, say } from '../dom.ts'
import { buttonsIn, find, placeOn, put, tell, within, wordsOf } from './field.ts'

const keys = ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight']
const ways = [
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, 0],
] as const
type Way = (typeof ways)[number]

/** Tap the plan to set a pin; or move a cross over it, by keys or by buttons, and set one there. */
export function improvePins(block: HTMLElement) {
  const { here, moved, gone, none } = wordsOf<'here' | 'moved' | 'gone' | 'none'>(block)
  const plan = find('.plan', block)
  const dots = all('.dot', plan)
  let at = { x: 0.5, y: 0.5 }

  const slots = all('li', block).map((row) => {
    const fields = all<HTMLInputElement>('input,select', row)
    const place = find<HTMLInputElement>('[disabled]', row)
    // The list of squares makes room for the very place.
    place.disabled = false
    find<HTMLSelectElement>('select', row).disabled = true
    find('button', row).onclick = () => {
      for (const field of fields) field.value = ''
      put(place, '')
      tell(block, gone)
      plan.focus({ preventScroll: true })
    }
    return { row, fields, place }
  })

  const setPin = () => {
    const free = slots.filter(({ place }) => !place.value)[0]
    if (!free) return tell(block, none)
    put(free.place, said(at))
    tell(block, say(moved, { n: slots.indexOf(free) + 1, place: areaAt(at) }))
  }
  const step = ([x, y]: Way, by: number) => {
    at = { x: within(at.x + x * by), y: within(at.y + y * by) }
    draw()
    tell(block, areaAt(at))
  }

  mark(plan, { tabindex: '0', role: 'application', 'aria-label': here })
  plan.onclick = (event) => {
    at = placeOn(plan, event)
    setPin()
  }
  plan.onkeydown = (event) => {
    const way = ways[keys.indexOf(event.key)]
    if (way) step(way, event.shiftKey ? 0.1 : 0.02)
    else if (event.key === 'Enter' || event.key === ' ') setPin()
    else return
    event.preventDefault()
  }
  buttonsIn(find('.steer', block)).forEach((button, i) => {
    const way = ways[i]
    button.onclick = way ? () => step(way, 0.05) : setPin
  })

  const draw = () => {
    move(find('.cross', plan), at)
    slots.forEach(({ row, fields, place }, i) => {
      const [x = 0, y = 0] = place.value.split(',').map(Number)
      const dot = dots[i] as HTMLElement
      dot.hidden = !place.value
      row.hidden = !fields.some(({ value }) => value)
      find('b', row).textContent = `${i + 1} ${place.value && areaAt({ x, y })}`
      move(dot, { x, y })
    })
  }
  return draw
}

const said = ({ x, y }: { x: number; y: number }) => `${x.toFixed(3)},${y.toFixed(3)}`

function move({ style }: HTMLElement, { x, y }: { x: number; y: number }) {
  style.left = `${x * 100}%`
  style.top = `${y * 100}%`
}
