import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { elementKey, type Found, type OtherBrowser, phoneOfDriver } from './other-browser.ts'

const program = '/usr/bin/WebKitWebDriver'
const binary = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'
const screen = '/usr/bin/Xvfb'
export const noWebKit = !existsSync(program) || !existsSync(screen)

/** WebKitGTK, the nearest there is here to an iPhone's engine, on a screen that nobody sees. */
export async function openWebKit({ script }: { script: boolean }): Promise<OtherBrowser> {
  const display = `:${300 + (process.pid % 200)}`
  const port = 2800 + (process.pid % 90)
  const xvfb = spawn(screen, [display, '-screen', '0', '800x900x24'], { stdio: 'ignore' })
  const driver = spawn(program, [`--port=${port}`], {
    env: {
      ...process.env,
      ...{ DISPLAY: display, LANG: 'C.UTF-8', LANGUAGE: 'zh_CN', GDK_BACKEND: 'x11' },
      ...{ WEBKIT_DISABLE_COMPOSITING_MODE: '1', WEBKIT_FORCE_SANDBOX: '0', NO_AT_BRIDGE: '1' },
    },
    stdio: 'ignore',
  })
  const session = await newSession(`http://127.0.0.1:${port}`, script)
  const send = <T>(method: 'GET' | 'POST', path: string, body?: object) =>
    ask<T>(method, `${session}${path}`, body)
  const find = async (selector: string) => {
    const found = await send<Found>('POST', '/element', { using: 'css selector', value: selector })
    return found[elementKey]
  }
  return {
    ...phoneOfDriver({
      look: (expression) =>
        send('POST', '/execute/sync', { script: `return (${expression})`, args: [] }),
      open: (url) => send('POST', '/url', { url }),
      address: () => send('GET', '/url'),
      click: async (selector) => send('POST', `/element/${await find(selector)}/click`, {}),
      write: async (selector, text) =>
        send('POST', `/element/${await find(selector)}/value`, { text }),
    }),
    back: () => send('POST', '/back', {}),
    async close() {
      await ask('DELETE', session).catch(() => undefined)
      for (const child of [driver, xvfb]) await ended(child)
    },
  }
}

// The driver and the screen come up together, and neither says when.
async function newSession(origin: string, script: boolean): Promise<string> {
  const args = ['--automation', ...(script ? [] : ['--enable-javascript=false'])]
  const capabilities = {
    alwaysMatch: { acceptInsecureCerts: true, 'webkitgtk:browserOptions': { binary, args } },
  }
  let last: unknown
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    try {
      const { sessionId } = await ask<{ sessionId: string }>('POST', `${origin}/session`, {
        capabilities,
      })
      return `${origin}/session/${sessionId}`
    } catch (error) {
      last = error
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  throw new Error(`WebKit did not come up: ${String(last)}`)
}

async function ask<T>(method: string, url: string, body?: object): Promise<T> {
  const answer = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) })
  const { value } = await answer.json()
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`)
  return value
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
