import fc from 'fast-check'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBrowser, openBrowser } from './browser.ts'
import { live, type Posted } from './schedules/resident.ts'
import { type Forest, openForest } from './schedules/site.ts'
import { onceWrong, schedule } from './schedules/steps.ts'
import { openWire } from './schedules/weather.ts'

const schedules = Number(process.env.SCHEDULES ?? 12)
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
const lanes = 4

describe.skipIf(noBrowser)('whatever happens between phone and mailbox', () => {
  let forest: Forest
  let browser: Browser

  beforeAll(async () => {
    forest = await openForest()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await forest?.close()
  })

  test(
    'nothing is lost, nothing arrives twice, and nothing is called received that is not',
    async () => {
      const posted: Posted[] = []
      const startedAt = Date.now()
      await Promise.all(
        Array.from({ length: lanes }, (_, lane) => lane).map((lane) =>
          fc.assert(
            fc.asyncProperty(schedule, async (steps) => {
              const wire = await openWire(forest.port)
              const lived = await live(browser, forest, wire, steps)
              await wire.close()
              posted.push(...lived.posted)
              expect(lived.faults).toEqual([])
            }),
            {
              seed: seed + lane,
              numRuns: Math.ceil(schedules / lanes),
              endOnFailure: true,
              examples: [[onceWrong]],
            },
          ),
        ),
      )
      const told = (what: string) => posted.filter((one) => one.told === what).length
      const seconds = Math.round((Date.now() - startedAt) / 1000)
      console.log(
        `${schedules} schedules (SEED=${seed}) in ${seconds} s: ${posted.length} responses posted; told at once: ` +
          `${told('received')} received, ${told('kept')} kept, ${told('warned')} warned, ${told('nothing')} nothing`,
      )
      expect(posted.length).toBeGreaterThan(schedules / 4)
    },
    schedules * 15_000,
  )
})
