import { sheet } from '../../../surveys/engine/read-drawing.ts'
import { strokePath } from '../../resident/kinds/drawing-field.tsx'

interface StrokesProps {
  strokes: string[]
  label: string
}

/** A drawing as its strokes, on a white sheet in daylight and at night. */
export function Strokes({ strokes, label }: StrokesProps) {
  return (
    <svg class="sheet" viewBox={`0 0 ${sheet.width} ${sheet.height}`} role="img" aria-label={label}>
      <path d={strokes.map(strokePath).join('')} />
    </svg>
  )
}
