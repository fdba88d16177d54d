import type { Notice } from '../../surveys/engine/definition.ts'
import type { Locale } from '../../surveys/engine/text.ts'
import { fillIn } from '../particulars.ts'
import { words } from '../words/words.ts'
import { said } from './said.tsx'

interface NoticeTextProps {
  notice: Notice
  locale: Locale
  particulars: Readonly<Record<string, string>>
  /** How many paragraphs stand open; the rest unfolds. All of them, if not given. */
  open?: number
}

/** What has to be said before asking, with the committee's particulars filled in. */
export function NoticeText({ notice, locale, particulars, open }: NoticeTextProps) {
  const paragraphs = notice.paragraphs.map(({ label, body }) => (
    <p>
      {label && <b>{said(label, locale)}</b>}
      {said(body, locale, (words) => fillIn(words, particulars, locale))}
    </p>
  ))
  const folded = open === undefined ? [] : paragraphs.slice(open)
  return (
    <>
      {paragraphs.slice(0, open)}
      {folded.length > 0 && (
        <details>
          <summary>{words(locale).notice.whole}</summary>
          {folded}
        </details>
      )}
    </>
  )
}
