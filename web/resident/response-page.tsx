import type { Filled } from '../../surveys/engine/answers.ts'
import type { Edition } from '../../surveys/engine/definition.ts'
import { type Text, textIn } from '../../surveys/engine/text.ts'
import { visibleQuestions } from '../../surveys/engine/visibility.ts'
import { dateWords, postmarkDate, untilWords } from '../dates.ts'
import { Postmark } from '../drawings/postmark.tsx'
import type { Decided } from '../public/decided.ts'
import { decisionsStyle } from '../public/public-style.ts'
import { words } from '../words/words.ts'
import { ContactDoor, DecidedAbout, type Fate, SuggestionFate } from './afterwards.tsx'
import { ResidentPage } from './frame.tsx'
import { Given, type GivenPhoto } from './given.tsx'
import { needsOf } from './kinds/needs.ts'
import { type Reader, to } from './reader.ts'
import { headed, said, tongue } from './said.tsx'

interface ResponsePageProps {
  reader: Reader
  receipt: string
  edition: Edition
  consultation: { id: string; title: Text }
  response: { submittedAt: number; late: boolean; revision: number; filled: Filled }
  mailbox?: { neighbourhood: { name: Text } } | undefined
  photos?: readonly GivenPhoto[]
  /** Until when it can be corrected. */
  until: number
  now: number
  corrected: boolean
  suggestion: Fate | undefined
  decided: readonly Decided[]
  /** Where the code can be entered, for a print-out. */
  lookUpAt: string
  /** Ask, elsewhere, how to reach them. */
  contact: boolean
  /** A photo came along and could not be kept. */
  lost: boolean
}

/** What was sent, in the questionnaire's own words; it prints on paper as it is. */
export function ResponsePage(props: ResponsePageProps) {
  const { reader, receipt, edition, consultation, response, mailbox, photos, until, now } = props
  const { locale } = reader
  const { filled } = response
  const { receipt: w, name } = words(locale)
  const needs = needsOf(edition)
  const place = mailbox ? textIn(mailbox.neighbourhood.name, locale) : name
  const questions = visibleQuestions(edition, filled).filter(({ kind }) => kind !== 'note')
  return (
    <ResidentPage
      reader={reader}
      title={textIn(edition.title, locale)}
      look="receipt"
      script={needs.script}
      style={[needs.style, props.decided.length > 0 ? decisionsStyle : undefined]}
    >
      {props.corrected && (
        <p class="good" role="status">
          {w.correctionSaved}
        </p>
      )}
      {props.lost && (
        <p class="bad" role="alert">
          {w.photoLost}
        </p>
      )}
      <header class="sent">
        <Postmark
          date={postmarkDate(response.submittedAt)}
          place={place}
          lang={tongue(place, locale)}
        />
        <p class="kicker">{said(consultation.title, locale)}</p>
        <h1>{headed(edition.title, locale)}</h1>
        <p>
          {w.sent(dateWords(response.submittedAt, locale))}
          {response.revision > 0 && ` · ${w.corrected(response.revision)}`}
        </p>
        <p class="code">{receipt}</p>
        <p class="fine printed">{w.lookUpAt(props.lookUpAt)}</p>
      </header>
      {response.late && <p>{w.late}</p>}
      <dl class="answers">
        {questions.map((question) => (
          <>
            <dt>
              {question.number && <b>{`${question.number} `}</b>}
              {headed(question.title, locale)}
            </dt>
            <Given question={question} given={{ edition, filled, photos, locale }} />
          </>
        ))}
      </dl>
      {props.suggestion && (
        <SuggestionFate
          fate={props.suggestion}
          results={`${to(reader, `/c/${consultation.id}/results`)}#suggestions`}
          {...{ reader, receipt }}
        />
      )}
      <DecidedAbout decided={props.decided} reader={reader} />
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
