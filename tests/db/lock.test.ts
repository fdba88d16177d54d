import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AlreadyRunning, takeLock } from '../../db/lock.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forest-'))
  path = join(folder, 'forest.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a second process on the same database is turned away until the first lets go', () => {
  const release = takeLock(path)
  expect(() => takeLock(path)).toThrow(AlreadyRunning)
  release()
  expect(existsSync(`${path}.lock`)).toBe(false)
  takeLock(path)()
})

test('the lock of a process that was killed is taken over', async () => {
  const child = spawn('sleep', ['60'])
  await new Promise((started) => child.once('spawn', started))
  const own = lockOf(takeLock(path))
  writeFileSync(
    `${path}.lock`,
    JSON.stringify({ ...own, pid: child.pid, started: start(child.pid) }),
  )
  expect(() => takeLock(path)).toThrow(AlreadyRunning)
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await gone
  takeLock(path)()
})

test('a lock from before a restart, of a reused process number, or cut short does not count', () => {
  const own = lockOf(takeLock(path))
  for (const left of [
    JSON.stringify({ ...own, boot: 'an earlier one' }),
    JSON.stringify({ ...own, started: '1' }),
    '{"pid": 12',
    '',
  ]) {
    writeFileSync(`${path}.lock`, left)
    const release = takeLock(path)
    expect(() => takeLock(path)).toThrow(AlreadyRunning)
    release()
  }
})

// Reads what a lock says, then gives it up.
function lockOf(release: () => void): Record<string, unknown> {
  const lock = JSON.parse(readFileSync(`${path}.lock`, 'utf8'))
  release()
  return lock
}

function start(pid: number | undefined): string {
  const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : ''
  return stat.replace(/^.*\) /s, '').split(' ')[19] ?? ''
}
