import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from './folder.ts'

/** Another process has this database open. */
export class AlreadyRunning extends Error {}

/**
 * Makes this the one process of a database; the returned function gives it up. A lock left behind
 * by a killed process, or by one before the machine was restarted, is taken over.
 */
export function takeLock(databasePath: string): () => void {
  const path = `${databasePath}.lock`
  makeFolder(dirname(path))
  const own = JSON.stringify({ pid: process.pid, boot: bootId(), started: startOf(process.pid) })
  if (!create(path, own)) {
    const other = read(path)
    if (other !== undefined && isHeld(other)) throw new AlreadyRunning(`in use: ${databasePath}`)
    if (other !== undefined) discard(path, other)
    if (!create(path, own)) throw new AlreadyRunning(`in use: ${databasePath}`)
  }
  return () => {
    if (read(path) === own) rmSync(path, { force: true })
  }
}

// Written aside and linked into place: nobody ever sees a lock that is not yet filled in.
function create(path: string, content: string): boolean {
  const draft = `${path}.new-${process.pid}`
  writeFileSync(draft, content)
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

// A process number may have been given again since, above all in a container: its start tells.
function isHeld(content: string): boolean {
  const owner = parse(content)
  if (!owner || owner.boot !== bootId()) return false
  return isAlive(owner.pid) && owner.started === startOf(owner.pid)
}

function parse(content: string): { pid: number; boot: string; started: string } | undefined {
  try {
    return JSON.parse(content)
  } catch {
    // Cut short by a crash while it was written.
    return undefined
  }
}

// Two processes may find the same stale lock: whoever moved away a fresh one puts it back.
function discard(path: string, stale: string) {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (read(aside) !== stale) {
    try {
      linkSync(aside, path)
    } catch {
      // A third process has taken it by now.
    }
  }
  rmSync(aside, { force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const bootId = () => read('/proc/sys/kernel/random/boot_id')?.trim() ?? ''

// Field 22 of the process's state, after the name in brackets; empty where there is no /proc.
const startOf = (pid: number) =>
  read(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ')[19] ?? ''
