import type { Edition } from '../../surveys/engine/definition.ts'
import { guardianConsents } from '../../surveys/engine/guardian-consents.ts'
import { type Locale, textIn } from '../../surveys/engine/text.ts'
import { Waiting } from '../drawings/animals.tsx'
import { EmptyMailbox } from '../drawings/scenes.tsx'
import { words } from '../words/words.ts'
import { ResidentPage } from './frame.tsx'
import { NoticeText } from './notice.tsx'
import { type Pinyin, PinyinSwitch } from './pinyin/pinyin-switch.tsx'
import { type Reader, to } from './reader.ts'
import { headed, said } from './said.tsx'

interface ConsentPageProps {
  reader: Reader
  edition: Edition
  /** Where saying yes leads, and where no. */
  onward: string
  declined: string
  particulars: Readonly<Record<string, string>>
  pinyin?: Pinyin | undefined
}

/** What the guardian reads first: agreeing and declining weigh the same. */
export function GuardianPage({ reader, edition, onward, declined, particulars }: ConsentPageProps) {
  const { locale } = reader
  const { notice } = edition
  const w = words(locale)
  const [path, query] = onward.split('?')
  const decline = <a href={declined}>{said(notice.decline, locale)}</a>
  return (
    <ResidentPage reader={reader} title={textIn(edition.title, locale)}>
      <p class="kicker">{w.notice.guardianStep}</p>
      <h1>{said(edition.title, locale)}</h1>
      <div class="notice">
        <h2>{said(notice.heading, locale)}</h2>
        <NoticeText notice={notice} locale={locale} particulars={particulars} />
      </div>
      {guardianConsents(edition).length > 0 ? (
        <form method="get" action={path} autocomplete="off">
          {[...new URLSearchParams(query)].map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Grants edition={edition} locale={locale} />
          <p class="equal">
            <button type="submit">{said(notice.agree, locale)}</button>
            {decline}
          </p>
        </form>
      ) : (
        <p class="equal">
          <a href={onward}>{headed(notice.agree, locale)}</a>
          {decline}
        </p>
      )}
    </ResidentPage>
  )
}

interface GrantsProps {
  edition: Edition
  locale: Locale
  /** It stands among the questions, as one of their answers. */
  inSheet?: boolean
}

/** What needs a yes of its own: never ticked for anyone, and agreeing to the rest does not depend on it. */
export function Grants({ edition, locale, inSheet = false }: GrantsProps) {
  const consents = guardianConsents(edition)
  if (consents.length === 0) return null
  return (
    <>
      <h2>{words(locale).notice.grants}</h2>
      <p class="h">{words(locale).notice.grantsFree}</p>
      {consents.map(({ id, title, body, agree: yes }) => (
        <fieldset class="q">
          <legend>{said(title, locale)}</legend>
          <p>{said(body, locale)}</p>
          <label>
            <input
              type="checkbox"
              {...(inSheet ? { name: id, value: 'yes' } : { name: 'grant', value: id })}
            />
            <span>{said(yes, locale)}</span>
          </label>
        </fieldset>
      ))}
    </>
  )
}

/** Then the child is asked, in its own words. */
export function AssentPage(props: ConsentPageProps) {
  const { reader, edition, onward, declined, particulars, pinyin } = props
  const { locale } = reader
  const asked = edition.assent ?? edition.notice
  const w = words(locale)
  return (
    <ResidentPage reader={reader} title={textIn(edition.title, locale)} look="child">
      <p class="kicker">{w.notice.handOver}</p>
      <Waiting />
      <h1>{said(asked.heading, locale)}</h1>
      <PinyinSwitch pinyin={pinyin} edition={edition} locale={locale} />
      <div class="lead">
        <NoticeText notice={asked} locale={locale} particulars={particulars} />
      </div>
      <p class="equal">
        <a href={onward}>{said(asked.agree, locale)}</a>
        <a href={declined}>{said(asked.decline, locale)}</a>
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
