import type { Child } from 'hono/jsx'
import { type Locale, type Text, textIn } from '../../surveys/engine/text.ts'
import { phrasesOf } from '../phrases.ts'

/** A text as the page says it. What has not been translated is said in Chinese, and marked as Chinese. */
export function said(text: Text, locale: Locale, change = (words: string) => words): Child {
  return marked(text, locale, change(textIn(text, locale)))
}

/** A heading: its lines end between words. */
export function headed(text: Text, locale: Locale): Child {
  return marked(text, locale, phrased(textIn(text, locale)))
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

// Han characters alone do not make a text Chinese.
const chinese = /^(?!.*[\p{Script=Hiragana}\p{Script=Katakana}]).*\p{Script=Han}/su

function marked(text: Text, locale: Locale, words: Child): Child {
  return text[locale] === undefined ? <span lang="zh-CN">{words}</span> : words
}
