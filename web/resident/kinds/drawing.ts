import { make, makeButton } from '../dom.ts'
import { put } from './field.ts'

const [width, height] = [1000, 750]
// Fewer than a hand can draw in a quarter of an hour, and what the server takes.
const mostStrokes = 200
const mostSigns = 16_000
const svg = 'http://www.w3.org/2000/svg'

/** A sheet for a finger or a mouse. Strokes are kept as steps from point to point. */
export function improveDrawing(block: HTMLElement) {
  const { undo = '', clear = '', sure = '', full = '', name = '' } = block.dataset
  const field = block.querySelector('input') as HTMLInputElement
  const sheet = document.createElementNS(svg, 'svg')
  const warning = make('p', 'bad', full)
  let stroke = ''
  let [x, y] = [0, 0]

  sheet.setAttribute('viewBox', `0 0 ${width} ${height}`)
  sheet.setAttribute('class', 'drawn sheet')
  sheet.setAttribute('role', 'img')
  sheet.setAttribute('aria-label', name)

  const strokes = () => field.value.split(';').filter(Boolean)
  const isFull = () =>
    strokes().length >= mostStrokes || field.value.length + stroke.length > mostSigns
  const pointAt = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const box = sheet.getBoundingClientRect()
    const on = (part: number, most: number) => Math.round(Math.max(0, Math.min(1, part)) * most)
    return [
      on((clientX - box.left) / box.width, width),
      on((clientY - box.top) / box.height, height),
    ]
  }
  const begin = (event: PointerEvent) => {
    warning.hidden = !isFull()
    if (isFull()) return
    event.preventDefault()
    sheet.setPointerCapture(event.pointerId)
    ;[x, y] = pointAt(event)
    stroke = `${x},${y}`
  }
  const go = (event: PointerEvent) => {
    if (!stroke) return
    const [toX, toY] = pointAt(event)
    // Points so close together that no eye tells them apart only make it heavy.
    if (Math.abs(toX - x) + Math.abs(toY - y) < 6) return
    stroke += ` ${toX - x},${toY - y}`
    ;[x, y] = [toX, toY]
    if (stroke.length > 3_900 || isFull()) end()
    else draw()
  }
  const end = () => {
    if (stroke) put(field, strokes().concat(stroke).join(';'))
    stroke = ''
    draw()
  }
  sheet.onpointerdown = begin
  sheet.onpointermove = go
  sheet.onpointerup = sheet.onpointercancel = end

  const back = makeButton('plain', undo, () => put(field, strokes().slice(0, -1).join(';')))
  let asked = false
  const wipe = makeButton('plain', clear, () => {
    if (asked) put(field, '')
    asked = !asked
    wipe.textContent = asked ? sure : clear
  })
  const bar = make('p', 'steps')
  bar.append(back, wipe)
  warning.hidden = true
  block.append(sheet, warning, bar)

  const draw = () => {
    const paths = strokes().concat(stroke || [])
    sheet.textContent = ''
    for (const one of paths) {
      const [start = '', ...steps] = one.split(' ')
      const path = document.createElementNS(svg, 'path')
      path.setAttribute('d', `M${start}l${steps.join(' ') || '0,0'}`)
      sheet.append(path)
    }
    back.disabled = wipe.disabled = !field.value
    if (!field.value) {
      asked = false
      wipe.textContent = clear
    }
  }
  return draw
}
