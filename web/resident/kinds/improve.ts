import { all } from '../dom.ts'
import { improveBudget } from './budget.ts'
import { improveDrawing } from './drawing.ts'
import { improvePhoto } from './photo.ts'
import { improvePins } from './pin.ts'
import { improveRank } from './rank.ts'

/**
 * What the script adds to fields that work without it. Each keeps its state in the fields themselves and
 * draws itself from them: whoever fills those in, from a draft or anew, sees it at once.
 */
export function improveKinds(form: HTMLElement) {
  const improvers: [string, (block: HTMLElement) => () => void][] = [
    ['.rank', improveRank],
    ['.budget', improveBudget],
    ['.pins', improvePins],
    ['.drawing', improveDrawing],
    ['.photo', improvePhoto],
  ]
  const redraw: (() => void)[] = []
  for (const [selector, improve] of improvers) {
    for (const block of all(selector)) redraw.push(improve(block))
  }
  const draw = () => {
    for (const one of redraw) one()
  }
  form.addEventListener('input', draw)
  draw()
}
