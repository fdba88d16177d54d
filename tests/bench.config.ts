import { defineConfig } from 'vite'
import { builtAssets } from '../vite.config.ts'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [builtAssets()],
  publicDir: false,
  build: {
    // As deep below tests/ as what it is built from: the driver and the browser are found from there.
    outDir: 'tests/.cache',
    ssr: 'tests/bench/main.ts',
    target: 'es2022',
    minify: false,
    rolldownOptions: {
      external: ['playwright-core'],
      output: { entryFileNames: 'bench.js' },
    },
  },
})
