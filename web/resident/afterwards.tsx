import {
  ratings,
  type SuggestionOutcome,
  type SuggestionRating,
} from '../../surveys/engine/suggestion-steps.ts'
import { dateWords, dayWords } from '../dates.ts'
import { uses } from '../desk/suggestions/suggested.ts'
import type { Decided } from '../public/decided.ts'
import { Decisions } from '../public/decisions.tsx'
import { words } from '../words/words.ts'
import { type Reader, to } from './reader.ts'
import { said } from './said.tsx'

/** What became of a suggestion and the card it goes by, as far as its resident may know. */
export interface Fate {
  state: 'received' | 'answered' | 'declined'
  reply: string | null
  repliedAt: number | null
  rating: SuggestionRating | null
  /** The reply stands on the results page, too. */
  isPublic: boolean
  card: CardFate | undefined
}

interface CardFate {
  number: number
  registeredAt: number
  category: string
  isTogether: boolean
  unit: string | null
  assignedAt: number | null
  dueOn: string | null
  isHandled: boolean
  outcome: SuggestionOutcome | null
  adoptedAs: string | null
}

interface SuggestionFateProps {
  fate: Fate
  reader: Reader
  receipt: string
  /** Where the collective answer stands. */
  results: string
}

/** What became of the suggestion a response makes, step by step, and what its resident says to that. */
export function SuggestionFate({ fate, reader, receipt, results }: SuggestionFateProps) {
  const { locale } = reader
  const w = words(locale).receipt.suggestion
  const { state, reply, repliedAt, card } = fate
  return (
    <section class="told">
      <h2>{w.heading}</h2>
      {card && <Steps {...{ fate, card, reader, results }} />}
      {state === 'received' || repliedAt === null ? (
        <p>{w.received}</p>
      ) : (
        <>
          <p>{w[state](dateWords(repliedAt, locale))}</p>
          <p class="reply">{reply && said(reply, locale)}</p>
          {card?.outcome && <Rating {...{ fate, reader, receipt }} />}
        </>
      )}
    </section>
  )
}

/** The steps that are behind it, each with its day where it has one. */
function Steps({
  fate,
  card,
  reader,
  results,
}: Pick<SuggestionFateProps, 'fate' | 'reader' | 'results'> & { card: CardFate }) {
  const { locale } = reader
  const w = words(locale).receipt.suggestion
  const { repliedAt, isPublic } = fate
  const use = Object.entries(uses).find(([id]) => id === card.adoptedAs)?.[1]
  return (
    <ul class="fate">
      <li>{w.registered(dateWords(card.registeredAt, locale), card.number)}</li>
      {card.category && <li>{said(w.sorted(card.category), locale)}</li>}
      {card.isTogether && <li>{w.together}</li>}
      {card.unit && card.assignedAt !== null && (
        <li>
          {said(w.assigned(dateWords(card.assignedAt, locale), card.unit), locale)}
          {card.dueOn && repliedAt === null && ` · ${w.due(dayWords(card.dueOn, locale))}`}
        </li>
      )}
      {card.isHandled && repliedAt === null && <li>{w.handling}</li>}
      {card.outcome && <li>{w.outcome[card.outcome]}</li>}
      {use && <li>{said(w.adoptedAs(use), locale)}</li>}
      {isPublic && (
        <li>
          <a href={results}>{w.published}</a>
        </li>
      )}
    </ul>
  )
}

function Rating({
  fate,
  reader,
  receipt,
}: Pick<SuggestionFateProps, 'fate' | 'reader' | 'receipt'>) {
  const w = words(reader.locale).receipt.suggestion
  if (fate.rating) return <p>{w.rated(w.ratings[fate.rating])}</p>
  return (
    <form method="post" action={to(reader, `/r/${receipt}/rating`)} class="noprint">
      <fieldset>
        <legend>{w.rate}</legend>
        {ratings.map((rating) => (
          <label class="option">
            <input type="radio" name="rating" value={rating} required />
            <span>{w.ratings[rating]}</span>
          </label>
        ))}
      </fieldset>
      <button class="go" type="submit">
        {w.send}
      </button>
    </form>
  )
}

/** What the committee decided about the questions a response answered. */
export function DecidedAbout({ decided, reader }: { decided: readonly Decided[]; reader: Reader }) {
  if (decided.length === 0) return null
  return (
    <section class="told">
      <h2>{words(reader.locale).receipt.decided}</h2>
      <Decisions locale={reader.locale} decisions={decided} />
    </section>
  )
}

/** The way to the separate page for contacts. It must not learn where people came from: this page's address holds the receipt. */
export function ContactDoor({ reader, consultation }: { reader: Reader; consultation: string }) {
  const w = words(reader.locale).receipt.contact
  return (
    <section class="told noprint">
      <h2>{w.heading}</h2>
      <p>{w.lead}</p>
      <p>
        <a rel="noreferrer" href={to(reader, `/contact/${consultation}`)}>
          {w.go}
        </a>
      </p>
    </section>
  )
}
