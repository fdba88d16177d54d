import type { Text } from '../../surveys/engine/text.ts'
import { dateWords } from '../dates.ts'
import { Forest, type Planted } from '../drawings/forest.tsx'
import { words } from '../words/words.ts'
import { HandIn } from './assist/hand-in.tsx'
import { ResidentPage } from './frame.tsx'
import { type Reader, to } from './reader.ts'
import { said } from './said.tsx'
import { forestStyle } from './style.ts'

interface EndedPageProps {
  reader: Reader
  consultation: { id: string; title: Text; closesAt: number }
  /** The mailbox someone came by, as it stands in the forest. */
  tree?: Planted | undefined
  /** When its results were last published. */
  publishedAt: number | undefined
  /** Until when what was begun in time is taken. */
  until?: number | undefined
  /** Where it can be finished. */
  finish?: string | undefined
}

/** A consultation that takes no more answers still leads somewhere: to what became of it. */
export function EndedPage(props: EndedPageProps) {
  const { reader, consultation, tree, publishedAt, until, finish } = props
  const { locale } = reader
  const w = words(locale)
  return (
    <ResidentPage
      reader={reader}
      title={w.cover.endedHeading}
      look="forest-page"
      style={forestStyle}
    >
      <Forest mailboxes={[tree ?? anyTree]} resting low />
      <div class="calm">
        <p class="kicker">{said(consultation.title, locale)}</p>
        <h1>{publishedAt === undefined ? w.cover.endedHeading : w.released.outNow}</h1>
        <p>{w.cover.ended(dateWords(consultation.closesAt, locale))}</p>
        {publishedAt !== undefined && <p>{w.released.outNowMore}</p>}
        {/* A phone that is everybody's keeps nothing half filled in. */}
        {finish && until !== undefined && !reader.shared && (
          <p>
            {w.cover.finish(dateWords(until, locale))} <a href={finish}>{w.cover.finishHere}</a>
          </p>
        )}
        <HandIn reader={reader} until={until} />
        <p>
          <a class="go" href={to(reader, `/c/${consultation.id}/results`)}>
            {publishedAt === undefined ? w.forest.resultsWhen : w.forest.results}
          </a>
        </p>
        {publishedAt !== undefined && (
          <p>
            <a href={to(reader, `/c/${consultation.id}/results/child`)}>{w.released.forChildren}</a>
          </p>
        )}
        <p>
          <a href={to(reader, '/r')}>{w.forest.receiptMore}</a> ·{' '}
          <a href={to(reader, '/')}>{w.home}</a>
        </p>
      </div>
    </ResidentPage>
  )
}

const anyTree: Planted = { hue: 'sky', growth: 'branching' }
