import { type Locale, type Text, textIn } from '../../surveys/engine/text.ts'
import { words } from '../words/words.ts'
import { said } from './said.tsx'

interface MailboxHereProps {
  locale: Locale
  mailbox: { neighbourhood: { name: Text }; retiredAt: number | null }
  /** Rather than having come by a link. */
  isHere: boolean
}

/** Beside which mailbox somebody stands, or which one they came to from afar; or that it is gone. */
export function MailboxHere({ locale, mailbox, isHere }: MailboxHereProps) {
  const { cover } = words(locale)
  if (mailbox.retiredAt === null) {
    const place = textIn(mailbox.neighbourhood.name, locale)
    return <p class="kicker">{said(isHere ? cover.from(place) : cover.at(place), locale)}</p>
  }
  return (
    <p class="told">
      <b>{cover.retiredHeading}</b> {cover.retired}
    </p>
  )
}
