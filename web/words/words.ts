import type { Locale } from '../../surveys/engine/text.ts'
import type { Language } from './language.ts'
import { chinese, language as inChinese, type Words } from './zh-CN.ts'

const files = import.meta.glob<{ language: Language }>(
  ['./*.ts', '!./words.ts', '!./language.ts', '!./zh-CN.ts'],
  { eager: true },
)

/** Every language the pages are in, Chinese first. */
export const languages: readonly Language[] = [
  inChinese,
  ...Object.values(files).map(({ language }) => language),
]

/** The words of the residents' pages in this language. */
export function words(locale: Locale): Words {
  return complete.get(locale) ?? chinese
}

export function languageOf(locale: Locale): Language {
  return languages.find(({ tag }) => tag === locale) ?? inChinese
}

/** Where this language has no words of its own yet: `receipt.posted`. */
export function untranslated(locale: Locale): string[] {
  return gaps(languageOf(locale).words, chinese, '')
}

const complete = new Map(
  languages.map(({ tag, words }) => [tag, filledUp(words, chinese) as Words]),
)

// What is not translated yet is said in Chinese.
function filledUp(given: unknown, whole: unknown): unknown {
  if (given === undefined) return whole
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return given
  const some = given as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(whole).map(([name, value]) => [name, filledUp(some[name], value)]),
  )
}

function gaps(given: unknown, whole: unknown, path: string): string[] {
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) {
    return given === undefined ? [path] : []
  }
  const some = (given ?? {}) as Record<string, unknown>
  return Object.entries(whole).flatMap(([name, value]) =>
    gaps(some[name], value, path ? `${path}.${name}` : name),
  )
}

export type { Language } from './language.ts'
export type { Words } from './zh-CN.ts'
