import { assets } from 'virtual:assets'
import type { Edition } from '../../surveys/engine/definition.ts'
import { type Text, textIn } from '../../surveys/engine/text.ts'
import { postmarkDate, untilWords } from '../dates.ts'
import { Postmark } from '../drawings/postmark.tsx'
import { LetterEdge, Stamp } from '../drawings/stamp.tsx'
import { fillIn } from '../particulars.ts'
import { words } from '../words/words.ts'
import { ContactDoor } from './afterwards.tsx'
import { NextPerson } from './assist/next-person.tsx'
import { ResidentPage } from './frame.tsx'
import { isInHall, type Reader, to } from './reader.ts'
import { phrased, said, tongue } from './said.tsx'

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
  /** Until when it can be corrected. */
  until: number
  now: number
  /** Where the code can be entered, for a print-out. */
  lookUpAt: string
  /** Ask, elsewhere, how to reach them. */
  contact: boolean
  /** A photo came along and could not be kept. */
  lost: boolean
}

/** The stamped letter a resident takes away. */
export function ReceiptPage(props: ReceiptPageProps) {
  const { reader, receipt, edition, consultation, response, mailbox, until, now } = props
  const { locale } = reader
  const { receipt: w, name, assist } = words(locale)
  const { audience } = edition
  const place = mailbox ? textIn(mailbox.neighbourhood.name, locale) : name
  const child = audience === 'child'
  const inHall = isInHall(reader)
  const { resultsBy = '' } = consultation.particulars
  // Once is enough: some closings say it in their own words.
  const isSaid = textIn(edition.closing, locale).includes('{resultsBy}')
  const steps = (child ? w.stepsChild : w.steps)(
    untilWords(until, now, locale),
    isSaid ? [] : [w.resultsWhere(resultsBy)],
  )
  return (
    <ResidentPage
      reader={reader}
      title={w.posted}
      look="receipt"
      returns={inHall}
      scripts={[assets.lettersScript]}
    >
      <article class="letter">
        <LetterEdge />
        <div class="marks">
          <Postmark
            date={postmarkDate(response.submittedAt)}
            place={place}
            lang={tongue(place, locale)}
          />
          <Stamp />
        </div>
        <p class="kicker">{said(consultation.title, locale)}</p>
        <h1>{phrased(child ? w.postedChild : w.posted)}</h1>
        <p class="yours">{child ? w.yoursChild : w.yours}</p>
        <p class="code" id="receipt">
          {receipt.split('-').map((group) => (
            <>
              <span>{group}</span>{' '}
            </>
          ))}
        </p>
        {!inHall && (
          <p class="copy">
            <button
              type="button"
              class="plain"
              data-copy={receipt}
              data-copied={w.copied}
              data-by-hand={w.copyByHand}
              hidden
            >
              {w.copy}
            </button>
          </p>
        )}
        <p class="fine">{inHall ? assist.hall.keep : child ? w.keepChild : w.keep}</p>
        <p class="fine printed">{w.lookUpAt(props.lookUpAt)}</p>
      </article>
      <NextPerson reader={reader} />
      <p class="lead">
        {said(edition.closing, locale, (words) => fillIn(words, consultation.particulars, locale))}
      </p>
      {response.late && <p>{w.late}</p>}
      {props.lost && (
        <p class="bad" role="alert">
          {w.photoLost}
        </p>
      )}
      <h2>{w.next}</h2>
      <ol>
        {steps.map((step) => (
          <li>{said(step, locale)}</li>
        ))}
      </ol>
      {!inHall && (
        <nav class="ways">
          <a href={to(reader, `/r/${receipt}`)}>{w.see}</a>
          <a href={to(reader, `/c/${consultation.id}/results`)}>{w.results}</a>
        </nav>
      )}
      {props.contact && !inHall && <ContactDoor reader={reader} consultation={consultation.id} />}
      {!reader.shared && now <= consultation.closesAt && (
        <p class="told">
          {child ? w.familyChild : w.family}
          <br />
          <a
            href={to(reader, mailbox ? `/m/${mailbox.code}` : `/c/${consultation.id}/${audience}`)}
          >
            {w.again}
          </a>
        </p>
      )}
    </ResidentPage>
  )
}
