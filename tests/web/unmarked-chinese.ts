/** Chinese words of a page that no element around them says to be Chinese: a screen reader would misread them. */
export function unmarkedChinese(page: string): string[] {
  const found: string[] = []
  const around: Around[] = []
  for (const [whole, closes, tag = '', attributes = '', text] of page.matchAll(pieces)) {
    const lang = around[around.length - 1]?.lang ?? ''
    if (text !== undefined) {
      if (isChinese(text) && !lang.startsWith('zh') && !around.some(({ isUnread }) => isUnread))
        found.push(text.trim())
    } else if (closes) {
      while (around.length > 0 && around.pop()?.tag !== tag);
    } else {
      const own = /(?:^|\s)lang="([^"]*)"/.exec(attributes)?.[1] ?? lang
      const said = /\s(?:alt|aria-label|title|placeholder)="([^"]*)"/.exec(attributes)?.[1] ?? ''
      if (isChinese(said) && !own.startsWith('zh') && !said.startsWith(bilingual)) found.push(whole)
      if (!empty.test(tag) && !attributes.endsWith('/')) {
        const isUnread = attributes.includes('aria-hidden="true"') || wordless.test(tag)
        around.push({ tag, lang: own, isUnread })
      }
    }
  }
  return found
}

interface Around {
  tag: string
  lang: string
  isUnread: boolean
}

const pieces = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*)>|([^<]+)/gi
// What a title says cannot be marked, what a resident wrote is theirs.
const wordless = /^(?:script|style|title|textarea)$/
const empty = /^(?:meta|link|input|img|br|wbr|hr|source)$/
const isChinese = (words: string) => /\p{Script=Han}/u.test(words)

// So that everybody finds the way to another language.
const bilingual = '语言 Language'
