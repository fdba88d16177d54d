import decode from '@jsquash/jpeg/decode.js'
import { describe, expect, test } from 'vitest'
import { pictureSize } from '../../../server/files/picture-size.ts'
import { redrawHere } from '../../../server/files/redraw-here.ts'
import { bombOf, canary, jpegOf, pngHeadOf, pngOf, withTraces } from './pictures.ts'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

describe('a photo is drawn anew', () => {
  test('and of where and with what it was taken nothing is left', async () => {
    const sent = withTraces(await jpegOf(64, 48))
    expect(text(sent).split(canary).length).toBe(4)
    const redrawn = await redrawHere(sent, 1600)
    const kept = text(redrawn?.bytes ?? new Uint8Array())
    expect(kept).not.toContain('CANARY')
    expect(kept).not.toContain('Exif')
    expect(kept.length).toBeGreaterThan(100)
  })

  test('stands upright, because the note that said how it lies is gone too', async () => {
    const redrawn = await redrawHere(withTraces(await jpegOf(64, 48)), 1600)
    expect(redrawn).toMatchObject({ width: 48, height: 64 })
    const { data } = await decode((redrawn?.bytes ?? new Uint8Array()).buffer as ArrayBuffer)
    const [top = 0] = data.slice(24 * 4)
    const [bottom = 0] = data.slice((62 * 48 + 24) * 4)
    expect(top).toBeGreaterThan(180)
    expect(bottom).toBeLessThan(60)
  })

  test('not larger than a screen can show', async () => {
    const redrawn = await redrawHere(await jpegOf(640, 480), 160)
    expect(redrawn).toMatchObject({ width: 160, height: 120 })
    expect(pictureSize(redrawn?.bytes ?? new Uint8Array())).toEqual({ width: 160, height: 120 })
  })

  test('whether it was a JPEG or a PNG', async () => {
    expect(await redrawHere(pngOf(30, 20), 1600)).toMatchObject({ width: 30, height: 20 })
  })
})

describe('what is no whole picture is not taken', () => {
  const jpeg = jpegOf(64, 48)
  test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['nothing at all', () => new Uint8Array()],
    ['words', () => Buffer.from('hello')],
    [
      'a page that begins like a JPEG',
      () => Buffer.from('\xff\xd8\xff<script>alert(1)</script>', 'latin1'),
    ],
    ['half a head', async () => (await jpeg).slice(0, 10)],
    ['a PNG of 196 million pixels in a few bytes', () => pngHeadOf(14_000, 14_000)],
    ['a PNG that says it is larger than it is', () => pngHeadOf(4_000, 3_900)],
    ['a PNG of no width', () => pngHeadOf(0, 10)],
    ['a PNG wider than any screen', () => pngHeadOf(8_001, 1)],
    ['a PNG cut off', () => pngOf(64, 48).slice(0, 60)],
    ['a JPEG cut off', async () => (await jpeg).slice(0, -20)],
  ])('%s', async (_, sent) => {
    expect(await redrawHere(await sent(), 1600)).toBeUndefined()
  })

  test.each([
    ['pixels', () => bombOf('IDAT')],
    ['words', () => bombOf('zTXt')],
    ['a colour profile', () => bombOf('iCCP')],
  ])('a PNG in which a hundred megabytes are packed as %s harms nothing', async (_, bomb) => {
    const sent = bomb()
    expect(sent.length).toBeLessThan(200_000)
    const started = performance.now()
    const redrawn = await redrawHere(sent, 1600)
    expect(performance.now() - started).toBeLessThan(2000)
    expect(redrawn === undefined || redrawn.bytes.length < 2000).toBe(true)
  })

  test('and after it the next one is drawn as always', async () => {
    expect(await redrawHere(await jpeg, 1600)).toMatchObject({ width: 64, height: 48 })
  })
})
