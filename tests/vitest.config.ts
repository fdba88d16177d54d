import { defineConfig } from 'vitest/config'
import { builtAssets } from '../vite.config.ts'
import { LongestFirst } from './order.ts'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [builtAssets()],
  oxc: { jsx: { importSource: 'hono/jsx' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/build.ts'],
    // Styles that travel inside a page are part of what is tested.
    css: true,
    // Much of the time a test waits for a browser: three at once keep two cores busy.
    maxWorkers: 3,
    // Files that follow one another in a process load what they share once.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    runner: 'tests/runner.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
