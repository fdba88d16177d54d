import { areaCentre, areaName, areaOfCell, cellOf } from '../../../surveys/engine/pin-cells.ts'
import { all, make, makeButton, say } from '../dom.ts'
import { announcer, put } from './field.ts'

const arrows: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowRight: [1, 0],
}

/** Tap the plan to set a pin; or move a cross over it, by keys or by buttons, and set one there. */
export function improvePins(block: HTMLElement) {
  const { set = '', here = '', remove = '', moved = '', gone = '' } = block.dataset
  const { none = '', ways = '' } = block.dataset
  const plan = block.querySelector('.plan') as HTMLElement
  const cross = make('span', 'cross')
  const tell = announcer(block)
  const at = { x: 0.5, y: 0.5 }

  const slots = all('li', block).map((row, i) => {
    const square = row.querySelector('select') as HTMLSelectElement
    const place = make('input', '')
    place.type = 'text'
    place.hidden = true
    place.name = square.name
    const centre = areaCentre(square.value)
    place.value = place.defaultValue = centre ? said(centre) : square.value
    row.querySelector('label')?.remove()
    const name = make('b', '')
    square.replaceWith(place, name)
    const dot = make('span', 'dot', `${i + 1}`)
    plan.append(dot)
    const away = makeButton('plain', remove, () => {
      for (const field of all<HTMLInputElement>('input,select', row)) field.value = ''
      put(place, '')
      tell(gone)
      plan.focus({ preventScroll: true })
    })
    away.setAttribute('aria-label', `${remove} ${i + 1}`)
    name.after(away)
    return { row, place, name, dot }
  })

  const setPin = () => {
    const free = slots.filter(({ place }) => !place.value)[0]
    if (!free) return tell(none)
    put(free.place, said(at))
    tell(say(moved, { n: slots.indexOf(free) + 1, place: areaAt(at) }))
  }
  const step = ([x, y]: [number, number], by: number) => {
    at.x = within(at.x + x * by)
    at.y = within(at.y + y * by)
    draw()
    tell(areaAt(at))
  }

  plan.tabIndex = 0
  plan.setAttribute('role', 'application')
  plan.setAttribute('aria-label', here)
  plan.append(cross)
  plan.onclick = ({ clientX, clientY }) => {
    const { left, top, width, height } = plan.getBoundingClientRect()
    at.x = within((clientX - left) / width)
    at.y = within((clientY - top) / height)
    setPin()
  }
  plan.onkeydown = (event) => {
    const way = arrows[event.key]
    if (way) step(way, event.shiftKey ? 0.1 : 0.02)
    else if (event.key === 'Enter' || event.key === ' ') setPin()
    else return
    event.preventDefault()
  }
  const bar = make('p', 'steer')
  const names = ways.split(' ')
  Object.values(arrows).forEach((way, i) => {
    const button = makeButton('way', '←↑↓→'[i] ?? '', () => step(way, 0.05))
    button.setAttribute('aria-label', names[i] ?? '')
    bar.append(button)
  })
  bar.append(makeButton('plain', set, setPin))
  plan.after(bar)

  const draw = () => {
    move(cross, at)
    slots.forEach(({ row, place, name, dot }, i) => {
      const [x = 0, y = 0] = place.value.split(',').map(Number)
      dot.hidden = !place.value
      row.hidden = !all<HTMLInputElement>('input,select', row).some(({ value }) => value)
      name.textContent = `${i + 1} ${place.value && areaAt({ x, y })}`
      move(dot, { x, y })
    })
  }
  return draw
}

const said = ({ x, y }: { x: number; y: number }) => `${x.toFixed(3)},${y.toFixed(3)}`

const within = (part: number) => Math.max(0, Math.min(1, part))

const areaAt = (at: { x: number; y: number }) => areaName(areaOfCell(cellOf(at)))

function move({ style }: HTMLElement, { x, y }: { x: number; y: number }) {
  style.left = `${x * 100}%`
  style.top = `${y * 100}%`
}
