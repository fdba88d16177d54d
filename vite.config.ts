import { existsSync, readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'

const client = 'dist/client'

/** `virtual:assets` tells the pages the hashed addresses of the scripts and styles built before them. */
export function builtAssets(): Plugin {
  const id = 'virtual:assets'
  return {
    name: 'built-assets',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(resolved) {
      if (resolved !== `\0${id}`) return
      const path = `${client}/.vite/manifest.json`
      const manifest: Record<string, { file: string; css?: string[] }> = existsSync(path)
        ? JSON.parse(readFileSync(path, 'utf8'))
        : {}
      const file = (entry: string) => `/${manifest[entry]?.file ?? entry}`
      return `export const assets = ${JSON.stringify({
        residentScript: file('web/resident/main.ts'),
        deskScript: file('web/desk/main.ts'),
        deskStyle: file('web/desk/desk.css'),
      })}`
    },
  }
}

// Residents' phones go back to Chromium 86 inside WeChat; Vite's own default is far too new for them.
const oldPhones = ['es2020', 'chrome80', 'safari14']

const server = (name: string, entries: Record<string, string>, noExternal: true | undefined) => ({
  consumer: 'server' as const,
  resolve: {
    noExternal,
    external: noExternal ? [] : undefined,
    conditions:
      name === 'worker'
        ? ['workerd', 'worker', 'browser', 'module', 'import', 'default']
        : undefined,
  },
  build: {
    outDir: `dist/${name}`,
    ssr: true,
    target: 'es2022',
    minify: false,
    rolldownOptions: {
      input: entries,
      output: { entryFileNames: '[name].js' },
      external: name === 'worker' ? [/^node:/, /^cloudflare:/] : undefined,
    },
  },
})

export default defineConfig({
  plugins: [builtAssets()],
  publicDir: 'web/assets',
  builder: {
    // The pages name the client's hashed files, so the client is built first.
    async buildApp(builder) {
      for (const name of ['client', 'node', 'worker']) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
    },
  },
  environments: {
    client: {
      build: {
        outDir: client,
        manifest: true,
        target: oldPhones,
        cssTarget: ['chrome80', 'safari14'],
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: ['web/resident/main.ts', 'web/desk/main.ts', 'web/desk/desk.css'],
        },
      },
    },
    node: server('node', { node: 'server/node.ts' }, undefined),
    worker: server('worker', { worker: 'server/worker.ts' }, true),
  },
})
