import { describe, expect, test } from 'vitest'
import { garden } from '../../../surveys/definitions/garden/consultation.ts'
import { huicheng } from '../../../surveys/definitions/huicheng/consultation.ts'
import { missingTexts, textsOf } from '../../../surveys/engine/texts-of.ts'

describe('what is still to be translated', () => {
  test('nothing, in the consultations that come with the house', () => {
    for (const consultation of [huicheng, garden]) {
      expect(missingTexts(consultation, 'en')).toEqual([])
    }
  })

  test('everything, in a language nobody has begun with', () => {
    expect(missingTexts(huicheng, 'ja')).toEqual(textsOf(huicheng))
    expect(textsOf(huicheng).length).toBeGreaterThan(250)
  })

  test('is named by where it stands', () => {
    const question = {
      id: 'Q6',
      title: { 'zh-CN': '哪几件？', en: 'Which?' },
      options: [{ id: 'seats', label: { 'zh-CN': '座椅' } }],
    }
    expect(missingTexts([question], 'en')).toEqual([
      { path: ['Q6', 'seats', 'label'], text: { 'zh-CN': '座椅' } },
    ])
  })
})
