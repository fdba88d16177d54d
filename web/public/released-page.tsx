import type { Child } from 'hono/jsx'
import type { Audience } from '../../surveys/engine/definition.ts'
import { postmarkDate } from '../dates.ts'
import { ChildDoor } from '../drawings/doors.tsx'
import { Postmark } from '../drawings/postmark.tsx'
import { LetterEdge, Stamp } from '../drawings/stamp.tsx'
import { numberedTitle } from '../numbered-title.ts'
import { ResidentPage } from '../resident/frame.tsx'
import { type Reader, to } from '../resident/reader.ts'
import { phrased, tongue } from '../resident/said.tsx'
import { words } from '../words/words.ts'
import type { Decided } from './decided.ts'
import { Decisions } from './decisions.tsx'
import { headlineOf } from './headline.ts'
import { decisionsStyle, resultsStyle } from './public-style.ts'
import { dayTeller, QuestionCard } from './question-card.tsx'
import {
  highlighted,
  leavesOut,
  type Released,
  type ReleasedEdition,
  withheldByReason,
} from './released.ts'
import { Hatching } from './share-bar.tsx'
import { Suggested } from './suggested.tsx'

/** A release as its page needs it; a preview has not been published. */
export interface Shown {
  released: Released
  /** What has been decided up to now: published apart from the numbers, which stay as they are. */
  decisions: readonly Decided[]
  number: number
  publishedAt: number | undefined
  /** Other releases that stand, newest first. */
  others: readonly { number: number; publishedAt: number }[]
  isNewest: boolean
}

interface ReleasedPageProps {
  reader: Reader
  shown: Shown
  /** Stands before everything, on a preview. */
  children?: Child
}

const anchorOf = (audience: Audience, question: string) => `${audience}-${question}`

/** The letter back to the neighbours: what everybody said, question by question, and what happens now. */
export function ReleasedPage({ reader, shown, children }: ReleasedPageProps) {
  const { locale } = reader
  const { released: w } = words(locale)
  const { released } = shown
  const { editions, suggestions = [], takenAt } = released
  const day = dayTeller(locale)
  const told = editions.filter(({ questions }) => questions.length > 0)
  return (
    <ResidentPage
      {...{ reader, title: w.heading, look: 'results', style: [resultsStyle, decisionsStyle] }}
      isPreview={children !== undefined}
      feed={`/c/${released.consultation}/results.atom`}
    >
      {children}
      <Hatching />
      <LetterHead reader={reader} shown={shown} />
      <nav class="contents" aria-label={w.contents}>
        <ul>
          {told.map(({ audience }) => (
            <li>
              <a href={`#${audience}`}>{w[audience]}</a>
            </li>
          ))}
          {suggestions.length > 0 && (
            <li>
              <a href="#suggestions">{w.suggestions}</a>
            </li>
          )}
          <li>
            <a href="#decisions">{w.decisions}</a>
          </li>
          {editions.some(({ audience }) => audience === 'child') && (
            <li>
              <a class="for-children" href={resultsAddress(reader, shown, '/child')}>
                <ChildDoor />
                {w.forChildren}
              </a>
            </li>
          )}
        </ul>
      </nav>
      <Highlights reader={reader} released={released} />
      {leavesOut(told.flatMap(({ questions }) => questions)) && <p class="fine">{w.untoldMeans}</p>}
      {told.map((edition) => (
        <section class={`said-by ${edition.audience}`} id={edition.audience}>
          <h2>{w[edition.audience]}</h2>
          {edition.questions.map((question) => (
            <QuestionCard
              id={anchorOf(edition.audience, question.table.id)}
              {...{ w, question, takenAt, day }}
            />
          ))}
          <Withheld reader={reader} edition={edition} />
        </section>
      ))}
      {suggestions.length > 0 && (
        <section id="suggestions">
          <h2>{w.suggestions}</h2>
          <Suggested {...{ locale, suggestions }} />
        </section>
      )}
      <section id="decisions">
        <h2>{w.decisions}</h2>
        {shown.decisions.length === 0 ? (
          <p>{w.undecided}</p>
        ) : (
          <>
            <Decisions {...{ locale, decisions: shown.decisions }} />
            <p class="fine">{w.decisionsApart}</p>
          </>
        )}
      </section>
      <section class="how">
        <h2>{w.how}</h2>
        <ul>
          {w.howLines.map((line) => (
            <li>{line}</li>
          ))}
          {told.map((edition) => (
            <ByBox reader={reader} edition={edition} />
          ))}
        </ul>
      </section>
      <Files reader={reader} shown={shown} />
    </ResidentPage>
  )
}

function LetterHead({ reader, shown }: { reader: Reader; shown: Shown }) {
  const { released: w } = words(reader.locale)
  const { title, note, organiser, editions, takenAt } = shown.released
  const day = dayTeller(reader.locale)
  const place = words('zh-CN').name
  const count = (audience: Audience) =>
    editions.find((one) => one.audience === audience)?.people?.toLocaleString('zh-CN') ?? ''
  const [adults, children] = [count('adult'), count('child')]
  return (
    <article class="letter">
      <LetterEdge />
      <div class="marks">
        <Postmark
          date={postmarkDate(shown.publishedAt ?? takenAt)}
          place={place}
          lang={tongue(place, reader.locale)}
        />
        <Stamp />
      </div>
      <p class="kicker" lang="zh-CN">
        {title}
      </p>
      <h1>{phrased(w.heading)}</h1>
      {!shown.isNewest && shown.publishedAt !== undefined && (
        <p class="told">
          {w.old(day(shown.publishedAt))}{' '}
          <a href={to(reader, `/c/${shown.released.consultation}/results`)}>{w.newest}</a>
        </p>
      )}
      <p>{w.dear}</p>
      <p>{adults || children ? w.received(adults, children) : w.receivedFew}</p>
      {w.inChinese && <p>{w.inChinese}</p>}
      {note && (
        <p class="said" lang="zh-CN">
          {note}
        </p>
      )}
      <p class="signed">
        {organiser && <span lang="zh-CN">{organiser}</span>}
        <span>{w.counted(day(takenAt))}</span>
      </p>
      <p class="not-a-vote">
        <b>{w.notVote}</b>
      </p>
    </article>
  )
}

function Highlights({ reader, released }: { reader: Reader; released: Released }) {
  const { released: w } = words(reader.locale)
  const first = highlighted(released).flatMap(({ edition, question }) => {
    const headline = headlineOf(question.table)
    return headline ? [{ edition, question, headline }] : []
  })
  if (first.length === 0) return null
  return (
    <section class="highlights">
      <h2>{w.first}</h2>
      <ol lang="zh-CN">
        {first.map(({ edition, question, headline }) => (
          <li class={edition.audience}>
            <a href={`#${anchorOf(edition.audience, question.table.id)}`}>
              <b>{headline.figure}</b>
              <span>
                <strong>{headline.label}</strong>
                <small>{question.table.title}</small>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Withheld({ reader, edition }: { reader: Reader; edition: ReleasedEdition }) {
  const { released: w } = words(reader.locale)
  if (edition.withheld.length === 0) return null
  return (
    <div class="fine">
      <p>{w.withheld}</p>
      <ul>
        {withheldByReason(edition).map(({ why, questions }) => (
          <li>
            {why && w.whyWithheld[why]}
            <span lang="zh-CN">{questions.map(numberedTitle).join(' ')}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Where the answers came from, as far as it is told. */
function ByBox({ reader, edition }: { reader: Reader; edition: ReleasedEdition }) {
  const { released: w } = words(reader.locale)
  const told = edition.neighbourhoods.filter(({ people }) => people !== null && people > 0)
  if (told.length === 0) return null
  return (
    <li>
      {w.byBox}
      <span lang="zh-CN">
        {`${edition.title}：${told.map(({ name, people }) => `${name} ${people}`).join('、')}`}
      </span>
    </li>
  )
}

function Files({ reader, shown }: { reader: Reader; shown: Shown }) {
  const { released: w } = words(reader.locale)
  const day = dayTeller(reader.locale)
  const { consultation } = shown.released
  return (
    <section class="files">
      <h2>{w.files}</h2>
      <ul>
        {(
          [
            ['/poster', w.poster],
            ['.csv', w.csv],
            ['.xlsx', w.xlsx],
            ['.sav', w.sav],
            ['.R', w.script],
            ['.json', w.json],
            ['.atom', w.feed],
          ] as const
        ).map(([end, label]) => (
          <li>
            <a href={resultsAddress(reader, shown, end)}>{label}</a>
          </li>
        ))}
        <li>
          <a href={`/c/${consultation}/codebook.csv`}>{w.codebook}</a>
        </li>
      </ul>
      {shown.others.length > 0 && (
        <>
          <h2>{w.earlier}</h2>
          <ul>
            {shown.others.map(({ number, publishedAt }) => (
              <li>
                <a href={to(reader, `/c/${consultation}/results`, { no: String(number) })}>
                  {day(publishedAt)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** The other pages and files of the same release; the feed is of all. */
export function resultsAddress(reader: Reader, shown: Shown, end: string): string {
  const path = `/c/${shown.released.consultation}/results${end}`
  const no = shown.isNewest || end === '.atom' ? undefined : String(shown.number)
  // Files look the same to everybody.
  if (end.startsWith('.')) return no ? `${path}?no=${no}` : path
  return to(reader, path, { no })
}
