import { wallClock } from '../../surveys/engine/shanghai.ts'
import { fitted, savBytes, utf8 } from './sav-bytes.ts'
import { layOut, type SavVariable, type Segment, unitsOf } from './sav-layout.ts'

/**
 * The dictionary of an SPSS system file, up to where the cases begin. Written after the format's
 * description in the PSPP developer's guide, "System File Format".
 */
export function savHeader(variables: readonly SavVariable[], title: string, now: number) {
  const segments = layOut(variables)
  const out = savBytes()
  fileHeader(out, segments, title, now)
  for (const segment of segments) variableRecord(out, segment)
  for (const segment of segments) valueLabels(out, segment)
  extension(out, 3, 4, (part) => part.int(20, 0, 0, -1, 1, 1, 2, 65_001))
  extension(out, 4, 8, (part) => {
    part.double(-Number.MAX_VALUE, Number.MAX_VALUE)
    part.raw(secondLowest)
  })
  textExtension(out, 7, multipleSets(segments))
  extension(out, 11, 4, (part) => {
    for (const { variable, width } of segments) {
      const isText = variable.kind === 'text'
      part.int(measures[variable.measure], Math.min(Math.max(width, 8), 40), isText ? 0 : 1)
    }
  })
  const firsts = segments.filter(({ isFirst }) => isFirst)
  const long = firsts.map(({ short, variable }) => `${short}=${variable.name}`)
  textExtension(out, 13, long.join('\t'))
  const wide = firsts.filter(({ variable }) => variable.kind === 'text' && variable.width > 255)
  const widths = wide.map(
    ({ short, variable }) => `${short}=${String(variable.width).padStart(5, '0')}\0\t`,
  )
  textExtension(out, 14, widths.join(''))
  textExtension(out, 20, 'UTF-8')
  out.int(999, 0)
  return out.take()
}

type Out = ReturnType<typeof savBytes>

const measures = { nominal: 1, ordinal: 2, scale: 3 }
// The second lowest number there is: the lowest stands for "no value".
const secondLowest = new Uint8Array([0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xef, 0xff])

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

function fileHeader(out: Out, segments: Segment[], title: string, now: number) {
  const [date = '', clock = ''] = wallClock(now).split('T')
  const [year = '', month = '', day = ''] = date.split('-')
  out.text('$FL2', 4)
  out.text('@(#) SPSS DATA FILE Mailbox Forest', 60)
  const units = segments.reduce((sum, { width }) => sum + unitsOf(width), 0)
  // Compressed byte by byte; how many cases there are is not known beforehand.
  out.int(2, units, 1, 0, -1)
  out.double(100)
  out.text(`${day} ${months[Number(month) - 1]} ${year.slice(2)}`, 9)
  out.text(clock, 8)
  out.text(fitted(title, 64), 64)
  out.text('', 3)
}

function variableRecord(out: Out, { variable, short, isFirst, width }: Segment) {
  const { kind, missing } = variable
  const label = isFirst ? fitted(variable.label, 252) : new Uint8Array()
  const codes = missing.map(([code]) => code)
  out.int(2, width, label.length > 0 ? 1 : 0, codes.length > 0 ? -2 : 0)
  const format =
    kind === 'text' ? [1, width, 0] : kind === 'date' ? [39, 10, 0] : [5, 12, variable.decimals]
  const [type = 0, size = 0, decimals = 0] = format
  const written = type * 65_536 + size * 256 + decimals
  out.int(written, written)
  out.text(short, 8)
  if (label.length > 0) {
    out.int(label.length)
    out.text(label, Math.ceil(label.length / 4) * 4)
  }
  if (codes.length > 0) out.double(Math.min(...codes), Math.max(...codes))
  for (let unit = 1; unit < unitsOf(width); unit++) {
    out.int(2, -1, 0, 0, 0, 0)
    out.text('', 8)
  }
}

function valueLabels(out: Out, { variable, position }: Segment) {
  const labels = [...variable.values, ...variable.missing]
  if (labels.length === 0) return
  out.int(3, labels.length)
  for (const [code, words] of labels) {
    const label = fitted(words, 120)
    out.double(code)
    out.byte(label.length)
    out.text(label, Math.ceil((label.length + 1) / 8) * 8 - 1)
  }
  out.int(4, 1, position)
}

function extension(out: Out, subtype: number, size: number, write: (part: Out) => void) {
  const part = savBytes()
  write(part)
  const bytes = part.take()
  if (bytes.length === 0) return
  out.int(7, subtype, size, bytes.length / size)
  out.raw(bytes)
}

function textExtension(out: Out, subtype: number, text: string) {
  extension(out, subtype, 1, (part) => part.raw(utf8(text)))
}

/** `$Q6=D1 1 12 先办哪几件 v7 v8`, a line for each question with several choices. */
function multipleSets(segments: readonly Segment[]): string {
  const sets = new Map<string, { label: string; names: string[] }>()
  for (const { variable, short } of segments) {
    const { set } = variable
    if (!set) continue
    const { names } = sets.get(set.id) ?? { names: [] }
    sets.set(set.id, { label: set.label, names: [...names, short.toLowerCase()] })
  }
  return [...sets]
    .map(([id, { label, names }]) => {
      const title = new TextDecoder().decode(fitted(label, 240))
      return `$${id}=D1 1 ${utf8(title).length} ${title} ${names.join(' ')}\n`
    })
    .join('')
}
