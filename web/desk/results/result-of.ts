import { type DayStep, stepwise } from '../../../surveys/engine/day-steps.ts'
import type { Audience, Edition, Question } from '../../../surveys/engine/definition.ts'
import { type GuardedTally, guard, smallestGroup } from '../../../surveys/engine/guard.ts'
import type { Guarded } from '../../../surveys/engine/hide-small.ts'
import { isCoded } from '../../../surveys/engine/open-text/coded-question.ts'
import type { PinAreas } from '../../../surveys/engine/pin-areas.ts'
import type { ProtectedTally } from '../../../surveys/engine/protect.ts'
import type { QuestionTally } from '../../../surveys/engine/tally.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { peopleName } from '../names.ts'
import { choiceBody } from './choice-body.ts'
import { budgetBody, rankBody } from './measures.ts'
import { daysBody, numbersBody } from './numbers-body.ts'
import { placesBody } from './places.ts'
import { remarkOn } from './remark.ts'
import type { Count, ResultTable } from './result-table.ts'
import { rowsBody } from './rows-body.ts'
import { sentence } from './sentence.ts'
import { type Apart, less, skippedLabel, type ToldBody, toldOf } from './told-body.ts'

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

/** The same of a tally that was protected elsewhere, as a release is. */
export function readResult(
  question: Question,
  edition: Edition,
  { tallied, guarded, merged, firsts }: GuardedTally,
  { total, ...known }: Known & { total: number },
): ResultTable | undefined {
  const read = bodyOf(question, edition, tallied, guarded, { ...known, firsts })
  if (!read) return
  const told = {
    id: question.id,
    number: question.number,
    title: textIn(question.title, 'zh-CN'),
    kind: question.kind,
    people: peopleOf(question, edition.audience),
    remark: remarkOn(question, read.body),
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

interface Known {
  k: number
  step: DayStep
  areas: PinAreas | undefined
  firsts?: Guarded[] | undefined
}

function bodyOf(
  question: Question,
  edition: Edition,
  tallied: QuestionTally,
  guarded: ProtectedTally,
  { k, step, areas, firsts }: Known,
): ToldBody | undefined {
  switch (guarded.kind) {
    case 'choice':
      return choiceBody(question, edition, guarded)
    case 'rows':
      return rowsBody(question, guarded)
    case 'number':
      return numbersBody(question, guarded)
    case 'date':
      return tallied.kind === 'date' ? daysBody(guarded, tallied.days, step) : undefined
    case 'rank':
      if (question.kind !== 'rank' || tallied.kind !== 'rank') return
      return toldOf(rankBody(question, guarded, tallied, k, firsts), guarded)
    case 'budget':
      return question.kind === 'budget' ? toldOf(budgetBody(question, guarded), guarded) : undefined
    case 'pin':
      return question.kind === 'pin' && areas
        ? toldOf(placesBody(question, areas, guarded.answered, k), guarded)
        : undefined
    case 'text': {
      const { shown, answered } = guarded
      return { body: { shape: 'texts', answered }, base: shown, shown, apart: [] }
    }
    case 'note':
      return
  }
}

function peopleOf(question: Question, audience: Audience): string {
  const byGuardian = question.kind === 'consent' && question.by === 'guardian'
  return byGuardian ? '家长' : peopleName(audience)
}

const named =
  (merged: boolean) =>
  ({ label, count }: Apart) => ({
    label: merged && label === skippedLabel ? '跳过或没问到' : label,
    count,
  })

// Of what people wrote, those who wrote nothing and those not read yet are nobody's share.
function codedApart({ apart, shown }: ToldBody, total: number, merged: boolean): Apart[] {
  const rest = less(total, shown)
  return [
    ...apart.map(({ count }) => ({
      label: merged ? '哪一类都不属于，或没读到' : '哪一类都不属于',
      count,
    })),
    ...(rest === 0 ? [] : [{ label: '没写话或还没读到', count: rest }]),
  ]
}

function unshown(shown: Count, total: number): Apart[] {
  const count = less(total, shown)
  return count === 0 ? [] : [{ label: '没问到（按前面的回答）', count }]
}
