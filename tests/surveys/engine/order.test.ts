import { expect, test } from 'vitest'
import { orderedOptions, orderedPair } from '../../../surveys/engine/order.ts'
import { named, options } from './sample.ts'

const seed = '3f0c8f2e-6f0b-4d1a-9a57-0d6f5f6b7c11'
const question = { id: 'Q6', kind: 'multiple', shuffle: true }
const list = [
  ...options('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
  { ...named('pinned'), pinned: true },
  { ...named('other'), other: true },
  { ...named('none'), exclusive: true },
]
const order = (seed: string, from = list) =>
  orderedOptions(question, from, seed).map((option) => option.id)

test('printed paper and phones agree on the order for ever', () => {
  expect(order(seed).join(' ')).toBe('d a h g b e c f pinned other none')
  expect(order('00000000-0000-4000-8000-000000000000').join(' ')).toBe(
    'e d f a g b c h pinned other none',
  )
})

test('pinned options, "other" and "none of these" keep their place', () => {
  for (let i = 0; i < 50; i++) {
    expect(order(`${i}`).slice(8)).toEqual(['pinned', 'other', 'none'])
  }
})

test('without shuffle the order is the one that was written', () => {
  const still = { id: 'Q6', kind: 'multiple' }
  expect(orderedOptions(still, list, seed)).toEqual(list)
})

test('an option that appears later does not disturb the others', () => {
  const fewer = list.filter((option) => option.id !== 'c')
  expect(order(seed, fewer)).toEqual(order(seed).filter((id) => id !== 'c'))
})

test('every option comes first about equally often, and each pair is turned about half the time', () => {
  const firsts = new Map<string, number>()
  let turned = 0
  for (let i = 0; i < 8000; i++) {
    const response = `${i.toString(16).padStart(8, '0')}-6f0b-4d1a-9a57-0d6f5f6b7c11`
    const [first = ''] = order(response)
    firsts.set(first, (firsts.get(first) ?? 0) + 1)
    if (orderedPair('K6', { id: 'a', options: ['left', 'right'] }, response)[0] === 'right')
      turned++
  }
  for (const id of 'abcdefgh') expect(Math.abs((firsts.get(id) ?? 0) - 1000)).toBeLessThan(150)
  expect(Math.abs(turned - 4000)).toBeLessThan(200)
})

test('each question has an order of its own', () => {
  const other = orderedOptions({ ...question, id: 'Q8' }, list, seed).map((option) => option.id)
  expect(other).not.toEqual(order(seed))
})
