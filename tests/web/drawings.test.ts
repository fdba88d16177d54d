import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import { hues, Mailbox } from '../../web/drawings/mailbox.tsx'
import { isDrawn, Picture } from '../../web/drawings/picture.tsx'
import { Postmark } from '../../web/drawings/postmark.tsx'
import { EmptyMailbox, MailboxScene } from '../../web/drawings/scenes.tsx'

const wanted = new Set(
  [...JSON.stringify(huicheng).matchAll(/"picture":"([^"]+)"/g)].map(([, name]) => name ?? ''),
)

describe('the drawings', () => {
  test.each([...wanted])('%s is drawn, and light enough for an old phone', (name) => {
    expect(isDrawn(name)).toBe(true)
    expect(String(Picture({ name })).length).toBeLessThanOrEqual(1500)
  })

  test('a name nobody has drawn leaves its words alone', () => {
    expect(Picture({ name: 'unicorn' })).toBeNull()
    expect(Picture({ name: 'constructor' })).toBeNull()
  })

  test('take their colours from the page, so that dark and print follow', () => {
    const all = [
      ...[...wanted].map((name) => Picture({ name })),
      ...hues.map((hue) => Mailbox({ hue })),
      Postmark({ date: '2026.03.02', place: '汇成二村' }),
    ].map(String)
    for (const drawing of all) {
      expect(drawing).not.toMatch(/#[0-9a-f]{3}|style=|rgb/i)
    }
  })

  test('one mailbox weighs no more than 1.5 kB, and a scene little more than what stands in it', () => {
    expect(String(Mailbox({ hue: 'sky' })).length).toBeLessThanOrEqual(1500)
    expect(String(MailboxScene({ hue: 'sky' })).length).toBeLessThanOrEqual(3500)
    expect(String(EmptyMailbox()).length).toBeLessThanOrEqual(3500)
  })
})

describe('the pictures and plans that are files', () => {
  const assets = new URL('../../web/assets/', import.meta.url).pathname
  const filesOf = (folder: string) => readdirSync(assets + folder).map((file) => [folder, file])

  test.each([...filesOf('pictures'), ...filesOf('plans')])(
    '%s/%s is light, says how large it is, and asks nobody for anything',
    (folder = '', file = '') => {
      const drawing = readFileSync(`${assets}${folder}/${file}`, 'utf8')
      expect(drawing.length).toBeLessThanOrEqual(folder === 'plans' ? 5_000 : 2_000)
      expect(drawing).toMatch(/^<svg [^>]*width="\d+" height="\d+" viewBox="/)
      expect(drawing.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
        /https?:|<script|on\w+=/,
      )
    },
  )
})
