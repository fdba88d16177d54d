import { describe, expect, test } from 'vitest'
import { dateWords, postmarkDate } from '../../web/dates.ts'
import { fillIn } from '../../web/particulars.ts'
import { inPrint, otherLanguages, to } from '../../web/resident/reader.ts'

describe('what the committee fills in', () => {
  test('stands in the notice, and what is missing is clearly marked', () => {
    const said = '请致电{phone}，或到{address}。'
    expect(fillIn(said, { phone: '021-0000', address: ' ' })).toBe(
      '请致电021-0000，或到【待填写：办理地址】。',
    )
    expect(fillIn('Call {phone}.', {}, 'en')).toBe('Call [to be filled in: phone].')
  })

  test('cannot smuggle in another placeholder, nor can the notice ask for anything else', () => {
    expect(fillIn('{phone}', { phone: '{address}' })).toBe('{address}')
    expect(fillIn('{constructor} {hello}', {})).toBe('{constructor} {hello}')
  })
})

describe('dates', () => {
  test('are those of Shanghai, said as a neighbour would', () => {
    const lateEvening = Date.UTC(2026, 2, 1, 16, 0)
    expect(dateWords(lateEvening, 'zh-CN')).toBe('3月2日')
    expect(dateWords(lateEvening - 1, 'zh-CN')).toBe('3月1日')
    expect(dateWords(lateEvening, 'en')).toBe('2 March')
    expect(postmarkDate(lateEvening)).toBe('2026.03.02')
  })
})

describe('the language switch', () => {
  const reader = { locale: 'zh-CN', chosen: false, demo: false, here: '/m/HC2A?via=link' } as const

  test('stays on the page and keeps what the address carries', () => {
    expect(otherLanguages(reader).map(({ href }) => href)).toEqual(['/m/HC2A?via=link&lang=en'])
  })

  test('links carry a language only if it was chosen by hand', () => {
    expect(to(reader, '/r', { new: '1' })).toBe('/r?new=1')
    expect(to({ ...reader, chosen: true }, '/r', { new: '1' })).toBe('/r?new=1&lang=zh')
  })
})

describe('the large print', () => {
  const reader = { locale: 'zh-CN', chosen: false, demo: false, here: '/m/HC2A?via=link' } as const

  test('is switched on and off on the page itself', () => {
    expect(inPrint(reader, 20)).toBe('/m/HC2A?via=link&mode=elder')
    const there = { ...reader, here: inPrint(reader, 30) }
    expect(there.here).toBe('/m/HC2A?via=link&mode=elder&size=30')
    expect(inPrint(there, 20)).toBe('/m/HC2A?via=link&mode=elder')
    expect(inPrint(there)).toBe('/m/HC2A?via=link')
  })

  test('and its size go along with every link', () => {
    const elder = { ...reader, elder: true }
    expect(to({ ...elder, size: 20 }, '/r')).toBe('/r?mode=elder')
    expect(to({ ...elder, size: 24 }, '/r', { new: '1' })).toBe('/r?new=1&mode=elder&size=24')
  })
})
