import type { Locale } from '../../surveys/engine/text.ts'

/** Who is reading, as far as a page needs to know. */
export interface Reader {
  locale: Locale
  /** They asked for this language by hand, so links carry it on. */
  chosen: boolean
  demo: boolean
  /** Path and query of this page. */
  here: string
}

/** An address on this site that keeps the reader's language. */
export function to(
  { locale, chosen }: Reader,
  path: string,
  params: Record<string, string | undefined> = {},
): string {
  return withParams(path, { ...params, lang: chosen ? shortLocale(locale) : undefined })
}

/** This very page in the other language. */
export function otherLanguage({ locale, here }: Reader): { href: string; hreflang: Locale } {
  const other = locale === 'en' ? 'zh-CN' : 'en'
  const [path = '/', query = ''] = here.split('?')
  const params = Object.fromEntries(new URLSearchParams(query))
  return { href: withParams(path, { ...params, lang: shortLocale(other) }), hreflang: other }
}

const shortLocale = (locale: Locale) => (locale === 'en' ? 'en' : 'zh')

function withParams(path: string, params: Record<string, string | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
