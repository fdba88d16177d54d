import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = new URL('..', import.meta.url).pathname
const sources = ['surveys', 'db', 'server', 'web', 'package.json', 'vite.config.ts']
const programs = ['dist/node/node.js', 'dist/worker/worker.js']

/** Builds once before the tests that start the real thing, unless what is built is newer than every source. */
export function setup() {
  if (!builtIsAskedFor()) return
  alone(() => {
    if (isUpToDate()) return
    try {
      const vite = ['node_modules/vite/bin/vite.js', 'build', '--app', '--logLevel', 'warn']
      execFileSync(process.execPath, vite, { cwd: root, stdio: 'inherit' })
    } catch {
      // Tests of single parts can still run; those of the built programs will say what is missing.
      console.error('tests: the build failed, so tests of the built programs will fail too')
    }
  })
}

// A run of a few files that need no built program should not wait for one.
function builtIsAskedFor(): boolean {
  const chosen = process.argv.slice(2).filter((argument) => argument.includes('tests/'))
  const files = chosen.filter((argument) => !argument.endsWith('config.ts'))
  return files.length === 0 || files.some((file) => /e2e|edge|hosts|faults|bench/.test(file))
}

function isUpToDate(): boolean {
  const built = programs.map((file) => join(root, file))
  if (!built.every((file) => existsSync(file))) return false
  const oldest = Math.min(...built.map((file) => statSync(file).mtimeMs))
  return newest(sources.map((source) => join(root, source))) < oldest
}

function newest(paths: string[]): number {
  return Math.max(
    ...paths.map((path) => {
      const found = statSync(path)
      if (!found.isDirectory()) return found.mtimeMs
      return newest(readdirSync(path).map((name) => join(path, name)))
    }),
  )
}

// Two runs at once must not write into the same folder. A lock left by a killed run is ignored after a minute.
function alone(build: () => void) {
  const lock = join(root, '.cache/building')
  mkdirSync(join(root, '.cache'), { recursive: true })
  for (const until = Date.now() + 60_000; ; ) {
    try {
      mkdirSync(lock)
      break
    } catch {
      if (Date.now() > until) break
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    }
  }
  try {
    build()
  } finally {
    if (existsSync(lock)) rmdirSync(lock)
  }
}
