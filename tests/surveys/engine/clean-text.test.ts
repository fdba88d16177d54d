import { expect, test } from 'vitest'
import { cleanText } from '../../../surveys/engine/clean-text.ts'

test('plain words are kept and the blanks around them are not', () => {
  expect(cleanText('树下多几张长椅，好吗？')).toBe('树下多几张长椅，好吗？')
  expect(cleanText(' lamp ')).toBe('lamp')
  expect(cleanText('')).toBe('')
})
