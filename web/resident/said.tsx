import type { Child } from 'hono/jsx'
import { type Locale, type Text, textIn } from '../../surveys/engine/text.ts'
import { phrasesOf } from '../phrases.ts'

/**
 * A text of a questionnaire as the page says it, or a sentence with words in it that staff typed. What is
 * Chinese on a page in another language is marked as Chinese, so that a screen reader reads it as Chinese.
 */
export function said(
  text: Text | string,
  locale: Locale,
  change = (words: string) => words,
): Child {
  if (typeof text === 'string') return marked(text, locale)
  const words = change(textIn(text, locale))
  return text[locale] === undefined ? <span lang="zh-CN">{words}</span> : marked(words, locale)
}

/** A heading: its lines end between words. */
export function headed(text: Text, locale: Locale): Child {
  const words = phrased(textIn(text, locale))
  return text[locale] === undefined ? <span lang="zh-CN">{words}</span> : words
}

/** The words of a heading, kept whole. */
export function phrased(words: string): Child {
  const phrases = chinese.test(words) ? phrasesOf(words) : undefined
  if (!phrases || phrases.length < 2) return words
  return (
    <span class="k">
      {phrases.map((phrase, i) => (
        <>
          {i > 0 && <wbr />}
          {phrase}
        </>
      ))}
    </span>
  )
}

/** For what stands in an attribute, or in an element that holds no other: the language to mark it with. */
export const tongue = (words: string, locale: Locale): string | undefined =>
  isForeign(words, locale) ? 'zh-CN' : undefined

function marked(words: string, locale: Locale): Child {
  if (!isForeign(words, locale)) return words
  const parts = words.split(chineseWords)
  return <>{parts.map((part, i) => (i % 2 === 1 ? <span lang="zh-CN">{part}</span> : part))}</>
}

const isForeign = (words: string, locale: Locale) =>
  !/^(?:zh|ja|ko)\b/.test(locale) && chinese.test(words)

// Han characters alone do not make a text Chinese.
const chinese = /^(?!.*[\p{Script=Hiragana}\p{Script=Katakana}]).*\p{Script=Han}/su

// With all that is written to them without a space: 田林街道64号, 2027年5月1日.
const token = String.raw`[^\s“”"(),.;:]*\p{Script=Han}[^\s“”"(),.;:]*`
const chineseWords = new RegExp(`(${token}(?: ${token})*)`, 'u')
