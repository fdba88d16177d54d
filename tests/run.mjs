// Everything `npm test` checks, stage by stage; a failing stage does not stop the next. `--static` leaves out build and tests.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'

const root = new URL('..', import.meta.url).pathname
const report = `${root}.cache/test-results.json`
const ours = `${root}node_modules/.bin`
const tools = `${root}tests/node_modules/.bin`
const total = { passed: 0, failed: 0, skipped: 0 }

stage('types', [`${ours}/tsc`, '-p', '.'])
stage('lint', [`${tools}/biome`, 'check', '--error-on-warnings'])
stage('knip', [`${tools}/knip`, '--no-progress'])
if (!process.argv.includes('--static')) {
  stage('build', [`${ours}/vite`, 'build', '--app', '--logLevel', 'warn'])
  tests()
}

// The very last line, for people and for machines.
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 ? 1 : 0

/** One command that passes or fails as a whole; its words are shown only when it fails. */
function stage(name, [command, ...args]) {
  const started = Date.now()
  const run = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  const passed = run.status === 0
  total[passed ? 'passed' : 'failed'] += 1
  console.log(`${passed ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  if (!passed) console.log(`${run.stdout ?? ''}${run.stderr ?? ''}${run.error ?? ''}`)
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
