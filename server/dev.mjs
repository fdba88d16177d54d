// Builds and starts again whenever a source changes.
import { spawn, spawnSync } from 'node:child_process'
import { watch } from 'node:fs'

const root = new URL('..', import.meta.url).pathname
const vite = `${root}node_modules/vite/bin/vite.js`
let server
let due

function startAgain() {
  const built = spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
  // With a mistake in the source, what ran before goes on running.
  if (built.status !== 0) return
  const start = () => {
    server = spawn(process.execPath, ['dist/node/node.js'], { cwd: root, stdio: 'inherit' })
  }
  if (!server || server.exitCode !== null) start()
  else server.once('exit', start).kill('SIGTERM')
}

for (const room of ['surveys', 'db', 'server', 'web']) {
  watch(`${root}${room}`, { recursive: true }, () => {
    clearTimeout(due)
    due = setTimeout(startAgain, 200)
  })
}
startAgain()
