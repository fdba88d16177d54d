import type { Locale } from '../surveys/engine/text.ts'
import { words } from './words/words.ts'

/** `{phone}` and the like replaced by what the committee filled in; what is missing is clearly marked. */
export function fillIn(
  text: string,
  particulars: Readonly<Record<string, string>>,
  locale: Locale = 'zh-CN',
): string {
  const { labels, missing } = words(locale).particulars
  return text.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) => {
    const label = Object.hasOwn(labels, name) ? labels[name] : undefined
    if (!label) return whole
    return particulars[name]?.trim() || missing(label)
  })
}
