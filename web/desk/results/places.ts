import type { QuestionOf } from '../../../surveys/engine/definition.ts'
import { type Guarded, hideSmall } from '../../../surveys/engine/hide-small.ts'
import type { PinAreas } from '../../../surveys/engine/pin-areas.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import type { Body } from './result-table.ts'

/** Where the pins stand: squares in five tones for the map, and the named places with who set what there. */
export function placesBody(
  { plan, categories = [] }: QuestionOf<'pin'>,
  { areas, places }: PinAreas,
  answered: Guarded,
  k: number,
): Extract<Body, { shape: 'places' }> {
  const density = areas.map(({ cells, people }) => people / cells.length)
  const densest = Math.max(...density, 0)
  const named = categories.map(({ label }) => textIn(label, 'zh-CN'))
  const everyKind = places.every(({ byCategory }) => !byCategory[named.length])
  const labels = named.length === 0 || everyKind ? named : [...named, '没有选种类']
  return {
    shape: 'places',
    answered,
    plan: { ...plan, alt: textIn(plan.alt, 'zh-CN') },
    areas: areas.map(({ cells }, at) => ({ cells, tone: toneOf((density[at] ?? 0) / densest) })),
    categories: labels,
    places: places.map(({ name, people, byCategory }, at) => ({
      ...{ label: placeName(name), isElsewhere: name === undefined },
      // Where each sets one pin, all places together would tell how many skipped, if that is hidden.
      people: answered === null && at === places.length - 1 ? null : people,
      cells: hideSmall(byCategory, k).slice(0, labels.length),
    })),
  }
}

/** What a place is called in a table or beside someone's words. */
export function placeName(name: string | undefined): string {
  return name ?? '其他零散的地方'
}

// By the root, because the eye sees area: a square of a quarter of the people is half as deep.
function toneOf(part: number): number {
  return Math.max(1, Math.ceil(Math.sqrt(part) * 5))
}
