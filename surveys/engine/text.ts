import * as v from 'valibot'

/** A BCP 47 tag. Every shipped text is written in `zh-CN` and `en`; Chinese is the one that must be there. */
export type Locale = string

const Sentence = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4000))

/** One text in several languages. `zh-CN` is required; any other BCP 47 tag may be added. */
export const TextSchema = v.objectWithRest(
  { 'zh-CN': Sentence, en: v.optional(Sentence) },
  Sentence,
)
export type Text = v.InferOutput<typeof TextSchema>

/** The text in this language, or in Chinese where it has not been translated. */
export function textIn(text: Text, locale: Locale): string {
  return text[locale] ?? text['zh-CN']
}
