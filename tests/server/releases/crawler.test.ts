import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDecision, listDecisions, publishDecision } from '../../../db/decisions.ts'
import type { DeskSite } from '../desk/desk-site.ts'
import { crawl, numbersIn } from './crawler.ts'
import {
  answerAdults,
  answerChildren,
  draft,
  openTwo,
  publish,
  results,
  snapshotOf,
} from './published-site.ts'

let site: DeskSite
/** What a stranger finds, before anything was published and after. */
let before: Map<string, string>
let after: Map<string, string>
beforeAll(async () => {
  site = await openTwo()
  await answerAdults(site, 211)
  await answerChildren(site, 83)
  before = await crawl(site)
  await publish(site, [
    ['question', 'adult/Q1'],
    ['question', 'adult/Q3'],
    ['byNeighbourhood', 'adult'],
    ['question', 'child/K1'],
    ['highlight0', 'adult/Q3'],
  ])
  // What comes in later is known to the desk only, and what two people have not agreed upon.
  await answerAdults(site, 97, 211)
  await draft(site, [['question', 'adult/Q2']])
  await decide('换灯花 5172 元', true)
  await decide('挪车棚花 7341 元', false)
  after = await crawl(site)
})
afterAll(() => site.close())

/** One person writes it; a second one publishes it, or has not looked yet. */
async function decide(decision: string, isPublic: boolean) {
  const plan = { decidedBy: '', decidedOn: '', action: '', unit: '居委会', dueOn: '' }
  const words = { title: '路灯', findings: '[]', options: '', decision, reason: '' }
  const by = { at: site.now(), actor: 'one' }
  await addDecision(site.store, 'round', { ...words, ...plan, verdict: 'do' }, by)
  const written = (await listDecisions(site.store, 'round')).find(
    (one) => one.decision === decision,
  )
  if (isPublic && written)
    await publishDecision(site.store, written, written.writtenAt, { ...by, actor: 'two' })
}

const everyNumber = (pages: Map<string, string>) =>
  new Set([...pages.values()].flatMap((body) => [...numbersIn(body)]))

test('a stranger finds the results in every form', () => {
  const found = [...after.keys()]
  for (const end of [
    ...['', '/child', '/poster', '/poster?paper=a3', '.json', '.csv', '.atom'],
    ...['.xlsx', '.sav', '.R', '/embed'],
  ])
    expect(found).toContain(results + end)
  expect(found.some((path) => path.startsWith('/assets/'))).toBe(true)
})

test('no number is found that is not in the published snapshot', async () => {
  const released = await snapshotOf(site)
  const told = numbersIn(JSON.stringify(released))
  // Shares as they are read: rounded, of everybody asked.
  for (const [, share = ''] of JSON.stringify(released).matchAll(/"share":([\d.]+)/g))
    told.add(Math.round(Number(share) * 100))
  const known = everyNumber(before)
  // What two people decided upon stands beside the numbers.
  known.add(5172)
  // The day it was published, sizes of paper and what the page says about how it was counted.
  for (const number of [2026, 100, 20, 10]) known.add(number)
  // What stands in files where there is no number: not shown, skipped, unsaid, unsure, too few.
  for (const code of [99, 98, 97, 96, 95]) known.add(code)
  for (const [path, body] of after) {
    const strange = [...numbersIn(body)].filter((number) => !told.has(number) && !known.has(number))
    expect([path, strange]).toEqual([path, []])
  }
})

test('numbers that were not published are nowhere: neither those of other questions nor those that came later', () => {
  const unpublished = {
    // Of 211 adults: how satisfied they were, and how many wrote something.
    'very satisfied': 43,
    'fairly satisfied': 84,
    'who wrote': 53,
    // After 97 more: everybody, and those who want lamps.
    'adults now': 308,
    'for lamps now': 103,
    // What the desk is still writing.
    'of an unpublished decision': 7341,
  }
  const found = everyNumber(after)
  expect(found.has(5172)).toBe(true)
  for (const body of after.values()) expect(body).not.toMatch(/>[1-9] (人|位)/)
  for (const [what, number] of Object.entries(unpublished))
    expect([what, found.has(number)]).toEqual([what, false])
})

test('nothing leads to another site, to the desk or to the source', () => {
  for (const [path, body] of after) {
    if (!/^<!doctype html>/i.test(body)) continue
    for (const [, link = ''] of body.matchAll(/(?:href|src)="(https?:[^"]*)"/g))
      expect([path, link]).toEqual([path, expect.stringContaining(site.origin)])
  }
  expect([...after.keys()].filter((path) => path.startsWith('/desk'))).toEqual([])
  expect([...after.keys()].filter((path) => path.endsWith('.map'))).toEqual([])
})
