import { sheet as paper, readDrawing } from '../../../surveys/engine/read-drawing.ts'
import { mark } from '../dom.ts'
import { buttonsIn, find, placeOn, put, wordsOf } from './field.ts'

/** A sheet for a finger or a mouse. Strokes are kept as steps from point to point. */
export function improveDrawing(block: HTMLElement) {
  const { clear, sure } = wordsOf<'clear' | 'sure'>(block)
  const field = find<HTMLInputElement>('input', block)
  const sheet = find<SVGSVGElement>('svg', block)
  const warning = find('.bad', block)
  const [back, wipe] = buttonsIn(block) as [HTMLButtonElement, HTMLButtonElement]
  let stroke = ''
  let [x, y] = [0, 0]

  const strokes = () => field.value.split(';').filter(Boolean)
  const fits = (more: string) => !readDrawing(strokes().concat(more)).fault
  const pointAt = (event: PointerEvent): [number, number] => {
    const place = placeOn(sheet, event)
    return [Math.round(place.x * paper.width), Math.round(place.y * paper.height)]
  }
  sheet.onpointerdown = (event) => {
    const start = pointAt(event)
    warning.hidden = fits(`${start}`)
    if (!warning.hidden) return
    event.preventDefault()
    sheet.setPointerCapture(event.pointerId)
    ;[x, y] = start
    stroke = `${start}`
  }
  sheet.onpointermove = (event) => {
    if (!stroke) return
    const [toX, toY] = pointAt(event)
    // Points so close together that no eye tells them apart only make it heavy.
    if (Math.abs(toX - x) + Math.abs(toY - y) < 6) return
    const longer = `${stroke} ${toX - x},${toY - y}`
    if (!fits(longer)) return end()
    stroke = longer
    ;[x, y] = [toX, toY]
    draw()
  }
  const end = () => {
    if (stroke) put(field, strokes().concat(stroke).join(';'))
    stroke = ''
    draw()
  }
  sheet.onpointerup = sheet.onpointercancel = end

  let asked = false
  back.onclick = () => put(field, strokes().slice(0, -1).join(';'))
  wipe.onclick = () => {
    if (asked) put(field, '')
    asked = !asked
    wipe.textContent = asked ? sure : clear
  }

  const draw = () => {
    sheet.textContent = ''
    for (const one of strokes().concat(stroke || [])) {
      const [start = '', ...steps] = one.split(' ')
      const path = document.createElementNS(sheet.namespaceURI, 'path')
      sheet.append(mark(path, { d: `M${start}l${steps.join(' ') || '0,0'}` }))
    }
    back.disabled = wipe.disabled = !field.value
    if (!field.value) {
      asked = false
      wipe.textContent = clear
    }
  }
  return draw
}
