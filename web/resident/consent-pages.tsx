import type { Edition } from '../../surveys/engine/definition.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { Waiting } from '../drawings/animals.tsx'
import { EmptyMailbox } from '../drawings/scenes.tsx'
import { words } from '../words/words.ts'
import { ResidentPage } from './frame.tsx'
import { NoticeText } from './notice.tsx'
import { type Reader, to } from './reader.ts'

interface ConsentPageProps {
  reader: Reader
  edition: Edition
  /** The questionnaire's address with what it carries, one step further. */
  step: (name: string) => string
  particulars: Readonly<Record<string, string>>
}

/** What the guardian reads first: agreeing and declining weigh the same. */
export function GuardianPage({ reader, edition, step, particulars }: ConsentPageProps) {
  const { locale } = reader
  const { notice } = edition
  const w = words(locale)
  return (
    <ResidentPage reader={reader} title={textIn(edition.title, locale)}>
      <p class="kicker">{w.notice.guardianStep}</p>
      <h1>{textIn(edition.title, locale)}</h1>
      <div class="notice">
        <h2>{textIn(notice.heading, locale)}</h2>
        <NoticeText notice={notice} locale={locale} particulars={particulars} />
      </div>
      <p class="equal">
        <a href={step('child')}>{textIn(notice.agree, locale)}</a>
        <a href={step('declined')}>{textIn(notice.decline, locale)}</a>
      </p>
    </ResidentPage>
  )
}

/** Then the child is asked, in its own words. */
export function AssentPage({ reader, edition, step, particulars }: ConsentPageProps) {
  const { locale } = reader
  const asked = edition.assent ?? edition.notice
  const w = words(locale)
  return (
    <ResidentPage reader={reader} title={textIn(edition.title, locale)} look="child">
      <p class="kicker">{w.notice.handOver}</p>
      <Waiting />
      <h1>{textIn(asked.heading, locale)}</h1>
      <div class="lead">
        <NoticeText notice={asked} locale={locale} particulars={particulars} />
      </div>
      <p class="equal">
        <a href={step('questions')}>{textIn(asked.agree, locale)}</a>
        <a href={step('declined')}>{textIn(asked.decline, locale)}</a>
      </p>
    </ResidentPage>
  )
}

/** Declining is an answer too. */
export function DeclinedPage({ reader, back }: { reader: Reader; back: string }) {
  const w = words(reader.locale)
  return (
    <ResidentPage reader={reader} title={w.notice.declinedHeading}>
      <div class="calm">
        <EmptyMailbox />
        <h1>{w.notice.declinedHeading}</h1>
        <p>{w.notice.declined}</p>
        <p>{w.notice.paper}</p>
        <p>
          <a href={back}>{w.notice.backToDoors}</a> · <a href={to(reader, '/')}>{w.home}</a>
        </p>
      </div>
    </ResidentPage>
  )
}
