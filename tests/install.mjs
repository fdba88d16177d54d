// Installs the test tools (browsers, Workers runtime, libSQL server) the first time and after their lockfile changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const here = new URL('.', import.meta.url).pathname
const stamp = `${here}node_modules/.installed`
const wanted = createHash('sha256')
  .update(readFileSync(`${here}package-lock.json`))
  .digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  const started = Date.now()
  process.stdout.write('test tools: installing … ')
  const npm = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: here,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    },
  )
  if (npm.status !== 0) {
    console.log('failed')
    console.error(`${npm.stdout ?? ''}${npm.stderr ?? ''}${npm.error ?? ''}`)
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
  console.log(`ready in ${Math.round((Date.now() - started) / 1000)} s`)
}
