import type { Answer, Filled, Pin } from '../../surveys/engine/answers.ts'
import type { Edition, Question, QuestionOf } from '../../surveys/engine/definition.ts'
import { picked } from '../../surveys/engine/picked.ts'
import { areaName, areaOfCell, cellOf } from '../../surveys/engine/pin-cells.ts'
import { type Locale, type Text, textIn } from '../../surveys/engine/text.ts'
import { allOptions, visibleQuestions } from '../../surveys/engine/visibility.ts'
import { dateWords, postmarkDate, untilWords } from '../dates.ts'
import { Postmark } from '../drawings/postmark.tsx'
import { words } from '../words/words.ts'
import { ContactDoor, SuggestionFate } from './afterwards.tsx'
import { ResidentPage } from './frame.tsx'
import { Drawing } from './kinds/drawing-field.tsx'
import { needsOf } from './kinds/needs.ts'
import { type Reader, to } from './reader.ts'
import { headed, said } from './said.tsx'

interface ResponsePageProps {
  reader: Reader
  receipt: string
  edition: Edition
  consultation: { id: string; title: Text }
  response: { submittedAt: number; late: boolean; revision: number; filled: Filled }
  mailbox?: { neighbourhood: { name: Text } } | undefined
  /** Until when it can be corrected. */
  until: number
  now: number
  corrected: boolean
  suggestion: Parameters<typeof SuggestionFate>[0]['fate'] | undefined
  /** Ask, elsewhere, how to reach them. */
  contact: boolean
}

/** What was sent, in the questionnaire's own words; it prints on paper as it is. */
export function ResponsePage(props: ResponsePageProps) {
  const { reader, receipt, edition, consultation, response, mailbox, until, now } = props
  const { locale } = reader
  const { receipt: w, name } = words(locale)
  const questions = visibleQuestions(edition, response.filled).filter(({ kind }) => kind !== 'note')
  return (
    <ResidentPage
      reader={reader}
      title={textIn(edition.title, locale)}
      look="receipt"
      {...needsOf(edition)}
    >
      {props.corrected && (
        <p class="good" role="status">
          {w.correctionSaved}
        </p>
      )}
      <header class="sent">
        <Postmark
          date={postmarkDate(response.submittedAt)}
          place={mailbox ? textIn(mailbox.neighbourhood.name, locale) : name}
        />
        <p class="kicker">{said(consultation.title, locale)}</p>
        <h1>{headed(edition.title, locale)}</h1>
        <p>
          {w.sent(dateWords(response.submittedAt, locale))}
          {response.revision > 0 && ` · ${w.corrected(response.revision)}`}
        </p>
        <p class="code">{receipt}</p>
      </header>
      {response.late && <p>{w.late}</p>}
      <dl class="answers">
        {questions.map((question) => (
          <>
            <dt>
              {question.number && <b>{`${question.number} `}</b>}
              {headed(question.title, locale)}
            </dt>
            <Said question={question} edition={edition} filled={response.filled} locale={locale} />
          </>
        ))}
      </dl>
      {props.suggestion && <SuggestionFate fate={props.suggestion} locale={locale} />}
      <nav class="ways noprint">
        {now <= until && (
          <a class="go" href={to(reader, `/r/${receipt}/correction`)}>
            {w.correction}
          </a>
        )}
        <a href={to(reader, `/r/${receipt}/deletion`)}>{w.deletion}</a>
        <a href={to(reader, `/c/${consultation.id}/results`)}>{w.results}</a>
        <p class="fine">
          {now <= until ? w.correctionUntil(untilWords(until, now, locale)) : w.correctionClosed}
        </p>
      </nav>
      {props.contact && <ContactDoor reader={reader} consultation={consultation.id} />}
    </ResidentPage>
  )
}

interface SaidProps {
  question: Question
  edition: Edition
  filled: Filled
  locale: Locale
}

function Said({ question, edition, filled, locale }: SaidProps) {
  if (question.kind === 'drawing') {
    const strokes = picked(filled.answers[question.id])
    if (strokes.length > 0) {
      const label = words(locale).kinds.drawing
      return (
        <dd>
          <Drawing strokes={strokes} label={label} />
        </dd>
      )
    }
  }
  const lines = linesOf(question, edition, filled, locale)
  if (lines.length === 0) return <dd class="none">{words(locale).receipt.nothing}</dd>
  return (
    <>
      {lines.map((line) => (
        <dd>{line}</dd>
      ))}
    </>
  )
}

function linesOf(question: Question, edition: Edition, filled: Filled, locale: Locale): string[] {
  const answer = filled.answers[question.id]
  if (answer === undefined) return []
  const labels = new Map(
    allOptions(question, edition).map(({ id, label, other }) => {
      const beside = other ? filled.others[question.id] : undefined
      return [id, beside ? `${textIn(label, locale)}：${beside}` : textIn(label, locale)]
    }),
  )
  const label = (id: string) => labels.get(id) ?? id
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
        .map(({ id }) => `${label(id)} ${rowOf(answer, id)} ${textIn(question.unit, locale)}`)
    case 'single':
    case 'scale':
    case 'multiple':
    case 'pair':
    case 'consent':
      return picked(answer).map(label)
    case 'number':
    case 'text':
    case 'date':
      return [String(answer)]
    case 'pin':
      return Array.isArray(answer) ? answer.map((pin) => pinLine(pin, question, locale)) : []
    case 'photo':
      return [words(locale).kinds.photoSent]
    case 'drawing':
    case 'note':
      return []
  }
}

function pinLine(pin: Pin | string, question: QuestionOf<'pin'>, locale: Locale): string {
  if (typeof pin === 'string') return pin
  const category = question.categories?.find(({ id }) => id === pin.category)
  const place = areaName(areaOfCell(cellOf(pin)))
  return [place, category && textIn(category.label, locale), pin.comment].filter(Boolean).join(' ')
}

function rowOf(answer: Answer, row: string): string | undefined {
  return new Map(Object.entries(answer)).get(row)?.toString()
}
