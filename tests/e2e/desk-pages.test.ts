import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFile } from '../../db/file.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { committeeActs } from '../../server/machine/demo-committee.ts'
import { fillDemo } from '../../server/machine/demo-responses.ts'
import { accessibilityFaults } from './axe.ts'
import { noBrowser, openBrowser } from './browser.ts'
import { enterDesk } from './desk-door.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let browser: Browser
let page: Page

const desk = '/desk/c/huicheng'
const pages = {
  'a comparison': `${desk}/compare?edition=adult&q=Q6&by=Q1`,
  'groups made at the desk': `${desk}/groups?edition=adult&q=Q2`,
  'who has not been heard': `${desk}/coverage`,
  'responses worth a look': `${desk}/quality`,
  suggestions: `${desk}/suggestions`,
  holidays: '/desk/holidays',
  decisions: `${desk}/decisions`,
  'a decision being written': `${desk}/decisions/new`,
  releases: `${desk}/releases`,
  'a report': `${desk}/report`,
  'files to take away': `${desk}/export`,
  'one question': `${desk}/results/adult/Q5`,
}

beforeAll(async () => {
  const database = join(mkdtempSync(join(tmpdir(), 'committee-')), 'forest.db')
  const databaseUrl = `file:${database}`
  await migrateDatabase(databaseUrl)
  await fillDemo(
    {
      ...{ port: 0, host: '127.0.0.1', databaseUrl, trustedProxies: 0, demo: false },
      ...{ publicOrigin: 'http://localhost', secretKey: new Uint8Array(32) },
    },
    300,
  )
  const store = await openFile(databaseUrl)
  await committeeActs(store, 'huicheng', Date.now())
  await store.close()
  site = await openSite(database)
  browser = await openBrowser()
  page = await (await browser.newContext()).newPage()
  await enterDesk(page, site)
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

describe.skipIf(noBrowser)('the pages with which a committee works', () => {
  test.each(Object.entries(pages))(
    'can be read and used with help of any kind: %s',
    async (_, path) => {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto(site.origin + path)
      expect(await accessibilityFaults(page)).toEqual([])
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto(site.origin + path)
      const beyond = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(beyond).toBeLessThanOrEqual(0)
    },
  )
})
