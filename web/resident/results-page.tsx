import type { Text } from '../../surveys/engine/text.ts'
import { dateWords } from '../dates.ts'
import { MailboxScene } from '../drawings/scenes.tsx'
import { words } from '../words/words.ts'
import { ResidentPage } from './frame.tsx'
import { type Reader, to } from './reader.ts'
import { said } from './said.tsx'

interface ResultsPageProps {
  reader: Reader
  consultation: {
    id: string
    title: Text
    closesAt: number
    particulars: Readonly<Record<string, string>>
  }
  now: number
}

/** Until results are published: what is happening with the answers, and where the results will be. */
export function ResultsPage({ reader, consultation, now }: ResultsPageProps) {
  const { locale } = reader
  const w = words(locale)
  const { title, closesAt, particulars } = consultation
  const date = dateWords(closesAt, locale)
  const open = now <= closesAt
  return (
    <ResidentPage reader={reader} title={w.results.heading}>
      <div class="calm">
        <MailboxScene hue="marigold" />
        <p class="kicker">{said(title, locale)}</p>
        <h1>{w.results.heading}</h1>
        <p>{open ? w.results.collecting(date) : w.results.counting(date)}</p>
        <p>{w.results.where}</p>
        {particulars.resultsBy && <p>{said(w.results.by(particulars.resultsBy), locale)}</p>}
        <p class="fine">{w.results.small}</p>
        <p class="told">
          <b>{w.results.notVote}</b>
        </p>
        <p>
          <a href={to(reader, '/')}>{w.home}</a>
        </p>
      </div>
    </ResidentPage>
  )
}
