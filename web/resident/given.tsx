import type { Answer, Filled } from '../../surveys/engine/answers.ts'
import type { Edition, Question } from '../../surveys/engine/definition.ts'
import { picked } from '../../surveys/engine/picked.ts'
import { type Locale, textIn } from '../../surveys/engine/text.ts'
import { allOptions } from '../../surveys/engine/visibility.ts'
import { dayWords } from '../dates.ts'
import { words } from '../words/words.ts'
import { Drawing } from './kinds/drawing-field.tsx'
import { PinsOnPlan, pinWords } from './kinds/pins-on-plan.tsx'
import { said } from './said.tsx'

/** A photo that arrived, and what was decided about it. */
export interface GivenPhoto {
  id: string
  state: string
}

export interface Given {
  edition: Edition
  filled: Filled
  photos?: readonly GivenPhoto[] | undefined
  locale: Locale
}

/** What was answered to one question, as it is read again later. */
export function Given({ question, given }: { question: Question; given: Given }) {
  const { locale } = given
  const lines = linesOf(question, given)
  const picture = pictureOf(question, given)
  if (lines.length === 0 && !picture) {
    return <dd class="none">{words(locale).receipt.nothing}</dd>
  }
  return (
    <>
      {picture && <dd>{picture}</dd>}
      {lines.map((line) => (
        <dd>{said(line, locale)}</dd>
      ))}
    </>
  )
}

function pictureOf(question: Question, { filled, photos = [], locale }: Given) {
  const answer = filled.answers[question.id]
  const { kinds } = words(locale)
  if (answer === undefined) return undefined
  switch (question.kind) {
    case 'drawing':
      return <Drawing strokes={picked(answer)} label={kinds.drawing} />
    case 'pin':
      return <PinsOnPlan question={question} pins={pinsIn(answer)} locale={locale} />
    case 'photo':
      return photos.some(({ id, state }) => id === answer && state === 'approved') ? (
        <img class="given" src={`/f/${answer}.jpg`} alt={kinds.yourPhoto} />
      ) : undefined
    case 'single':
    case 'multiple':
    case 'matrix':
    case 'scale':
    case 'pair':
    case 'number':
    case 'text':
    case 'rank':
    case 'budget':
    case 'date':
    case 'consent':
    case 'note':
      return undefined
  }
}

function linesOf(question: Question, { edition, filled, photos = [], locale }: Given): string[] {
  const answer = filled.answers[question.id]
  if (answer === undefined) return []
  const labels = new Map(
    allOptions(question, edition).map(({ id, label, other }) => {
      const beside = other ? filled.others[question.id] : undefined
      return [id, beside ? `${textIn(label, locale)}：${beside}` : textIn(label, locale)]
    }),
  )
  const label = (id: string) => labels.get(id) ?? id
  const { kinds } = words(locale)
  switch (question.kind) {
    case 'matrix':
      return question.rows
        .filter((row) => rowOf(answer, row.id) !== undefined)
        .map((row) => `${textIn(row.label, locale)}：${label(rowOf(answer, row.id) ?? '')}`)
    case 'rank':
      return picked(answer).map((id, i) => `${i + 1}. ${label(id)}`)
    case 'budget':
      return question.options
        .filter(({ id }) => rowOf(answer, id) !== undefined)
        .map(({ id }) =>
          kinds.given(label(id), rowOf(answer, id) ?? '', textIn(question.unit, locale)),
        )
    case 'single':
    case 'scale':
    case 'multiple':
    case 'pair':
    case 'consent':
      return picked(answer).map(label)
    case 'number':
    case 'text':
      return [String(answer)]
    case 'date':
      return [dayWords(String(answer), locale)]
    case 'pin':
      return pinsIn(answer).map((pin, i) => `${i + 1}. ${pinWords(pin, question, locale)}`)
    case 'photo': {
      const state = photos.find(({ id }) => id === answer)?.state
      return [state === undefined ? kinds.photoAway : (kinds.photoState[state] ?? kinds.photoSent)]
    }
    case 'drawing':
    case 'note':
      return []
  }
}

const pinsIn = (answer: Answer) =>
  Array.isArray(answer) ? answer.filter((pin) => typeof pin !== 'string') : []

function rowOf(answer: Answer, row: string): string | undefined {
  return new Map(Object.entries(answer)).get(row)?.toString()
}
