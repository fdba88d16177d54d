import type { Locale } from '../../surveys/engine/text.ts'
import { type Reader, textSizes } from '../../web/resident/reader.ts'
import { languages } from '../../web/words/words.ts'
import type { AppContext } from '../host.ts'

/** In which language and print, and where on the site, this resident reads. */
export function readerOf(c: AppContext): Reader {
  const url = new URL(c.req.url)
  const asked = url.searchParams.get('lang')
  const chosen = languages.find(({ short }) => short === asked)
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
    const exact = languages.find(({ tag }) => tag.toLowerCase() === asked)
    const close = languages.find(({ tag }) => firstPart(tag) === firstPart(asked))
    if (exact ?? close) return (exact ?? close)?.tag ?? 'zh-CN'
  }
  return 'zh-CN'
}

const firstPart = (tag: string) => tag.split('-')[0]
