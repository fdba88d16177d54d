import type { Locale } from '../../surveys/engine/text.ts'
import { type Reader, textSizes } from '../../web/resident/reader.ts'
import { type Language, languages } from '../../web/words/words.ts'
import type { AppContext } from '../host.ts'

/** In which language and print, and where on the site, this resident reads. */
export function readerOf(c: AppContext): Reader {
  const url = new URL(c.req.url)
  const asked = url.searchParams.get('lang')
  const chosen = languages.find(({ short }) => short === asked) ?? languageLike(asked ?? '')
  const size = Number(url.searchParams.get('size'))
  return {
    locale: chosen?.tag ?? preferred(c.req.header('Accept-Language')),
    chosen: chosen !== undefined,
    elder: url.searchParams.get('mode') === 'elder',
    size: textSizes.find((step) => step === size) ?? textSizes[0],
    demo: c.get('settings').demo,
    phone: c.get('phone'),
    here: url.pathname + url.search,
    shared: c.get('shared'),
  }
}

// Browsers list languages in order of liking. Chinese, unless another one clearly comes before it.
function preferred(header = ''): Locale {
  for (const part of header.slice(0, 200).toLowerCase().split(',')) {
    const [asked = ''] = part.trim().split(';')
    const found = languageLike(asked)
    if (found) return found.tag
  }
  return 'zh-CN'
}

// `zh-CN` by itself, and `zh-HK` or `EN` for want of anything closer.
function languageLike(asked: string): Language | undefined {
  const like = asked.toLowerCase()
  const exact = languages.find(({ tag }) => tag.toLowerCase() === like)
  return exact ?? languages.find(({ tag }) => firstPart(tag) === firstPart(like))
}

const firstPart = (tag: string) => tag.split('-')[0]
