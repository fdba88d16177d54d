import type { Edition, Option, Question } from '../../../surveys/engine/definition.ts'
import type { ProtectedTally } from '../../../surveys/engine/protect.ts'
import { countedOptions } from '../../../surveys/engine/tally.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import type { Bar, Body } from './result-table.ts'
import { cellOf, pictureOf, skipped, type ToldBody } from './told-body.ts'

/** What people picked, one or several: each option with the people who picked it. */
export function choiceBody(
  question: Question,
  edition: Edition,
  tallied: Extract<ProtectedTally, { kind: 'choice' }>,
): ToldBody {
  const { shown, counts, dontKnow } = tallied
  // Where "don't know" is hidden, leaving it out of the base would give it away.
  const base = shown === null ? null : shown - (dontKnow ?? 0)
  const bars = countedOptions(question, edition).map((option, index): Bar => {
    const cell = cellOf(counts[index] ?? null, base)
    const mark = markOf(option)
    const bar = { id: option.id, label: textIn(option.label, 'zh-CN'), ...cell }
    return { ...bar, ...pictureOf(option), ...(mark && { mark }), ...imageOf(option) }
  })
  const unsure = question.kind === 'scale' ? question.dontKnow : undefined
  const apart = [skipped(tallied)]
  if (unsure) apart.push({ label: textIn(unsure.label, 'zh-CN'), count: dontKnow })
  const body: Body =
    question.kind === 'scale'
      ? {
          shape: 'scale',
          bars,
          outside: dontKnow ? unsure && textIn(unsure.label, 'zh-CN') : undefined,
        }
      : { shape: 'bars', bars: isRanked(question) ? ranked(bars) : bars }
  return { body, base, shown, apart }
}

// Where the order of options means nothing, the order of people does.
function isRanked(question: Question): boolean {
  if (question.kind === 'multiple') return true
  return question.kind === 'single' && Boolean(question.shuffle || question.carriedFrom)
}

// Hidden ones keep their order at the end: sorted by number, they would give themselves away.
function ranked(bars: Bar[]): Bar[] {
  const place = (bar: Bar) =>
    bar.count === null ? 3 : bar.mark === 'exclusive' ? 2 : bar.mark ? 1 : 0
  return [...bars].sort((a, b) => place(a) - place(b) || (b.count ?? 0) - (a.count ?? 0))
}

function imageOf(option: Option): Pick<Bar, 'image'> {
  const { image } = option
  return image ? { image: { src: image.src, alt: textIn(image.alt, 'zh-CN') } } : {}
}

function markOf(option: object): Bar['mark'] {
  const is = (mark: string) => new Map(Object.entries(option)).get(mark) === true
  return is('exclusive') ? 'exclusive' : is('other') ? 'other' : undefined
}
