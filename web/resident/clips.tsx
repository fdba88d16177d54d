import type { Sheet } from './sheet.ts'

/** A recording of one question, read by someone. */
export interface Clip {
  question: string
  /** `zh-CN`, `en`, or a dialect's tag such as `wuu`. */
  locale: string
  address: string
  type: string
}

/** How a language is called on a page in this language, as far as anyone records in it. */
export const tongues: Record<string, string> = {
  'zh-CN': '普通话',
  wuu: '上海话',
  en: 'English',
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
const isHeard = ({ locale }: Clip, sheet: Sheet) => (locale === 'en') === (sheet.locale === 'en')
