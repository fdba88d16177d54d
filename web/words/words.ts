import type { Locale } from '../../surveys/engine/text.ts'
import { english } from './en.ts'
import { chinese, type Words } from './zh-CN.ts'

/** The words of the residents' pages in this language. */
export function words(locale: Locale): Words {
  return locale === 'en' ? english : chinese
}

export type { Words } from './zh-CN.ts'
