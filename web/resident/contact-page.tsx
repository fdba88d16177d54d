import type { Notice } from '../../surveys/engine/definition.ts'
import { type Text, textIn } from '../../surveys/engine/text.ts'
import { dateWords } from '../dates.ts'
import { words } from '../words/words.ts'
import { ResidentPage } from './frame.tsx'
import { NoticeText } from './notice.tsx'
import { Summary, titleAgain } from './problem-summary.tsx'
import { type Reader, to } from './reader.ts'
import { headed, phrased, said } from './said.tsx'

export interface EnteredContact {
  name: string
  reach: string
  purposes: string[]
  agree: boolean
}

/** What is wrong, by the field it is wrong with; `noReach`: that there is no way was written as the way. */
export type ContactProblem = keyof EnteredContact | 'noReach'

interface ContactPageProps {
  reader: Reader
  consultation: { id: string; title: Text; particulars: Readonly<Record<string, string>> }
  notice: Notice
  purposes: readonly { id: string; label: Text }[]
  entered: EnteredContact
  problems: readonly ContactProblem[]
}

/** A form of its own, apart from the answers: nothing on it says who answered what. */
export function ContactPage(props: ContactPageProps) {
  const { reader, consultation, notice, purposes, entered, problems } = props
  const { locale } = reader
  const w = words(locale).contact
  const lines = problems.map((problem) => [fieldOf(problem), w.problems[problem]] as const)
  const texts = new Map(lines)
  const wrong = (field: keyof EnteredContact) =>
    texts.has(field) && (
      <p class="bad" id={`${field}-e`}>
        {texts.get(field)}
      </p>
    )
  const line = (field: 'name' | 'reach', most: number, autocomplete: string) => (
    <div class="q">
      <label class="title" for={field}>
        {w[field]}
      </label>
      <p class="h" id={`${field}-h`}>
        {w[`${field}Hint`]}
      </p>
      {wrong(field)}
      <input
        id={field}
        name={field}
        type="text"
        value={entered[field]}
        maxlength={most}
        autocomplete={autocomplete}
        required
        aria-invalid={texts.has(field) ? 'true' : undefined}
        aria-describedby={`${field}-h${texts.has(field) ? ` ${field}-e` : ''}`}
      />
    </div>
  )
  return (
    <ResidentPage
      reader={reader}
      title={titleAgain(textIn(notice.heading, locale), problems.length, locale)}
    >
      <p class="kicker">{said(consultation.title, locale)}</p>
      <h1>{headed(notice.heading, locale)}</h1>
      <Summary locale={locale} lines={lines} />
      <div class="notice">
        <NoticeText notice={notice} locale={locale} particulars={consultation.particulars} />
      </div>
      <form method="post" action={to(reader, `/contact/${consultation.id}`)}>
        {line('name', 40, 'nickname')}
        {line('reach', 100, 'tel')}
        <fieldset
          class="q"
          id="purposes"
          aria-describedby={texts.has('purposes') ? 'purposes-e' : undefined}
        >
          <legend>{w.purposes}</legend>
          <p class="h">{w.purposesHint}</p>
          {wrong('purposes')}
          {purposes.map(({ id, label }) => (
            <label>
              <input
                type="checkbox"
                name="purposes"
                value={id}
                checked={entered.purposes.includes(id)}
              />
              <span>{said(label, locale)}</span>
            </label>
          ))}
        </fieldset>
        {wrong('agree')}
        <label for="agree">
          <input
            id="agree"
            type="checkbox"
            name="agree"
            value="yes"
            required
            checked={entered.agree}
            aria-describedby={texts.has('agree') ? 'agree-e' : undefined}
          />
          <span>{said(notice.agree, locale)}</span>
        </label>
        <p class="ways">
          <button type="submit" class="go">
            {w.save}
          </button>
          <a href={to(reader, '/')}>{said(notice.decline, locale)}</a>
        </p>
      </form>
    </ResidentPage>
  )
}

const fieldOf = (problem: ContactProblem) => (problem === 'noReach' ? 'reach' : problem)

interface KeptContactPageProps {
  reader: Reader
  consultation: string
  code: string
  expiresAt: number
}

/** The code of a contact, which is all that leads to it, and the way to take it back. */
export function KeptContactPage({ reader, consultation, code, expiresAt }: KeptContactPageProps) {
  const { contact: w, home } = words(reader.locale)
  return (
    <ResidentPage reader={reader} title={w.kept} look="receipt">
      <article class="letter">
        <h1>{phrased(w.kept)}</h1>
        <p class="yours">{w.yours}</p>
        <p class="code">
          {code.split('-').map((group) => (
            <>
              <span>{group}</span>{' '}
            </>
          ))}
        </p>
        <p class="fine">{w.keep}</p>
      </article>
      <p>{w.until(dateWords(expiresAt, reader.locale))}</p>
      <form method="post" action={to(reader, `/contact/${consultation}/kept/${code}`)}>
        <button type="submit" class="plain danger">
          {w.withdrawal}
        </button>
      </form>
      <p>
        <a href={to(reader, '/')}>{home}</a>
      </p>
    </ResidentPage>
  )
}

/** After it was taken back. */
export function GoneContactPage({ reader }: { reader: Reader }) {
  const { contact: w, home } = words(reader.locale)
  return (
    <ResidentPage reader={reader} title={w.gone}>
      <div class="calm">
        <h1>{w.gone}</h1>
        <p>{w.goneLead}</p>
        <p>
          <a href={to(reader, '/')}>{home}</a>
        </p>
      </div>
    </ResidentPage>
  )
}
