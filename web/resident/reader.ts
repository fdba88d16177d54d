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
  /** The link under which many people use this phone one after another: every address carries it on. */
  shared?: SharedPhone | undefined
}

/** A volunteer's phone, or a device that stands in a hall. */
export interface SharedPhone {
  channel: 'assisted' | 'kiosk'
  /** The secret part of its link. */
  token: string
}

/** Whether what people wrote must not be seen here, because the next one may stand behind them. */
export const isInHall = ({ shared }: Reader) => shared?.channel === 'kiosk'

export const textSizes = [20, 24, 30] as const
export type TextSize = (typeof textSizes)[number]

/** An address on this site that keeps the reader's language and print, and the link of a shared phone. */
export function to(
  reader: Reader,
  path: string,
  params: Record<string, string | undefined> = {},
): string {
  return withParams(path, { ...params, a: reader.shared?.token, ...readingParams(reader) })
}

/** Where the next person on a shared phone begins, who has chosen no language yet. */
export const startOf = ({ token }: SharedPhone) => `/a/${token}`

/** The same for whoever goes on reading. */
export const toStart = (reader: Reader, shared: SharedPhone): string =>
  withParams(startOf(shared), readingParams(reader))

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

const readingParams = ({ locale, chosen, elder, size }: Reader) => ({
  lang: chosen ? languageOf(locale).short : undefined,
  ...modeParams(elder, size),
})

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
