import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtAssets } from '../../vite.config.ts'
import type { openDesk } from '../server/desk/desk-site.ts'

const root = new URL('../../', import.meta.url).pathname

// One file, and not everything in it.
const japanese = `import type { Language } from './language.ts'
export const language: Language = {
  tag: 'ja', short: 'ja', name: '日本語',
  words: { name: 'ポストの森', elder: '大きな文字', forest: { heading: 'どのポストも聞いています' } },
}
`

describe('a third language', () => {
  let folder = ''
  let desk: Awaited<ReturnType<typeof openDesk>>

  beforeAll(async () => {
    // Beside the project, so that its packages are found.
    folder = mkdtempSync(join(root, '.cache/language-'))
    for (const room of ['surveys', 'db', 'server', 'web', 'tests/server', 'vite.config.ts']) {
      cpSync(join(root, room), join(folder, room), { recursive: true })
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    writeFileSync(join(folder, 'web/words/ja.ts'), japanese)
    await build({
      ...{ root: folder, configFile: false, logLevel: 'error', plugins: [builtAssets()] },
      oxc: { jsx: { importSource: 'hono/jsx' } },
      build: {
        ssr: 'tests/server/desk/desk-site.ts',
        outDir: 'built',
        copyPublicDir: false,
        target: 'es2022',
        minify: false,
      },
    })
    const site = await import(pathToFileURL(join(folder, 'built/desk-site.js')).href)
    desk = await site.openDesk()
    await desk.setUp()
    await desk.signIn()
  })
  afterAll(async () => {
    await desk?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const page = async (path: string, headers: Record<string, string> = {}) =>
    (await desk.app.request(desk.origin + path, { headers })).text()

  test('is there once its file is: by what the browser asks for, and by hand', async () => {
    const asked = { 'Accept-Language': 'ja-JP,en;q=0.8' }
    for (const forest of [await page('/?lang=ja'), await page('/', asked)]) {
      expect(forest).toContain('<html lang="ja"')
      expect(forest).toContain('どのポストも聞いています')
    }
    expect(await page('/r?lang=ja')).toContain('href="/?lang=ja"')
  })

  test('makes the switch a list', async () => {
    const forest = await page('/')
    expect(forest).toMatch(/<details[^>]*><summary>语言 Language<\/summary>/)
    expect(forest).toContain('<a href="/?lang=en" hreflang="en" lang="en">English</a>')
    expect(forest).toContain('<a href="/?lang=ja" hreflang="ja" lang="ja">日本語</a>')
  })

  test('is on the list of what is still to be translated', async () => {
    const list = await desk.page('/desk/c/round/languages')
    expect(list).toMatch(/<h2 lang="en">English<\/h2>/)
    expect(list).toMatch(/<h2 lang="ja">日本語<\/h2>.*成人版：\d+ 处文字，还缺 <b>\d+<\/b> 处/s)
    expect(list).toMatch(/页面上的按钮和说明：还缺 <b>\d+<\/b> 处/)
    expect(list).toContain('receipt.posted')
  })

  test('is filled up with Chinese, which says of itself what it is', async () => {
    const forest = await page('/?lang=ja')
    expect(forest).toContain('正在听大家说')
    expect(forest).toMatch(/<h2><span lang="zh-CN">/)
  })
})
