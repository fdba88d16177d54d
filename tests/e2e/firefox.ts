import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMarionette } from './marionette.ts'
import { elementKey, type Found, type OtherBrowser, phoneOfDriver } from './other-browser.ts'

const program = '/usr/bin/firefox-esr'
export const noFirefox = !existsSync(program)

/** Firefox ESR, steered through Marionette. Without script, pages really have none: the engine is told so. */
export async function openFirefox({ script }: { script: boolean }): Promise<OtherBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'))
  const port = 2600 + (process.pid % 90) + (script ? 0 : 100)
  writeFileSync(join(profile, 'user.js'), preferences(port, script))
  const firefox = spawn(
    program,
    ['--headless', '--marionette', '--no-remote', '--profile', profile],
    {
      env: { ...process.env, MOZ_HEADLESS: '1', HOME: profile },
      stdio: 'ignore',
    },
  )
  const marionette = await openMarionette(port)
  await marionette.send('WebDriver:NewSession', { acceptInsecureCerts: true })
  const look = async <T>(expression: string) => {
    // The browser's own sandbox: it can look at a page that may not run scripts.
    const sandbox = script ? {} : { sandbox: 'system' }
    const answer = await marionette.send<{ value: T }>('WebDriver:ExecuteScript', {
      script: `return (${expression})`,
      args: [],
      ...sandbox,
    })
    return answer.value
  }
  const find = async (selector: string) => {
    const answer = await marionette.send<{ value: Found }>('WebDriver:FindElement', {
      using: 'css selector',
      value: selector,
    })
    return answer.value[elementKey]
  }
  return {
    ...phoneOfDriver({
      look,
      open: (url) => marionette.send('WebDriver:Navigate', { url }),
      address: async () =>
        (await marionette.send<{ value: string }>('WebDriver:GetCurrentURL')).value,
      click: async (selector) =>
        marionette.send('WebDriver:ElementClick', { id: await find(selector) }),
      write: async (selector, text) =>
        marionette.send('WebDriver:ElementSendKeys', { id: await find(selector), text }),
    }),
    back: () => marionette.send('WebDriver:Back'),
    async close() {
      marionette.close()
      await ended(firefox)
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const preferences = (port: number, script: boolean) =>
  Object.entries({
    'marionette.port': port,
    'javascript.enabled': script,
    'intl.accept_languages': 'zh-CN, zh',
    'app.normandy.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.enabled': false,
    'browser.aboutwelcome.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'browser.safebrowsing.update.enabled': false,
    'extensions.update.enabled': false,
    'app.update.disabledForTesting': true,
  })
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('')

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
