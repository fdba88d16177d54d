import { expect, test } from 'vitest'
import { readDemoArguments } from '../../server/machine/demo-arguments.ts'

test('a demonstration has 2,000 responses unless told otherwise', () => {
  expect(readDemoArguments([])).toEqual({ responses: 2000 })
  expect(readDemoArguments(['--responses', '50'])).toEqual({ responses: 50 })
  expect(readDemoArguments(['--responses=0'])).toEqual({ responses: 0 })
})

test.each([
  [['--responses']],
  [['--responses', 'many']],
  [['--responses', '-1']],
  [['--responses', '1.5']],
  [['--responses', '200001']],
  [['--response', '5']],
  [['5']],
])('wrong words for a demonstration are named, not guessed at: %j', (given) => {
  expect(readDemoArguments(given)).toEqual({ fault: expect.stringContaining('--responses N') })
})
