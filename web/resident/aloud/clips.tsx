import { languages } from '../../words/words.ts'
import type { Sheet } from '../sheet.ts'

/** A recording of one question, read by someone. */
export interface Clip {
  question: string
  /** `zh-CN`, `en`, or a dialect's tag such as `wuu`. */
  locale: string
  address: string
  type: string
}

/** Ways to speak Chinese that are written the same. */
const dialects: Record<string, string> = { wuu: '上海话' }

/** How everything is called that someone may record in: the languages of the pages, and dialects. */
export const tongues: Record<string, string> = {
  'zh-CN': '普通话',
  ...dialects,
  ...Object.fromEntries(languages.slice(1).map(({ tag, name }) => [tag, name])),
}

/** The recordings of a question: to play one after another without the script, and for its button with it. */
export function Clips({ question, sheet }: { question: string; sheet: Sheet }) {
  const clips = sheet.clips?.filter((clip) => clip.question === question && isHeard(clip, sheet))
  return (
    <>
      {clips?.map(({ locale, address, type }) => (
        <p class="ns h">
          {tongues[locale] ?? locale}
          {/* biome-ignore lint/a11y/useMediaCaption: what it says stands above it in letters */}
          <audio
            src={address}
            data-type={type}
            lang={locale}
            title={tongues[locale] ?? locale}
            preload="none"
            controls
          />
        </p>
      ))}
    </>
  )
}

// To someone who reads English, a recording in a Chinese dialect says nothing.
const isHeard = ({ locale }: Clip, sheet: Sheet) =>
  locale === sheet.locale || (Object.hasOwn(dialects, locale) && sheet.locale === 'zh-CN')
