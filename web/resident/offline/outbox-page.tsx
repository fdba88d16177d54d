import { assets } from 'virtual:assets'
import { words } from '../../words/words.ts'
import { ResidentPage } from '../frame.tsx'
import { type Reader, to } from '../reader.ts'

/** What the list of letters says: the short words of every page, and a few of its own. */
export type OutboxWords = ReturnType<typeof wordsFor>

/** Responses that wait on this phone. They are only there, so the page script draws the list. */
export function OutboxPage({ reader }: { reader: Reader }) {
  const w = words(reader.locale)
  return (
    <ResidentPage reader={reader} title={w.outbox.heading} scripts={[assets.lettersScript]}>
      <h1>{w.outbox.heading}</h1>
      <p class="lead">{w.outbox.lead}</p>
      <div id="letters" role="status" data-words={JSON.stringify(wordsFor(reader))}>
        <noscript>
          <p>{w.outbox.noScript}</p>
        </noscript>
      </div>
      <p>
        <a href={to(reader, '/')}>{w.home}</a>
      </p>
    </ResidentPage>
  )
}

const wordsFor = ({ locale }: Reader) => {
  const { script, outbox } = words(locale)
  const { none, posted, forget } = outbox
  return { ...script, none, posted, forget }
}
