import type { Audience } from '../../surveys/engine/definition.ts'
import { type Text, textIn } from '../../surveys/engine/text.ts'
import { dateWords } from '../dates.ts'
import { words } from '../words/words.ts'
import type { Reader } from './reader.ts'
import { headed, said, tongue } from './said.tsx'

/** A consultation that is open, as far as its card tells. */
export interface Opened {
  title: Text
  background: Text
  closesAt: number
  editions: readonly { audience: Audience; edition: { minutes: number; door: Text } }[]
}

interface OpenCardProps {
  reader: Reader
  consultation: Opened
  /** Where each edition's questionnaire is. */
  door: (audience: Audience) => string
  kicker?: string
}

/** What is being asked, until when, and a way into each edition. */
export function OpenCard({ reader, consultation, door, kicker }: OpenCardProps) {
  const { locale } = reader
  const w = words(locale)
  const { title, background, closesAt, editions } = consultation
  const label = ({ door, minutes }: { door: Text; minutes: number }) => {
    const words = `${textIn(door, locale)} ${w.cover.minutes(minutes)} · ${textIn(title, locale)}`
    return { 'aria-label': words, lang: tongue(words, locale) }
  }
  return (
    <section class="card">
      {kicker && <p class="kicker">{kicker}</p>}
      <h2>{headed(title, locale)}</h2>
      <p>{said(background, locale)}</p>
      <p class="until">{w.until(dateWords(closesAt, locale))}</p>
      <p class="doors">
        {editions.map(({ audience, edition }) => (
          // Read out on its own, a door must say where it leads.
          <a class="go" href={door(audience)} {...label(edition)}>
            {said(edition.door, locale)} <small>{w.cover.minutes(edition.minutes)}</small>
          </a>
        ))}
      </p>
    </section>
  )
}
