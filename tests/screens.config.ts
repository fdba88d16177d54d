import { defineConfig } from 'vite'
import { builtAssets } from '../vite.config.ts'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [builtAssets()],
  publicDir: false,
  build: {
    // Below tests/, where Node finds the browser's driver.
    outDir: 'tests/.cache/screens',
    ssr: 'tests/screens/main.ts',
    target: 'es2022',
    minify: false,
    rolldownOptions: {
      external: ['playwright-core'],
      output: { entryFileNames: '[name].js' },
    },
  },
})
