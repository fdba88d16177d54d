import { afterAll, beforeAll, expect, test } from 'vitest'
import { weightFigures } from '../bench/weights.ts'
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.stop())

test('the first view of every page a resident meets fits what a phone receives at once, and the script is small', async () => {
  const heavy = (await weightFigures(site)).filter(({ holds }) => !holds)
  expect(heavy).toEqual([])
})
