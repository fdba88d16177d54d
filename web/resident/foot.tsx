import { words } from '../words/words.ts'
import { type Reader, to } from './reader.ts'
import { said } from './said.tsx'

/** At the foot of every page, always in the same order: whom to ask, and what was done so that everyone can answer. */
export function Foot({ reader }: { reader: Reader }) {
  const w = words(reader.locale)
  return (
    <footer class="foot">
      <HelpPhone reader={reader} />
      <p>
        <a href={to(reader, '/accessibility')}>{w.accessibility.heading}</a>
      </p>
    </footer>
  )
}

/** The committee's phone, to be rung with one tap; until it is filled in, where to ask. */
function HelpPhone({ reader: { locale, phone } }: { reader: Reader }) {
  const { help } = words(locale)
  if (!phone) return <p>{help.none}</p>
  const number = /\+?\d[\d -]{2,}\d/.exec(phone)?.[0].replace(/[ -]/g, '')
  return (
    <p>
      {help.call}{' '}
      {number ? <a href={`tel:${number}`}>{said(phone, locale)}</a> : <b>{said(phone, locale)}</b>}
    </p>
  )
}
