import type { Locale, Text } from '../../surveys/engine/text.ts'
import { dateWords } from '../dates.ts'
import { Forest, hueOf } from '../drawings/forest.tsx'
import type { Growth } from '../drawings/growth.ts'
import { signsOf } from '../drawings/signs.ts'
import { Tree } from '../drawings/trees.tsx'
import { words } from '../words/words.ts'
import { ResidentPage } from './frame.tsx'
import { OpenCard, type Opened } from './open-card.tsx'
import { type Reader, to } from './reader.ts'
import { headed, phrased, said } from './said.tsx'
import { forestStyle } from './style.ts'

interface ForestPageProps {
  reader: Reader
  consultations: readonly Listed[]
  mailboxes: readonly ListedMailbox[]
  growth: (number: number) => Growth
  /** When results of a consultation were last published. */
  published: (consultation: string) => number | undefined
  now: number
}

interface Listed extends Opened {
  id: string
}

interface ListedMailbox {
  number: number
  code: string
  name: Text
  place: Text
  retiredAt: number | null
  neighbourhood: { name: Text }
}

/** The first page: the forest, what is being asked, and where the mailboxes stand. */
export function ForestPage(props: ForestPageProps) {
  const { reader, consultations, mailboxes, growth, published, now } = props
  const { locale } = reader
  const w = words(locale)
  const open = consultations.filter(({ closesAt }) => now <= closesAt)
  const ended = consultations.filter(({ id, closesAt }) => now > closesAt && !published(id))
  const standing = mailboxes.filter(({ retiredAt }) => retiredAt === null)
  const signs = signsOf(standing.map(({ neighbourhood }) => neighbourhood.name['zh-CN']))
  const trees = standing.map((mailbox, i) => ({
    mailbox,
    href: to(reader, `/m/${mailbox.code}`, { via: 'link' }),
    hue: hueOf(i),
    growth: growth(mailbox.number),
    sign: signs[i],
  }))
  return (
    <ResidentPage reader={reader} title={w.name} look="forest-page" style={forestStyle}>
      <Forest mailboxes={trees} resting={open.length === 0} />
      <div class="hello">
        <h1>{phrased(w.forest.heading)}</h1>
        <p class="lead">{w.forest.lead}</p>
      </div>
      {open.map((consultation) => (
        <OpenCard
          {...{ reader, consultation, kicker: w.forest.open }}
          door={(audience) => to(reader, `/c/${consultation.id}/${audience}`)}
        />
      ))}
      {consultations.map(({ id, title }) => (
        <ResultsOf
          reader={reader}
          consultation={{ id, title }}
          publishedAt={published(id)}
          isOpen={open.some((one) => one.id === id)}
        />
      ))}
      {open.length === 0 && (
        <section class="card">
          <h2>{w.forest.none}</h2>
          <p>{w.forest.noneMore}</p>
        </section>
      )}
      {ended.length > 0 && (
        <section>
          <h2>{w.forest.ended}</h2>
          <ul>
            {ended.map(({ id, title }) => (
              <li>
                <a href={to(reader, `/c/${id}/results`)}>{said(title, locale)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{w.forest.mailboxes}</h2>
        <p class="fine">{trees.length > 0 ? w.forest.growing : w.forest.unplanted}</p>
        <ul class="boxes">
          {trees.map(({ mailbox, href, hue, growth: grown }) => (
            <li>
              <a href={href}>
                <svg class={`hue-${hue}`} viewBox="-134 -288 270 296" aria-hidden="true">
                  <Tree growth={grown} />
                </svg>
                <span>
                  <b>{said(mailbox.name, locale)}</b>
                  <PlaceOf place={mailbox.place} locale={locale} />
                  <span class="grown">{w.forest.growth[grown]}</span>
                  <code>{mailbox.code}</code>
                </span>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <p class="look-up">
        {w.forest.receipt} <a href={to(reader, '/r')}>{w.forest.receiptMore}</a>
      </p>
    </ResidentPage>
  )
}

interface ResultsOfProps {
  reader: Reader
  consultation: { id: string; title: Text }
  publishedAt: number | undefined
  isOpen: boolean
}

/** What was said and published; while more is being asked, it stands more quietly. */
function ResultsOf({ reader, consultation, publishedAt, isOpen }: ResultsOfProps) {
  if (publishedAt === undefined) return null
  const { locale } = reader
  const { released: w, forest } = words(locale)
  const href = to(reader, `/c/${consultation.id}/results`)
  return (
    <section class="card">
      <p class="kicker">{w.outNow}</p>
      <h2>{headed(consultation.title, locale)}</h2>
      <p>
        {w.outNowMore} <span class="fine">{w.published(dateWords(publishedAt, locale))}</span>
      </p>
      <p>
        <a class={isOpen ? 'go plain' : 'go'} href={href}>
          {forest.results}
        </a>
      </p>
    </section>
  )
}

// Until the committee says where it stands, the desk asks for it and residents see nothing.
function PlaceOf({ place, locale }: { place: Text; locale: Locale }) {
  return place['zh-CN'].startsWith('【') ? null : <span>{said(place, locale)}</span>
}
