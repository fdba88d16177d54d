import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface Demo {
  origin: string
  setupLink: string
  stop(): Promise<void>
}

/** The demonstration, as `npm run demo` serves it, in a folder that is thrown away. */
export async function openDemo(port: number): Promise<Demo> {
  const origin = `http://localhost:${port}`
  const child = spawn(process.execPath, [resolve('dist/node/demo.js')], {
    cwd: mkdtempSync(join(tmpdir(), 'screens-')),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: String(port), PUBLIC_ORIGIN: origin },
  })
  return { origin, setupLink: await printedLink(child), stop: () => ended(child) }
}

function printedLink(child: ChildProcess): Promise<string> {
  return new Promise((found, missing) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const link = said.match(/http\S+\/desk\/setup\/\S+/)
      if (link) found(link[0])
    })
    child.once('exit', () => missing(new Error(`the demonstration ended:\n${said}`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((stopped) => {
    child.removeAllListeners('exit').once('exit', () => stopped())
    child.kill('SIGTERM')
  })
}
