import { createRequire } from 'node:module'
import type { Browser } from 'puppeteer-core/lib/cjs/puppeteer/common/Browser.js'
import type { Puppeteer } from 'puppeteer-core/lib/cjs/puppeteer/common/Puppeteer.js'
import { browserEnvironment } from './libraries.ts'
import { packageFolder, unpackOnce } from './unpack.ts'

// The entry of this old release names no types.
const puppeteer: Puppeteer = createRequire(import.meta.url)('puppeteer-core')

/** Chromium 86, the engine inside a WeChat that was never updated. */
export async function openOldPhone(): Promise<Browser> {
  const packed = `${packageFolder('chrome-aws-lambda')}/bin/chromium.br`
  return puppeteer.launch({
    executablePath: unpackOnce(packed, 'chromium-86'),
    args: ['--no-sandbox', '--no-zygote', '--headless', '--disable-gpu'],
    env: browserEnvironment(),
    defaultViewport: { width: 360, height: 740, isMobile: true, hasTouch: true },
  })
}
