import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { system } from '../../db/audit.ts'
import { openConsultation } from '../../db/consultations.ts'
import { openStore } from '../../server/machine/forest.ts'
import { garden } from '../../surveys/definitions/garden/consultation.ts'
import { words } from '../../web/words/words.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { type Phone, phoneOf } from './phone.ts'
import { buttonNamed, until } from './resident.ts'
import { openSite, type Site } from './site.ts'

const letterId = '0b6f1b1e-6a55-4f0e-9d1c-3f3f3b7a1c2d'
const photoId = '5d0c4a54-54c1-4c56-8a5b-8d1f5a0f7b11'

describe.skipIf(noBrowser)('a photo that belongs to a letter', { timeout: 60_000 }, () => {
  let folder: string
  let site: Site
  let browser: Browser
  let context: BrowserContext
  let phone: Phone

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'forest-photos-'))
    const database = join(folder, 'forest.db')
    const { store, release } = await openStore({ databaseUrl: `file:${database}` })
    await openConsultation(store, garden, system(Date.now() - 1_000))
    await store.close()
    release()
    site = await openSite(database)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    context = await takePhone(browser, { serviceWorkers: 'block' })
    phone = phoneOf(await context.newPage())
    await phone.open(`${site.origin}/livez`)
  })
  afterEach(() => context?.close())

  const photos = async () => {
    const client = createClient({ url: `file:${site.database}` })
    const { rows } = await client.execute('SELECT id, response_id, state FROM files')
    client.close()
    return rows.map((row) => ({ ...row }))
  }
  const putDown = (id: string, photo: string, picture: string) => {
    const body = { consultation: 'garden', edition: 'adult', version: 1, channel: 'link' }
    const answers = { P6: 'yes', P7: photo }
    const letter = {
      id,
      body: JSON.stringify({ ...body, answers, others: {} }),
      said: '一封信',
      receipts: '/r/~?new=1',
      words: words('zh-CN').script,
    }
    return phone.look(`(() => {
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = 64
      canvas.getContext('2d').fillRect(8, 8, 40, 30)
      const base64 = ${picture}
      const attachments = [{ question: 'P7', id: '${photo}', type: 'image/jpeg', base64 }]
      const letter = { ...${JSON.stringify(letter)}, attachments }
      localStorage.setItem('forest/out/${id}', JSON.stringify(letter))
    })()`)
  }
  const jpeg = `canvas.toDataURL('image/jpeg').split(',')[1]`

  test('follows when there is a signal, and only then has everything arrived', async () => {
    await context.route('**/photos/*', (route) => route.abort())
    await putDown(letterId, photoId, jpeg)
    await phone.open(`${site.origin}/`)
    await until(phone, `document.body.innerText.includes('照片还在路上')`)
    expect(await phone.look(`document.body.innerText.includes('已经送到。')`)).toBe(false)
    expect(await photos()).toEqual([])
    await context.unroute('**/photos/*')
    await phone.tap(buttonNamed('现在再送一次'))
    await until(phone, buttonNamed('看回执'))
    expect(await photos()).toEqual([{ id: photoId, response_id: letterId, state: 'held' }])
  })

  test('that is none is left behind, and the page says so; the answers have arrived', async () => {
    const [id, photo] = [letterId, photoId].map((one) => one.replace(/^./, 'a')) as [string, string]
    await putDown(id, photo, `btoa('no picture at all')`)
    await phone.open(`${site.origin}/`)
    await until(phone, buttonNamed('看回执'))
    expect(await phone.look(`document.body.innerText`)).toContain('有一张照片没能收下')
  })
})
