import type { Locale } from '../../surveys/engine/text.ts'
import type { Reader } from '../../web/resident/reader.ts'
import type { AppContext } from '../host.ts'

/** In which language, and where on the site, this resident reads. */
export function readerOf(c: AppContext): Reader {
  const url = new URL(c.req.url)
  const asked = url.searchParams.get('lang')
  const chosen = asked === 'en' || asked === 'zh'
  return {
    locale: chosen ? localeNames[asked] : preferred(c.req.header('Accept-Language')),
    chosen,
    demo: c.get('settings').demo,
    here: url.pathname + url.search,
  }
}

const localeNames: Record<'en' | 'zh', Locale> = { en: 'en', zh: 'zh-CN' }

// Browsers list languages in order of liking. Chinese, unless English clearly comes before it.
function preferred(header = ''): Locale {
  for (const part of header.slice(0, 200).toLowerCase().split(',')) {
    const tag = part.trim()
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return 'zh-CN'
}
