import { assets } from 'virtual:assets'
import type { Edition } from '../../surveys/engine/definition.ts'
import type { Locale } from '../../surveys/engine/text.ts'
import { withoutTexts } from '../../surveys/engine/without-texts.ts'
import { words } from '../words/words.ts'

/** What the page script gets to know. It travels inside the page as data, which a browser never runs. */
export interface PageData {
  consultation: string
  rules: Edition
  version: number
  words: ReturnType<typeof words>['script']
  /** Where the receipt pages are, with the reader's language. */
  receipts: string
  /** Where the script is that reads aloud. */
  readAloud: string
}

interface PageRulesProps {
  consultation: string
  edition: Edition
  version: number
  locale: Locale
  receipts: string
}

export function PageRules(props: PageRulesProps) {
  const { consultation, edition, version, locale, receipts } = props
  const data: PageData = {
    consultation,
    rules: withoutTexts(edition),
    version,
    words: words(locale).script,
    receipts,
    readAloud: assets.readAloudScript,
  }
  return (
    <script
      type="application/json"
      id="sheet"
      dangerouslySetInnerHTML={{ __html: JSON.stringify(data, leaveOut).replace(/</g, '\\u003c') }}
    />
  )
}

// The rules need none of the empty texts that stand in for the words.
const silent = new Set(['title', 'label', 'door', 'intro', 'closing', 'notice', 'minutes'])
const leaveOut = (name: string, value: unknown) => (silent.has(name) ? undefined : value)
