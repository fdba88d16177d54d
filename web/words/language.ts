import type { Locale } from '../../surveys/engine/text.ts'
import type { Words } from './zh-CN.ts'

/**
 * What a file in this folder exports as `language`. To add a language, add one such file: it is found
 * when the site is built. Sentences it does not have yet are shown in Chinese.
 */
export interface Language {
  /** BCP 47. The questionnaires' own texts are looked up under it. */
  tag: Locale
  /** How addresses name it: `?lang=en`. */
  short: string
  /** What it calls itself. */
  name: string
  direction?: 'ltr' | 'rtl'
  /** How it writes dates, where that is not what the tag alone would say. */
  dates?: string
  words: Some<Words>
}

/** The same shape with anything left out. A list or a sentence is there as a whole or not at all. */
type Some<T> = T extends readonly unknown[] | ((...given: never[]) => unknown)
  ? T
  : T extends object
    ? { [Name in keyof T]?: Some<T[Name]> }
    : T
