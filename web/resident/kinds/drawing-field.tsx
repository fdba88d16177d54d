import { sheet as paper } from '../../../surveys/engine/read-drawing.ts'
import { words } from '../../words/words.ts'
import { picks, type Sheet } from '../sheet.ts'

const viewBox = `0 0 ${paper.width} ${paper.height}`

/** A sheet to draw on. Without the script there is none, and paper is as good. */
export function DrawingField({ question, sheet }: { question: string; sheet: Sheet }) {
  const { kinds } = words(sheet.locale)
  return (
    <div class="drawing" data-clear={kinds.clear} data-sure={kinds.sure}>
      <p class="ns">{kinds.onPaper}</p>
      <input type="text" hidden name={question} value={picks(sheet, question).join(';')} />
      <svg class="drawn sheet ws" viewBox={viewBox} role="img" aria-label={kinds.sheet} />
      <p class="bad" hidden>
        {kinds.full}
      </p>
      <p class="steps ws">
        <button type="button" class="plain">
          {kinds.undo}
        </button>
        <button type="button" class="plain">
          {kinds.clear}
        </button>
      </p>
    </div>
  )
}

/** A drawing as it was drawn. */
export function Drawing({ strokes, label }: { strokes: readonly string[]; label: string }) {
  return (
    <svg class="drawn" viewBox={viewBox} role="img" aria-label={label}>
      {strokes.map((stroke) => (
        <path d={strokePath(stroke)} />
      ))}
    </svg>
  )
}

/** `10,10 3,-3` → `M10,10l3,-3`; a tap alone is a dot. */
export function strokePath(stroke: string): string {
  const [start = '', ...steps] = stroke.split(' ')
  return `M${start}l${steps.join(' ') || '0,0'}`
}
