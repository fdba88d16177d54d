import { dateWords, dayWords } from '../dates.ts'
import { words } from '../words/words.ts'
import { type Reader, to } from './reader.ts'

interface Fate {
  state: 'received' | 'answered' | 'declined'
  reply: string | null
  repliedAt: number | null
}

interface CardFate {
  number: number
  registeredAt: number
  unit: string | null
  assignedAt: number | null
  dueOn: string | null
  outcome: 'adopted' | 'partly' | 'explained' | 'declined' | 'routed' | null
  rating: 'good' | 'fair' | 'poor' | null
}

interface SuggestionFateProps {
  fate: Fate
  card: CardFate | undefined
  reader: Reader
  receipt: string
}

/** What became of the suggestion a response makes, step by step, and what its resident says to that. */
export function SuggestionFate({ fate, card, reader, receipt }: SuggestionFateProps) {
  const { locale } = reader
  const w = words(locale).receipt.suggestion
  const { state, reply, repliedAt } = fate
  return (
    <section class="told">
      <h2>{w.heading}</h2>
      {card && (
        <ul class="fate">
          <li>{w.registered(dateWords(card.registeredAt, locale), card.number)}</li>
          {card.unit && card.assignedAt !== null && (
            <li>
              {w.assigned(dateWords(card.assignedAt, locale), card.unit)}
              {card.dueOn && repliedAt === null && ` · ${w.due(dayWords(card.dueOn, locale))}`}
            </li>
          )}
          {card.outcome && <li>{w.outcome[card.outcome]}</li>}
        </ul>
      )}
      {state === 'received' || repliedAt === null ? (
        <p>{w.received}</p>
      ) : (
        <>
          <p>{w[state](dateWords(repliedAt, locale))}</p>
          <p class="reply">{reply}</p>
          {card?.outcome && <Rating {...{ card, reader, receipt }} />}
        </>
      )}
    </section>
  )
}

function Rating({
  card,
  reader,
  receipt,
}: Pick<SuggestionFateProps, 'reader' | 'receipt'> & { card: CardFate }) {
  const w = words(reader.locale).receipt.suggestion
  if (card.rating) return <p>{w.rated(w.ratings[card.rating])}</p>
  return (
    <form method="post" action={to(reader, `/r/${receipt}/rating`)} class="noprint">
      <fieldset>
        <legend>{w.rate}</legend>
        {(['good', 'fair', 'poor'] as const).map((rating) => (
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

/** A decision that rests on something this person answered. */
export interface DecidedHere {
  title: string
  verdict: 'do' | 'partly' | 'not'
  decision: string
  reason: string
  progress: 'planned' | 'doing' | 'done'
  progressNote: string
}

/** What the committee decided about the questions a response answered. */
export function DecidedAbout({
  decided,
  reader,
}: {
  decided: readonly DecidedHere[]
  reader: Reader
}) {
  const w = words(reader.locale).receipt.decided
  if (decided.length === 0) return null
  return (
    <section class="told">
      <h2>{w.heading}</h2>
      {decided.map(({ title, verdict, decision, reason, progress, progressNote }) => (
        <div class="decided" lang="zh-CN">
          <h3>{title}</h3>
          <p>
            <b>{w.verdict[verdict]}</b>
            {verdict !== 'not' && ` · ${w.progress[progress]}`}
          </p>
          <p>{decision}</p>
          {reason && (
            <p>
              {w.because}
              {reason}
            </p>
          )}
          {progressNote && <p>{progressNote}</p>}
        </div>
      ))}
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
