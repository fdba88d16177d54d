import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typeOf } from '../../../server/files/file-types.ts'
import { pictureSize } from '../../../server/files/picture-size.ts'
import { redrawHere } from '../../../server/files/redraw-here.ts'
import { readSvg } from '../../../server/files/svg.ts'
import { readPicture, readRecording } from '../../../server/files/upload.ts'
import { jpegOf, pngOf, webpOf, withTraces } from './pictures.ts'

const wholes = [withTraces(await jpegOf(40, 30)), pngOf(40, 30), webpOf()]

// A real picture with a few bytes changed, a piece taken out, or something else put in.
const damaged = fc
  .tuple(
    fc.constantFrom(...wholes),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
    fc.nat(),
    fc.nat(40),
    fc.uint8Array({ maxLength: 20 }),
  )
  .map(([whole, changes, at, less, more]) => {
    const bytes = whole.slice()
    for (const [place, value] of changes) bytes[place % bytes.length] = value
    const cut = at % bytes.length
    return new Uint8Array(Buffer.concat([bytes.subarray(0, cut), more, bytes.subarray(cut + less)]))
  })

test('whatever is handed over as a picture, the answer is a picture or a word, and never a fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(damaged, fc.uint8Array({ maxLength: 80 })), async (bytes) => {
      const redrawn = await redrawHere(bytes, 20)
      if (redrawn) {
        expect(typeOf(redrawn.bytes)).toBe('image/jpeg')
        expect(pictureSize(redrawn.bytes)).toEqual({ width: redrawn.width, height: redrawn.height })
      }
      const kept = await readPicture(bytes, redrawHere, { mostBytes: 1e6, mayBeDrawn: true })
      if ('problem' in kept) {
        expect(kept.problem).toMatch(/^[a-z-]+$/)
      } else {
        expect(typeOf(kept.bytes)).toBe(kept.type)
        expect(Buffer.from(kept.bytes).toString('latin1')).not.toContain('CANARY')
      }
    }),
    { numRuns: 400 },
  )
}, 60_000)

test('whatever is handed over as a recording or a drawing, the answer is calm', () => {
  const piece = fc.constantFrom(
    ...['<svg ', 'xmlns="http://www.w3.org/2000/svg"', '>', '<g', '/>', '</svg>', '<!--', '-->'],
    ...['onload="x"', "href='#a'", '&amp;', '&#60;', '<![CDATA[', ']]>', '<script>', 'url(', '"'],
  )
  const texts = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
    fc.string(),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const read = readSvg(text)
      if ('size' in read) expect(text).not.toMatch(/<script|onload/i)
      readRecording(new TextEncoder().encode(text))
    }),
    { numRuns: 2000 },
  )
})

test('a WebP loses what is not the picture, and one that moves is refused', async () => {
  const options = { mostBytes: 1e6, mayBeDrawn: false }
  const kept = await readPicture(webpOf('EXIF'), redrawHere, options)
  expect(kept).toMatchObject({ type: 'image/webp', width: 1, height: 1 })
  const bytes = 'bytes' in kept ? Buffer.from(kept.bytes) : Buffer.alloc(0)
  expect(bytes.toString('latin1')).not.toContain('CANARY')
  expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8)
  expect(await readPicture(webpOf('ANIM'), redrawHere, options)).toEqual({
    problem: 'not-a-picture',
  })
})
