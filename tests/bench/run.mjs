// Builds the bench the way the server is built (Node 20 does not read TypeScript) and runs it.
import { spawnSync } from 'node:child_process'

const root = new URL('../..', import.meta.url).pathname
const node = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status

process.exitCode =
  node(
    'node_modules/vite/bin/vite.js',
    'build',
    '-c',
    'tests/bench.config.ts',
    '--logLevel',
    'warn',
  ) || node('tests/.cache/bench.js', ...process.argv.slice(2))
