import { spawn, spawnSync } from 'node:child_process'
import { watch } from 'node:fs'

// `npm run dev`: builds and serves exactly what `npm start` does, again after every edit.

const rooms = ['surveys', 'db', 'server', 'web']
let server
let due

for (const room of rooms) watch(room, { recursive: true }, later)
process.on('SIGINT', () => stop().then(() => process.exit(0)))
rebuild()

// Editors write a file in several steps; the last one counts.
function later() {
  clearTimeout(due)
  due = setTimeout(rebuild, 150)
}

async function rebuild() {
  const build = spawnSync('npx', ['vite', 'build', '--app', '--logLevel', 'warn'], {
    stdio: 'inherit',
  })
  // A broken edit leaves the last good build serving.
  if (build.status !== 0) return console.error('The build failed; waiting for the next edit.')
  await stop()
  server = spawn('node', ['dist/node/node.js'], { stdio: 'inherit' })
}

function stop() {
  if (!server || server.exitCode !== null) return Promise.resolve()
  return new Promise((stopped) => {
    server.once('exit', stopped)
    server.kill('SIGTERM')
  })
}
