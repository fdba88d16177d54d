import { type RunnerTestCase, TestRunner } from 'vitest'

/**
 * Three browsers on two cores are now and then too slow for one another, so a journey is tried up to three
 * times: what fails then is broken. Nothing else gets a second try: there it would hide a race.
 */
export default class Patient extends TestRunner {
  override onBeforeRunTask(test: RunnerTestCase) {
    if (test.file.filepath.includes('/e2e/')) test.retry = 2
    return super.onBeforeRunTask(test)
  }
}
