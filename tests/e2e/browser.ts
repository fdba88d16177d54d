import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
} from 'playwright-core'
import { browserEnvironment } from './libraries.ts'
import { packageFolder, unpackOnce } from './unpack.ts'

/** No packaged Chromium for this machine: the journeys are skipped and say so. */
export const noBrowser = !(process.platform === 'linux' && process.arch === 'x64')
if (noBrowser) {
  console.log(`e2e: no packaged Chromium for ${process.platform}-${process.arch}, skipped`)
}

let shared: Browser | undefined

/**
 * Chromium 147, as residents' newer phones and the committee's computers have it. Test files that follow one
 * another in a process share it: closing it closes all that was opened in it and leaves the next nothing of it.
 */
export async function openBrowser(): Promise<Browser> {
  if (shared?.isConnected()) return shared
  const browser = await openBrowserApart()
  const newContext = browser.newContext.bind(browser)
  // Chromium itself crashes once in many runs: that costs one test its first try, not its file.
  browser.newContext = async (options) =>
    browser.isConnected() ? newContext(options) : (await openBrowser()).newContext(options)
  browser.close = async () => {
    for (const context of shared?.contexts() ?? []) await context.close()
  }
  shared = browser
  return browser
}

/** Chromium 147 in a process of its own, which ends when it is closed. */
export function openBrowserApart(...more: string[]): Promise<Browser> {
  return chromium.launch(chromium147(...more))
}

function chromium147(...more: string[]) {
  const packed = `${packageFolder('@sparticuz/chromium')}/bin/chromium.br`
  return {
    executablePath: unpackOnce(packed, 'chromium-147'),
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', ...more],
    env: browserEnvironment(),
  }
}

/** The same, with the memory for the way back that browsers have and that is usually off in tests. */
export function openBrowserWithMemory(): Promise<Browser> {
  return chromium.launch({ ...chromium147(), ignoreDefaultArgs: [memoryOff] })
}
const memoryOff = '--disable-back-forward-cache'

/** A resident's phone: small, touched with a finger, set to Chinese. */
export function takePhone(browser: Browser, more?: BrowserContextOptions): Promise<BrowserContext> {
  const viewport = { width: 360, height: 740 }
  return browser.newContext({ viewport, hasTouch: true, locale: 'zh-CN', ...more })
}
