import type { Locale } from '../../surveys/engine/text.ts'
import { type Language, languageOf, languages } from '../words/words.ts'

/** Who is reading, as far as a page needs to know. */
export interface Reader {
  locale: Locale
  /** They asked for this language by hand, so links carry it on. */
  chosen: boolean
  /** 长辈版: large print, large targets, one question at a time. */
  elder?: boolean | undefined
  /** How large the print of the 长辈版 is, in pixels. */
  size?: TextSize | undefined
  demo: boolean
  /** The committee's phone, as they wrote it down. */
  phone?: string | undefined
  /** Path and query of this page. */
  here: string
}

export const textSizes = [20, 24, 30] as const
export type TextSize = (typeof textSizes)[number]

/** An address on this site that keeps the reader's language and print. */
export function to(
  { locale, chosen, elder, size }: Reader,
  path: string,
  params: Record<string, string | undefined> = {},
): string {
  const lang = chosen ? languageOf(locale).short : undefined
  return withParams(path, { ...params, lang, ...modeParams(elder, size) })
}

/** This very page in the other languages. */
export function otherLanguages({ locale, here }: Reader): (Language & { href: string })[] {
  return languages
    .filter(({ tag }) => tag !== locale)
    .map((language) => ({ ...language, href: changed(here, { lang: language.short }) }))
}

/** This very page in the 长辈版, with print of this size; without a size, in the usual one. */
export function inPrint({ here }: Reader, size?: TextSize): string {
  return changed(here, modeParams(size !== undefined, size))
}

const modeParams = (elder?: boolean, size?: TextSize) => ({
  mode: elder ? 'elder' : undefined,
  size: elder && size !== undefined && size !== textSizes[0] ? String(size) : undefined,
})

function changed(here: string, params: Record<string, string | undefined>): string {
  const [path = '/', query = ''] = here.split('?')
  return withParams(path, { ...Object.fromEntries(new URLSearchParams(query)), ...params })
}

function withParams(path: string, params: Record<string, string | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
