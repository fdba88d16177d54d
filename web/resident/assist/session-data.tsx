import type { Locale } from '../../../surveys/engine/text.ts'
import { words } from '../../words/words.ts'
import { type SharedPhone, startOf } from '../reader.ts'

/** What the script for a shared phone gets to know, on every page that such a phone shows. */
export interface SessionData {
  channel: SharedPhone['channel']
  /** Where a device in a hall goes when nobody touches it. */
  start: string
  /** So long nobody touches a device before it asks. */
  idleSeconds: number
  /** So much longer nobody answers before it clears itself: what is half written weighs more than a code. */
  graceSeconds: { writing: number; copying: number }
  words: ReturnType<typeof wordsFor>
}

const rules = { idleSeconds: 60, graceSeconds: { writing: 60, copying: 30 } }

export function SessionRules({ shared, locale }: { shared: SharedPhone; locale: Locale }) {
  const { channel } = shared
  const data: SessionData = {
    ...{ channel, start: startOf(shared), ...rules },
    words: wordsFor(locale, channel),
  }
  return (
    <script
      type="application/json"
      id="session"
      dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replace(/</g, '\\u003c') }}
    />
  )
}

// A volunteer copies the code for somebody; at a device in a hall people copy it themselves, and it is put away.
const wordsFor = (locale: Locale, channel: SharedPhone['channel']) => {
  const { assist, notice } = words(locale)
  const { declinedHeading, declined } = notice
  return {
    ...{ ...assist.script, declinedHeading, declined },
    ...{ next: assist.next.assisted, noted: assist.next[channel] },
    keptMore: assist.keptMore[channel],
    ...{ code: assist.code[channel], soon: channel === 'kiosk' ? assist.soon : '' },
  }
}
