import { readdirSync, readFileSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { Miniflare } from 'miniflare'
import { migrateDatabase } from '../../db/migrate.ts'
import { openRemote } from '../../db/remote.ts'
import { startSqld } from '../db/sqld.ts'
import { type ContractHost, publicOrigin, secretKey } from '../server/contract/host.ts'

const root = new URL('../..', import.meta.url).pathname

export interface WorkerHost extends ContractHost {
  /** What the worker printed. */
  lines: string[]
  /** What the platform does every night. */
  night(): Promise<void>
  /** Takes the database away, as a network fault would. */
  cutDatabase(): Promise<void>
}

interface Clocked {
  scheduled(event: { cron: string }): Promise<unknown>
}

/** The built worker in the real Workers runtime, with a real libSQL server behind it. */
export async function openWorkerHost(bindings: Record<string, string> = {}): Promise<WorkerHost> {
  const sqld = await startSqld()
  await migrateDatabase(sqld.url)
  const lines: string[] = []
  const runtime = new Miniflare({
    host: '127.0.0.1',
    modules: [
      {
        type: 'ESModule',
        path: 'worker.js',
        contents: readFileSync(`${root}dist/worker/worker.js`, 'utf8'),
      },
      ...compiledCode(),
    ],
    r2Buckets: ['FILES'],
    compatibilityDate: compatibilityDate(),
    compatibilityFlags: ['nodejs_compat'],
    bindings: {
      DATABASE_URL: sqld.url,
      PUBLIC_ORIGIN: publicOrigin,
      SECRET_KEY: secretKey,
      ...bindings,
    },
    handleRuntimeStdio(stdout: Readable, stderr: Readable) {
      for (const stream of [stdout, stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => lines.push(...text.split('\n')))
      }
    },
  })
  await runtime.ready
  const store = openRemote(sqld.url)
  let cut: Promise<void> | undefined
  const cutDatabase = () => {
    cut ??= sqld.stop()
    return cut
  }
  return {
    store,
    lines,
    cutDatabase,
    async request(path, init) {
      const answer = await runtime.dispatchFetch(publicOrigin + path, {
        redirect: 'manual',
        ...(init as object),
      })
      return answer as unknown as Response
    },
    async night() {
      // Its types do not know that a worker may also be woken by the clock.
      const worker: unknown = await runtime.getWorker()
      await (worker as Clocked).scheduled({ cron: '0 18 * * *' })
    },
    async end() {
      await store.close()
      await runtime.dispose()
      await cutDatabase()
    },
  }
}

const compatibilityDate = () =>
  readFileSync(`${root}wrangler.toml`, 'utf8').match(/compatibility_date = "([^"]+)"/)?.[1] ?? ''

// What wrangler finds beside the program and sends along with it.
const compiledCode = () =>
  readdirSync(`${root}dist/worker`)
    .filter((name) => name.endsWith('.wasm'))
    .map((name) => ({
      type: 'CompiledWasm' as const,
      path: name,
      contents: readFileSync(`${root}dist/worker/${name}`),
    }))
