import { expect, test } from 'vitest'
import { hasPhone } from '../../web/resident/letters/notice-phone.ts'

test.each([
  '打我手机 13812345678',
  '138 1234 5678，下午在家',
  '１３８１２３４５６７８',
  '电话64361234',
  '021-64361234',
  '0571 8765-4321 找我',
])('「%s」 seems to hold a telephone number', (text) => {
  expect(hasPhone(text)).toBe(true)
})

test.each([
  '',
  '想要 3 张长椅',
  '2026年11月28日 18:00',
  '20261128 那天停水',
  '2026-11-28',
  '12号楼 302 室',
  '快递单 138123456789012',
])('「%s」 does not', (text) => {
  expect(hasPhone(text)).toBe(false)
})
