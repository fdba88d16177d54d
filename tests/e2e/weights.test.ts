import { afterAll, beforeAll, expect, test } from 'vitest'
import { weightFigures } from '../bench/weights.ts'
import { wholeVisitFigures } from '../bench/whole-visit.ts'
import { noBrowser } from './browser.ts'
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.stop())

test('the first view of every page a resident meets fits what a phone receives at once, and the script is small', async () => {
  const heavy = (await weightFigures(site)).filter(({ holds }) => holds === false)
  expect(heavy).toEqual([])
})

test.skipIf(noBrowser)(
  'from the mailbox to the questionnaire a phone downloads no more than 60 kB, with everything a page asks for later',
  async () => {
    const visits = await wholeVisitFigures(site.origin)
    expect(visits.filter(({ holds }) => holds === false)).toEqual([])
    const adult = visits.find(({ name }) => name.startsWith('adult'))
    expect(adult?.detail).toMatch(/\/m\/HC1A .*page\.js .*read-aloud\.js/)
  },
)
