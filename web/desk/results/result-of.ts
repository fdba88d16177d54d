import type { Audience, Edition, Option, Question } from '../../../surveys/engine/definition.ts'
import type { Guarded } from '../../../surveys/engine/hide-small.ts'
import { isCoded } from '../../../surveys/engine/open-text/coded-question.ts'
import type { PinAreas } from '../../../surveys/engine/pin-areas.ts'
import { type ProtectedTally, protect } from '../../../surveys/engine/protect.ts'
import { countedOptions, type QuestionTally } from '../../../surveys/engine/tally.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { peopleName } from '../names.ts'
import { inSteps, middleOf, stepName } from './days.ts'
import { budgetBody, rankBody } from './measures.ts'
import { placesBody } from './places.ts'
import type { Bar, Body, Cell, Count, ResultTable, Step } from './result-table.ts'
import { sentence } from './sentence.ts'

/** Fewer people than this are never shown in a cell. Children are more easily recognised. */
export function smallestGroup(audience: Audience): number {
  return audience === 'child' ? 10 : 5
}

/**
 * One question's result, protected; nothing for a note. `total` is all responses looked at, `areas`
 * where their pins stand, if the question asks for pins.
 */
export function resultOf(
  question: Question,
  edition: Edition,
  counted: QuestionTally,
  total: number,
  areas?: PinAreas,
): ResultTable | undefined {
  const k = smallestGroup(edition.audience)
  const { tallied, step } = stepwise(counted, k)
  return readResult(
    question,
    edition,
    { tallied, ...guard(tallied, total, k) },
    { total, k, step, areas },
  )
}

/** A tally with what of it may be shown; `firsts`: who was put first, where more is hidden than by itself. */
export interface GuardedTally {
  tallied: QuestionTally
  guarded: ProtectedTally
  merged: boolean
  firsts?: Guarded[]
}

/** The same of a tally that was protected elsewhere, as a release is. */
export function readResult(
  question: Question,
  edition: Edition,
  { tallied, guarded, merged, firsts }: GuardedTally,
  { total, ...known }: Known & { total: number },
): ResultTable | undefined {
  const read =
    kindBody(question, guarded, tallied, { ...known, firsts }) ?? bodyOf(question, edition, guarded)
  if (!read) return
  const told = {
    id: question.id,
    number: question.number,
    title: textIn(question.title, 'zh-CN'),
    kind: question.kind,
    people: peopleOf(question, edition.audience),
    remark: remark(question, read.body),
    base: read.base,
    basis: isCoded(question) ? codedBasis : undefined,
    apart: isCoded(question)
      ? codedApart(read, total, merged)
      : [...read.apart.map(named(merged)), ...unshown(read.shown, total)],
    body: read.body,
    ...(isFirst(question) && { isFirstChoice: true }),
  }
  return { ...told, sentence: sentence(told) }
}

const isFirst = (question: Question) =>
  question.kind === 'single' && question.carriedFrom !== undefined

/** Whom the shares of codes are of. */
export const codedBasis = '原话读过的人'

/** What may be shown of a tally; every page must hide the same cells, or one gives away the other's. */
export function guard(
  tallied: QuestionTally,
  total: number,
  k: number,
): { guarded: ProtectedTally; merged: boolean } {
  const folded = foldUnshown(tallied, total, k)
  return { guarded: protect(folded, k), merged: folded !== tallied }
}

/**
 * When only a few were not shown a question, "all less those shown" would tell who they are; they
 * are then counted with those who skipped it, and the base is everybody.
 */
export function foldUnshown(tallied: QuestionTally, total: number, k: number): QuestionTally {
  const few = (shown: number) => total - shown > 0 && total - shown < k
  switch (tallied.kind) {
    case 'choice':
    case 'number':
    case 'text':
    case 'rank':
    case 'budget':
    case 'date':
    case 'pin':
      return few(tallied.shown) ? { ...tallied, shown: total } : tallied
    case 'rows':
      return tallied.rows.some(({ shown }) => few(shown))
        ? { kind: 'rows', rows: tallied.rows.map((row) => ({ ...row, shown: total })) }
        : tallied
    case 'note':
      return tallied
  }
}

interface Read {
  body: Body
  base: Count
  shown: Count
  apart: { label: string; count: Count }[]
}

function peopleOf(question: Question, audience: Audience): string {
  const byGuardian = question.kind === 'consent' && question.by === 'guardian'
  return byGuardian ? '家长' : peopleName(audience)
}

/** Days are put together before small numbers are hidden, so that fewer need to be. */
export function stepwise(
  counted: QuestionTally,
  k: number,
): { tallied: QuestionTally; step: Step } {
  if (counted.kind !== 'date') return { tallied: counted, step: 'day' }
  const { step, days } = inSteps(counted.days, k)
  return { tallied: { ...counted, days }, step }
}

interface Known {
  k: number
  step: Step
  areas: PinAreas | undefined
  firsts?: Guarded[] | undefined
}

/** The kinds with a table of their own. */
function kindBody(
  question: Question,
  guarded: ProtectedTally,
  tallied: QuestionTally,
  { k, step, areas, firsts }: Known,
): Read | undefined {
  const read = (body: Body, { shown, answered }: { shown: Count; answered: Count }): Read => ({
    ...{ body, base: shown, shown },
    apart: [{ label: skippedLabel, count: less(shown, answered) }],
  })
  if (question.kind === 'rank' && guarded.kind === 'rank' && tallied.kind === 'rank')
    return read(rankBody(question, guarded, tallied, k, firsts), guarded)
  if (question.kind === 'budget' && guarded.kind === 'budget')
    return read(budgetBody(question, guarded), guarded)
  if (question.kind === 'pin' && guarded.kind === 'pin' && areas)
    return read(placesBody(question, areas, guarded.answered, k), guarded)
  if (guarded.kind !== 'date' || tallied.kind !== 'date') return
  const { shown, answered } = guarded
  const bars = [...guarded.days].map(([day, count]): Bar => {
    return { id: `d${day}`, label: stepName(day, step), ...cellOf(count, shown) }
  })
  // With a day hidden, the middle one would tell on which side of it people stand.
  const isWhole = answered !== null && answered >= 10 && bars.every(({ count }) => count !== null)
  const middle = isWhole ? middleOf(tallied.days) : undefined
  const told = middle === undefined ? undefined : stepName(middle, step)
  return read({ shape: 'days', bars, step, middle: told }, guarded)
}

function bodyOf(question: Question, edition: Edition, tallied: ProtectedTally): Read | undefined {
  switch (tallied.kind) {
    case 'choice':
      return choice(question, edition, tallied)
    case 'rows':
      return rows(question, tallied.rows)
    case 'number':
      return histogram(question, tallied)
    case 'text': {
      const { shown, answered } = tallied
      return { body: { shape: 'texts', answered }, base: shown, shown, apart: [] }
    }
    case 'rank':
    case 'budget':
    case 'date':
    case 'pin':
    case 'note':
      return
  }
}

type Of<K extends ProtectedTally['kind']> = Extract<ProtectedTally, { kind: K }>

function choice(question: Question, edition: Edition, tallied: Of<'choice'>): Read {
  const { shown, answered, counts, dontKnow } = tallied
  // Where "don't know" is hidden, leaving it out of the base would give it away.
  const base = shown === null ? null : shown - (dontKnow ?? 0)
  const bars = countedOptions(question, edition).map((option, index): Bar => {
    const cell = cellOf(counts[index] ?? null, base)
    const mark = markOf(option)
    const bar = { id: option.id, label: textIn(option.label, 'zh-CN'), ...cell }
    return { ...bar, ...pictureOf(option), ...(mark && { mark }), ...imageOf(option) }
  })
  const unsure = question.kind === 'scale' ? question.dontKnow : undefined
  const apart = [{ label: skippedLabel, count: less(shown, answered) }]
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

function rows(question: Question, tallies: Of<'rows'>['rows']): Read | undefined {
  const shown = tallies[0]?.shown ?? null
  const rest = { base: shown, shown, apart: [] }
  if (question.kind === 'matrix') {
    const columns = question.options.map(({ id, label }) => ({ id, label: textIn(label, 'zh-CN') }))
    const body: Body = {
      shape: 'rows',
      columns: [...columns, { id: 'skipped', label: skippedLabel }],
      rows: tallies.map((row, index) => ({
        id: row.id,
        label: textIn(question.rows[index]?.label ?? { 'zh-CN': row.id }, 'zh-CN'),
        base: row.shown,
        cells: [...row.counts, less(row.shown, row.answered)].map((count) =>
          cellOf(count, row.shown),
        ),
      })),
    }
    return { body, ...rest }
  }
  if (question.kind !== 'pair') return
  const pairs = tallies.map((row, index) => {
    const side = (at: 0 | 1): Bar => {
      const option = question.pairs[index]?.options[at]
      const label = option ? textIn(option.label, 'zh-CN') : row.id
      const cell = cellOf(row.counts[at] ?? null, row.shown)
      return { id: option?.id ?? row.id, label, ...cell, ...pictureOf(option) }
    }
    return { id: row.id, base: row.shown, left: side(0), right: side(1) }
  })
  return { body: { shape: 'pairs', pairs }, ...rest }
}

const mostBars = 12

function histogram(question: Question, tallied: Of<'number'>): Read {
  const { shown, answered, values } = tallied
  const unit = question.kind === 'number' && question.unit ? textIn(question.unit, 'zh-CN') : ''
  const bars = [...values].map(
    ([value, count]): Bar => ({
      id: `n${value}`,
      label: `${value}${unit}`,
      ...cellOf(count, shown),
    }),
  )
  const apart = [{ label: skippedLabel, count: less(shown, answered) }]
  const shape = bars.length > mostBars ? 'bars' : 'histogram'
  return {
    body: shape === 'bars' ? { shape, bars } : { shape, bars, unit },
    base: shown,
    shown,
    apart,
  }
}

const skippedLabel = '跳过'

const named =
  (merged: boolean) =>
  ({ label, count }: { label: string; count: Count }) => ({
    label: merged && label === skippedLabel ? '跳过或没问到' : label,
    count,
  })

// Of what people wrote, those who wrote nothing and those not read yet are nobody's share.
function codedApart({ apart, shown }: Read, total: number, merged: boolean): Read['apart'] {
  const rest = less(total, shown)
  return [
    ...apart.map(({ count }) => ({
      label: merged ? '哪一类都不属于，或没读到' : '哪一类都不属于',
      count,
    })),
    ...(rest === 0 ? [] : [{ label: '没写话或还没读到', count: rest }]),
  ]
}

function unshown(shown: Count, total: number): { label: string; count: Count }[] {
  const count = less(total, shown)
  return count === 0 ? [] : [{ label: '没问到（按前面的回答）', count }]
}

function remark(question: Question, body: Body): string | undefined {
  switch (question.kind) {
    case 'multiple':
      if (isCoded(question)) return '一段话可以归几类，合计可超过 100%'
      return `可多选${question.max ? `（最多 ${question.max} 项）` : ''}，合计可超过 100%`
    case 'rank': {
      const partly = question.most === undefined ? '' : `最多排 ${question.most} 项；`
      return `${partly}得分 0–100，越高越靠前：人人排第一是 100，人人排最后是 0，没排的几项平分剩下的分；比例是占排了的人`
    }
    case 'budget': {
      const unit = textIn(question.unit, 'zh-CN')
      return `每人最多 ${question.total} 个${unit}，可以不用完；人均和比例按分了${unit}的人算`
    }
    case 'pin':
      return `每人最多 ${question.most} 处；同一个人在一处放几个只算一人，在几处放就各算一次`
    case 'date':
      return body.shape === 'days' && body.step !== 'day' ? stepRemark[body.step] : undefined
    default:
      return
  }
}

const stepRemark = { week: '按周合在一起', month: '按月合在一起' }

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

const pictureOf = (option: { picture?: string | undefined } | undefined): Pick<Bar, 'picture'> =>
  option?.picture ? { picture: option.picture } : {}

function markOf(option: object): Bar['mark'] {
  const is = (mark: string) => new Map(Object.entries(option)).get(mark) === true
  return is('exclusive') ? 'exclusive' : is('other') ? 'other' : undefined
}

function cellOf(count: Guarded, base: Guarded): Cell {
  return { count, share: count === null || !base ? null : count / base }
}

function less(whole: Count, part: Count): Count {
  return whole === null || part === null ? null : whole - part
}
