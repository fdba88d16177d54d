import type { Locale } from '../../../surveys/engine/text.ts'
import { words } from '../../words/words.ts'

/** What the script for a shared phone gets to know. */
export interface SessionData {
  channel: 'assisted' | 'kiosk'
  /** So long nobody touches a device before it asks, and so long again before it clears itself. */
  idleSeconds: number
  words: ReturnType<typeof words>['assist']['script']
}

const idleSeconds = 60

export function SessionRules({
  channel,
  locale,
}: {
  channel: SessionData['channel']
  locale: Locale
}) {
  const data: SessionData = { channel, idleSeconds, words: words(locale).assist.script }
  return (
    <script
      type="application/json"
      id="session"
      dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replace(/</g, '\\u003c') }}
    />
  )
}
