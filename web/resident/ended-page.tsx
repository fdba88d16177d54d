import { type Text, textIn } from '../../surveys/engine/text.ts'
import { dateWords } from '../dates.ts'
import { MailboxScene } from '../drawings/scenes.tsx'
import { words } from '../words/words.ts'
import { ResidentPage } from './frame.tsx'
import { type Reader, to } from './reader.ts'

interface EndedPageProps {
  reader: Reader
  consultation: { id: string; title: Text; closesAt: number }
}

/** A consultation that takes no more answers still leads somewhere: to what became of it. */
export function EndedPage({ reader, consultation }: EndedPageProps) {
  const { locale } = reader
  const w = words(locale)
  return (
    <ResidentPage reader={reader} title={w.cover.endedHeading}>
      <div class="calm">
        <MailboxScene hue="sky" />
        <p class="kicker">{textIn(consultation.title, locale)}</p>
        <h1>{w.cover.endedHeading}</h1>
        <p>{w.cover.ended(dateWords(consultation.closesAt, locale))}</p>
        <p>
          <a class="go" href={to(reader, `/c/${consultation.id}/results`)}>
            {w.forest.results}
          </a>
        </p>
        <p>
          <a href={to(reader, '/r')}>{w.forest.receiptMore}</a> ·{' '}
          <a href={to(reader, '/')}>{w.home}</a>
        </p>
      </div>
    </ResidentPage>
  )
}
