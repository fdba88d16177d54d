import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { build, defineConfig, type Plugin } from 'vite'

const client = 'dist/client'

/**
 * The residents' scripts, each one file: parts shared between files would be one more journey for a slow
 * phone. A page has one page script; the others come beside it, and only where there is use for them.
 */
const scripts = {
  page: 'web/resident/main.ts',
  'page-with-kinds': 'web/resident/kinds/main-with-kinds.ts',
  'read-aloud': 'web/resident/aloud/read-aloud-page.ts',
  session: 'web/resident/assist/session-page.ts',
  child: 'web/resident/child-page.ts',
  letters: 'web/resident/letters/letters-page.ts',
  correction: 'web/resident/correct/correction-script.ts',
}

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
        residentScript: file(scripts.page),
        kindsScript: file(scripts['page-with-kinds']),
        readAloudScript: file(scripts['read-aloud']),
        sessionScript: file(scripts.session),
        childScript: file(scripts.child),
        lettersScript: file(scripts.letters),
        correctionScript: file(scripts.correction),
        deskScript: file('web/desk/main.ts'),
        deskStyle: file('web/desk/desk.css'),
      })}`
    },
  }
}

/** A service worker that goes away from every phone that comes by, with all it kept. */
const farewell = `addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(Promise.all([
  caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))),
  registration.unregister(),
])))
`

/**
 * `/sw.js`, one file that imports nothing, named after the page script with all kinds, which changes with every part.
 * `SERVICE_WORKER=off` builds the farewell in its place.
 */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    applyToEnvironment: (environment) => environment.name === 'client',
    async generateBundle(_, bundle) {
      const script = Object.values(bundle).find(
        (file) =>
          file.type === 'asset' && file.originalFileNames.includes(scripts['page-with-kinds']),
      )
      const source =
        process.env.SERVICE_WORKER === 'off'
          ? farewell
          : (await compiled('web/resident/offline/service-worker.ts', { BUILD: script?.fileName }))
              .code
      this.emitFile({ type: 'asset', fileName: 'sw.js', source })
    },
  }
}

function residentScripts(): Plugin {
  return {
    name: 'resident-scripts',
    applyToEnvironment: (environment) => environment.name === 'client',
    async generateBundle(_, bundle) {
      for (const [name, entry] of Object.entries(scripts)) {
        const { code, fetched } = await compiled(entry)
        this.emitFile({ type: 'asset', name: `${name}.js`, originalFileName: entry, source: code })
        for (const { fileName, code } of fetched) {
          if (!bundle[`assets/${fileName}`])
            this.emitFile({ type: 'asset', fileName: `assets/${fileName}`, source: code })
        }
      }
    },
  }
}

/** One script, and what it fetches when it has to. */
export async function compiled(entry: string, define: Record<string, unknown> = {}) {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: Object.fromEntries(
      Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)]),
    ),
    build: {
      write: false,
      target: oldPhones,
      // As a library, because elsewhere every `import()` is wrapped in a kilobyte that waits for style sheets.
      lib: { entry, formats: ['es'], fileName: 'script' },
      rolldownOptions: { output: { minify: true, comments: false } },
    },
  })
  const chunks = [made]
    .flat()
    .flatMap((one) => ('output' in one ? one.output : []))
    .filter((file) => file.type === 'chunk')
  const script = chunks.find((chunk) => chunk.isEntry)
  if (!script || script.imports.length > 0) throw new Error(`${entry} is not one script`)
  return { code: script.code, fetched: chunks.filter((chunk) => !chunk.isEntry) }
}

/** What the Workers platform reads beside the files: how to send them, and which of them are not for sending. */
function platformFiles(): Plugin {
  const headers = `/assets/*
  Cache-Control: public, max-age=31536000, immutable
/*
  X-Content-Type-Options: nosniff
  Cross-Origin-Resource-Policy: same-origin
/sw.js
  Cache-Control: no-cache
`
  return {
    name: 'platform-files',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headers })
      this.emitFile({ type: 'asset', fileName: '.assetsignore', source: '.vite\n' })
    },
  }
}

/** The commands, each a file of its own in dist/node. */
const commands = Object.fromEntries(
  ['node', 'prepare', 'rebuild', 'demo', 'invite']
    .map((name) => [name, `server/${name}.ts`] as const)
    .filter(([, file]) => existsSync(file)),
)

/** The thread in which pictures are drawn anew is a program of its own. */
const threads = { 'redraw-thread': 'server/files/redraw-thread.ts' }

/** The Workers runtime takes compiled code only as files of their own, beside the program. */
function compiledCode(): Plugin {
  return {
    name: 'compiled-code',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'worker',
    async resolveId(source, importer) {
      const [file = '', asked] = source.split('?')
      if (!file.endsWith('.wasm') || asked !== 'module') return undefined
      const found = await this.resolve(file, importer, { skipSelf: true })
      if (!found) throw new Error(`${source} is not there`)
      const fileName = basename(found.id)
      this.emitFile({ type: 'asset', fileName, source: readFileSync(found.id) })
      return { id: `./${fileName}`, external: true }
    },
  }
}

// Residents' phones go back to Chromium 86 inside WeChat; Vite's own default is far too new for them. ES2020 is
// what Chromium 80 and Safari 14 know. Naming them would have every `?.` written out for an old fault of Chromium
// that shows only with spread arguments, which are not used so here.
const oldPhones = 'es2020'

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
    copyPublicDir: false,
    emitAssets: name === 'worker',
    ssr: true,
    target: 'es2022',
    minify: false,
    // The residents' style travels inside their pages, so it must be small here too.
    cssMinify: true,
    cssTarget: ['chrome80', 'safari14'],
    rolldownOptions: {
      input: entries,
      // All in one folder, so that a program finds dist/client from whichever of its files asks.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      external: name === 'worker' ? [/^node:/, /^cloudflare:/] : undefined,
    },
  },
})

export default defineConfig({
  plugins: [builtAssets(), platformFiles(), residentScripts(), serviceWorker(), compiledCode()],
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
          input: ['web/desk/main.ts', 'web/desk/desk.css'],
        },
      },
    },
    node: server('node', { ...commands, ...threads }, undefined),
    worker: server('worker', { worker: 'server/worker.ts' }, true),
  },
})
