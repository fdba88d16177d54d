import { dateWords } from '../../dates.ts'
import { words } from '../../words/words.ts'
import { type Reader, to } from '../reader.ts'

interface HandInProps {
  reader: Reader
  /** The consultation is over: until when what was filled in before is taken. */
  until?: number | undefined
}

/** For a volunteer who is done: what still waits on this phone is sent, and the phone forgets the link. */
export function HandIn({ reader, until }: HandInProps) {
  const { locale, shared } = reader
  if (shared?.channel !== 'assisted') return null
  const { done } = words(locale).assist
  return (
    <>
      <section class="told" id="to-hand-on" hidden></section>
      <section class="told">
        <h2>{done.heading}</h2>
        {until !== undefined && <p>{done.late(dateWords(until, locale))}</p>}
        <p>
          {done.lead} <a href={to(reader, '/outbox')}>{done.outbox}</a>
        </p>
        <p class="steps">
          <a class="go plain" href={to({ ...reader, shared: undefined }, '/')} data-leave>
            {done.leave}
          </a>
        </p>
      </section>
    </>
  )
}
