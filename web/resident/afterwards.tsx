import type { Locale } from '../../surveys/engine/text.ts'
import { dateWords } from '../dates.ts'
import { words } from '../words/words.ts'
import { type Reader, to } from './reader.ts'

interface Fate {
  state: 'received' | 'answered' | 'declined'
  reply: string | null
  repliedAt: number | null
}

/** What became of the suggestion a response makes. */
export function SuggestionFate({ fate, locale }: { fate: Fate; locale: Locale }) {
  const w = words(locale).receipt.suggestion
  const { state, reply, repliedAt } = fate
  return (
    <section class="told">
      <h2>{w.heading}</h2>
      {state === 'received' || repliedAt === null ? (
        <p>{w.received}</p>
      ) : (
        <>
          <p>{w[state](dateWords(repliedAt, locale))}</p>
          <p class="reply">{reply}</p>
        </>
      )}
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
