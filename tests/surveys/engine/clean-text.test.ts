import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from '../../../surveys/engine/clean-text.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...' 树下想多几张椅子，。！？；：、“”‘’（）《》az09!-~\t\r\n',
      'é',
      'é',
      '豈',
    ),
  }),
)

test('words that are seen to be plain come out as they do when every one is looked at', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      // Something that is cut away makes every look a close one.
      expect(cleanText(text)).toBe(cleanText(`\0${text}\0`))
    }),
    { numRuns: 2_000 },
  )
})

test('plain words are kept and the blanks around them are not', () => {
  expect(cleanText('树下多几张长椅，好吗？')).toBe('树下多几张长椅，好吗？')
  expect(cleanText(' lamp ')).toBe('lamp')
  expect(cleanText('')).toBe('')
})
