import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { claimDemoDatabase } from '../../server/machine/demo-database.ts'
import { openSite } from './site.ts'

test('a demonstration says so on every page, even when it was started as if it were real', async () => {
  const database = join(mkdtempSync(join(tmpdir(), 'demo-')), 'demo.db')
  await claimDemoDatabase(`file:${database}`)
  const site = await openSite(database)
  for (const path of ['/', '/m/HC1A', '/c/huicheng/child', '/r', '/desk/sign-in', '/nowhere']) {
    expect(await (await fetch(site.origin + path)).text(), path).toContain(
      '演示数据 · 不是真实答卷',
    )
  }
  await site.stop()
})

test('a real forest never says that it is a demonstration', async () => {
  const site = await openSite()
  expect(await (await fetch(`${site.origin}/`)).text()).not.toContain('演示数据')
  await site.stop()
})
