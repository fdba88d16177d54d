import { defineConfig } from 'vite'
import { builtAssets } from '../vite.config.ts'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [builtAssets()],
  publicDir: false,
  build: {
    outDir: '.cache/screens',
    ssr: 'tests/screens/main.ts',
    target: 'es2022',
    minify: false,
    rolldownOptions: { output: { entryFileNames: '[name].js' } },
  },
})
