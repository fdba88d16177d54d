import { type RunnerTestCase, TestRunner } from 'vitest'

/**
 * Three browsers on two cores are now and then too slow for one another, so a journey is tried up to three
 * times: what fails then is broken. Nothing else gets another try, and what is looked for by chance neither:
 * there it would hide a race, or a letter that was lost once.
 */
export default class Patient extends TestRunner {
  override onBeforeRunTask(test: RunnerTestCase) {
    if (isJourney.test(test.file.filepath)) test.retry = 2
    return super.onBeforeRunTask(test)
  }
}

const isJourney = /\/e2e\/(?!schedules)/
