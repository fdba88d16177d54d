import type { Locale } from '../../../surveys/engine/text.ts'
import { words } from '../../words/words.ts'
import { type SharedPhone, startOf } from '../reader.ts'

/** What the script for a shared phone gets to know, on every page that such a phone shows. */
export interface SessionData {
  channel: SharedPhone['channel']
  /** Where a device in a hall goes when nobody touches it. */
  start: string
  /** So long nobody touches a device before it asks, and so long again before it clears itself. */
  idleSeconds: number
  words: ReturnType<typeof wordsFor>
}

const idleSeconds = 60

export function SessionRules({ shared, locale }: { shared: SharedPhone; locale: Locale }) {
  const { channel } = shared
  const start = startOf(shared)
  const data: SessionData = { channel, start, idleSeconds, words: wordsFor(locale) }
  return (
    <script
      type="application/json"
      id="session"
      dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replace(/</g, '\\u003c') }}
    />
  )
}

const wordsFor = (locale: Locale) => {
  const { assist, notice } = words(locale)
  const { declinedHeading, declined } = notice
  return { ...assist.script, declinedHeading, declined }
}
