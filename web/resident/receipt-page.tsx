import type { Edition } from '../../surveys/engine/definition.ts'
import { type Text, textIn } from '../../surveys/engine/text.ts'
import { dateWords, postmarkDate } from '../dates.ts'
import { Postmark } from '../drawings/postmark.tsx'
import { LetterEdge, Stamp } from '../drawings/stamp.tsx'
import { fillIn } from '../particulars.ts'
import { words } from '../words/words.ts'
import { ResidentPage } from './frame.tsx'
import { type Reader, to } from './reader.ts'

interface ReceiptPageProps {
  reader: Reader
  receipt: string
  edition: Edition
  consultation: {
    id: string
    title: Text
    closesAt: number
    particulars: Readonly<Record<string, string>>
  }
  response: { submittedAt: number; late: boolean }
  mailbox?: { code: string; neighbourhood: { name: Text } } | undefined
}

/** The stamped letter a resident takes away. */
export function ReceiptPage(props: ReceiptPageProps) {
  const { reader, receipt, edition, consultation, response, mailbox } = props
  const { locale } = reader
  const { receipt: w, name } = words(locale)
  const { audience } = edition
  const place = mailbox ? textIn(mailbox.neighbourhood.name, locale) : name
  const child = audience === 'child'
  const steps = w.steps(
    dateWords(consultation.closesAt, locale),
    consultation.particulars.resultsBy ?? '',
  )
  return (
    <ResidentPage reader={reader} title={w.posted} look="receipt">
      <article class="letter">
        <LetterEdge />
        <div class="marks">
          <Postmark date={postmarkDate(response.submittedAt)} place={place} />
          <Stamp />
        </div>
        <p class="kicker">{textIn(consultation.title, locale)}</p>
        <h1>{child ? w.postedChild : w.posted}</h1>
        <p class="yours">{w.yours}</p>
        <p class="code" id="receipt">
          {receipt.split('-').map((group) => (
            <>
              <span>{group}</span>{' '}
            </>
          ))}
        </p>
        <p class="copy" data-copy={receipt} data-copied={w.copied} hidden>
          {w.copy}
        </p>
        <p class="fine">{w.keep}</p>
      </article>
      <p class="lead">
        {fillIn(textIn(edition.closing, locale), consultation.particulars, locale)}
      </p>
      {response.late && <p>{w.late}</p>}
      <h2>{w.next}</h2>
      <ol>
        {steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <nav class="ways">
        <a href={to(reader, `/r/${receipt}`)}>{w.see}</a>
      </nav>
      <p class="told">
        {w.family}{' '}
        <a href={to(reader, mailbox ? `/m/${mailbox.code}` : `/c/${consultation.id}/${audience}`)}>
          {w.again}
        </a>
      </p>
    </ResidentPage>
  )
}
