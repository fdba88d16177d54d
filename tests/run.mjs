// Everything `npm test` checks; a failing stage does not stop the next. `--static` leaves out build and tests.
import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'

const root = new URL('..', import.meta.url).pathname
const report = `${root}.cache/test-results.json`
const ours = `${root}node_modules/.bin`
const tools = `${root}tests/node_modules/.bin`
const isStatic = process.argv.includes('--static')
const total = { passed: 0, failed: 0, skipped: 0 }

// None of these needs what another makes, so together they take no longer than the longest.
await Promise.all([
  stage('types', [`${ours}/tsc`, '-p', '.']),
  stage('lint', [`${tools}/biome`, 'check', '--error-on-warnings']),
  stage('knip', [`${tools}/knip`, '--no-progress']),
  isStatic || stage('build', [`${ours}/vite`, 'build', '--app', '--logLevel', 'warn']),
])
if (!isStatic) tests()

// The very last line, for people and for machines.
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 ? 1 : 0

/** One command that passes or fails as a whole; its words are shown only when it fails. */
function stage(name, [command, ...args]) {
  const started = Date.now()
  return new Promise((done) => {
    execFile(command, args, { cwd: root, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      total[error ? 'failed' : 'passed'] += 1
      const seconds = ((Date.now() - started) / 1000).toFixed(1)
      console.log(`${error ? '✗' : '✓'} ${name} (${seconds} s)`)
      if (error) console.log(`${stdout}${stderr}` || error.message)
      done()
    })
  })
}

function tests() {
  mkdirSync(`${root}.cache`, { recursive: true })
  rmSync(report, { force: true })
  const run = spawnSync(
    `${tools}/vitest`,
    [
      'run',
      '-c',
      'tests/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: root, stdio: 'inherit' },
  )
  const failedBefore = total.failed
  count(report)
  // A run that broke outside any test is a failure too.
  if (run.status !== 0 && total.failed === failedBefore) total.failed += 1
}

function count(path) {
  let results
  try {
    results = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return
  }
  total.passed += results.numPassedTests
  total.failed += results.numFailedTests
  total.skipped += results.numPendingTests + results.numTodoTests
  // A test file that could not even be loaded has no tests to count.
  total.failed += results.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed'),
  ).length
}
