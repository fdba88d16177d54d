export type SvgProblem = 'svg-unreadable' | 'svg-unsafe' | 'svg-picture' | 'svg-no-size'

/**
 * Reads a plan drawn as SVG and says how large it is. It is taken as it is or not at all: only shapes, words
 * and colours pass, and nothing that runs, fetches or points outside the file.
 */
export function readSvg(
  text: string,
): { size: { width: number; height: number } } | { problem: SvgProblem } {
  let root: Map<string, string> | undefined
  for (const piece of pieces(text)) {
    if (!piece) return { problem: 'svg-unreadable' }
    if (piece.kind === 'words') {
      if (!isHarmlessValue(piece.text)) return { problem: 'svg-unsafe' }
      continue
    }
    root ??= piece.name === 'svg' ? piece.attributes : new Map()
    if (piece.name === 'image') return { problem: 'svg-picture' }
    if (!isDrawing(piece.name) || ![...piece.attributes].every(isHarmless)) {
      return { problem: 'svg-unsafe' }
    }
  }
  const size = root && sizeOf(root)
  if (!root?.size) return { problem: 'svg-unreadable' }
  return size ? { size } : { problem: 'svg-no-size' }
}

type Piece =
  | { kind: 'words'; text: string }
  | { kind: 'tag'; name: string; attributes: Map<string, string> }

/**
 * The tags and words of a file, one after the other, and undefined at the first thing that is neither:
 * a type declaration, an entity of its own, an instruction, a tag not closed.
 */
function* pieces(text: string): Generator<Piece | undefined> {
  const source = text.replace(/^\ufeff?\s*(?:<\?xml\s[^<>]*\?>)?/, '')
  for (let at = 0; at < source.length; ) {
    const found = next(source, at)
    if (!found) {
      yield undefined
      return
    }
    at += found.length
    if (found.piece) yield found.piece
  }
}

function next(source: string, at: number): { length: number; piece?: Piece } | undefined {
  const comment = sticky(/<!--(?:(?!--)[\s\S])*-->/y, source, at)
  if (comment) return { length: comment[0].length }
  const cdata = sticky(/<!\[CDATA\[((?:(?!\]\]>)[\s\S])*)\]\]>/y, source, at)
  if (cdata) return { length: cdata[0].length, piece: { kind: 'words', text: cdata[1] ?? '' } }
  const closing = sticky(/<\/[\w:.-]+\s*>/y, source, at)
  if (closing) return { length: closing[0].length }
  const opening = sticky(
    /<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/y,
    source,
    at,
  )
  if (opening) {
    const [whole, name = '', attributes = ''] = opening
    return { length: whole.length, piece: { kind: 'tag', name, attributes: named(attributes) } }
  }
  const words = sticky(/(?:[^<&]|&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)+/iy, source, at)
  return words ? { length: words[0].length, piece: { kind: 'words', text: words[0] } } : undefined
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function named(attributes: string): Map<string, string> {
  const found = attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)
  return new Map([...found].map(([, name = '', one, other]) => [name, one ?? other ?? '']))
}

const drawing = new Set(
  `svg g defs title desc metadata symbol use switch path rect circle ellipse line polyline polygon
  text tspan textPath marker pattern clipPath mask linearGradient radialGradient stop style filter
  feBlend feColorMatrix feComposite feFlood feGaussianBlur feMerge feMergeNode feOffset`.split(
    /\s+/,
  ),
)

// Drawing programs keep notes of their own in a file; browsers pass them over.
const isDrawing = (name: string) =>
  drawing.has(name) || /^(?:inkscape|sodipodi|rdf|dc|cc):[\w.-]+$/.test(name)

function isHarmless([name, value]: [string, string]): boolean {
  const local = name.replace(/^.*:/, '').toLowerCase()
  if (local.startsWith('on') || local === 'src' || local === 'base') return false
  if (name === 'xmlns') return value === 'http://www.w3.org/2000/svg'
  // Another name for the same language would let a forbidden tag pass as a note.
  if (name.startsWith('xmlns:')) return !/\/(?:xhtml|svg)\b/.test(value) || name === 'xmlns:svg'
  if (local === 'href') return value.startsWith('#')
  return isHarmlessValue(value)
}

// Colours and styles may name a part of this very file, and nothing else.
function isHarmlessValue(value: string): boolean {
  const plain = value
    .replace(/&#(?:x([\da-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
      String.fromCharCode(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/\/\*[\s\S]*?\*\//g, '')
  return !/url\(\s*["']?\s*(?!#)\S|@import|javascript:|data:|\\/i.test(plain)
}

function sizeOf(root: Map<string, string>): { width: number; height: number } | undefined {
  const [, , ...box] = (root.get('viewBox') ?? '').trim().split(/[\s,]+/)
  const given = box.length === 2 ? box : [root.get('width'), root.get('height')]
  const [width = 0, height = 0] = given.map((side) => Math.round(Number.parseFloat(side ?? '')))
  const isSize = [width, height].every((side) => side >= 1 && side <= 10_000)
  return isSize ? { width, height } : undefined
}
