import { spell } from '../../../surveys/engine/spelling.ts'

type Readings = Readonly<Record<string, string>>

/**
 * The same page with pinyin over the words between `<main>` and its end. Each text keeps its plain words as the
 * value of a `<data>`, so that the page script can take the pinyin off again. `more` are words that only the
 * script will write: they travel hidden.
 */
export function withPinyin(page: string, readings: Readings, more: readonly string[]): string {
  const from = page.indexOf('<main')
  const to = page.lastIndexOf('</main>')
  let silent = ''
  const body = page
    .slice(from, to)
    .split(/(<[^>]*>)/)
    .map((piece) => {
      if (!piece.startsWith('<')) return silent ? piece : textWithPinyin(piece, readings)
      const [, end, name = ''] = /^<(\/?)(\w*)/.exec(piece) ?? []
      if (end && name === silent) silent = ''
      else if (!silent && !end && unread.test(name)) silent = name
      return piece
    })
  const hidden = more.map((words) => textWithPinyin(words, readings)).join(' ')
  return `${page.slice(0, from)}${body.join('')}<p hidden>${hidden}</p>${page.slice(to)}`
}

// What is written by someone, or read by no one.
const unread = /^(?:script|style|textarea|select|svg|audio)$/

// What stands above is for the eyes: read aloud, every word would come twice. A line may end before every word.
function textWithPinyin(text: string, readings: Readings): string {
  const pieces = spell(text, readings)
  if (!pieces) return text
  const spelt = pieces.map((piece) => {
    if (typeof piece === 'string') return piece
    const above = [...piece.word].map((character, i) => character + syllable(piece.syllables[i]))
    return `<wbr><ruby>${above.join('')}</ruby>`
  })
  return `<data value="${text.replace(/"/g, '&quot;')}">${spelt.join('').replace(/(^|[「（])<wbr>/g, '$1')}</data>`
}

const syllable = (text = '') =>
  `<rp aria-hidden="true">(</rp><rt aria-hidden="true">${text}</rt><rp aria-hidden="true">)</rp>`
