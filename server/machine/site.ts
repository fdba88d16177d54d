import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filePath } from '../../db/file.ts'
import type { Store } from '../../db/store.ts'
import { createApp } from '../app.ts'
import { redrawApart } from '../files/redraw-apart.ts'
import type { AppContext, Host } from '../host.ts'
import { callerAddress, callerKeys, isLoopback } from '../request/caller.ts'
import { compressed } from '../request/compression.ts'
import { floodGate } from '../request/flood.ts'
import { staticFiles } from '../request/static-files.ts'
import type { Settings } from '../settings.ts'
import { filesOf } from './files-folder.ts'
import { isFile } from './machine-settings.ts'

type Fetch = (request: Request, env: object) => Response | Promise<Response>

// One gate for a whole building behind one address: hundreds of homes may answer in the same evening.
const submissions = { burst: 600, perSecond: 1 }
const receipts = { burst: 60, perSecond: 0.2 }

interface SiteOptions {
  store: Store
  settings: Settings
  log: Host['log']
  stopping(): boolean
}

/** The whole site as one machine serves it: the app, its built files, compression and the flood gates. */
export function openSite({ store, settings, log, stopping }: SiteOptions): Fetch {
  const host: Host = {
    store,
    settings,
    now: Date.now,
    log,
    stopping,
    compress: compressed,
    machineFacts: () => diskFacts(settings),
    allows: gates(settings.trustedProxies, log),
    ...filesOf(settings),
    redraw: redrawApart(new URL('./redraw-thread.js', import.meta.url)),
  }
  const app = createApp(() => host)
  const files = staticFiles(clientFolder())
  return (request, env) => files(request) ?? app.fetch(request, env)
}

// The built program lies in dist/node beside dist/client; the source, in tests, in server/machine.
function clientFolder(): string {
  const [built = '', fromSource = ''] = ['../client/', '../../dist/client/'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  )
  return existsSync(built) ? built : fromSource
}

async function diskFacts({ databaseUrl }: Settings): Promise<Record<string, number>> {
  if (!isFile(databaseUrl)) return {}
  const { bavail, blocks } = await statfs(dirname(filePath(databaseUrl)))
  return { diskFreePercent: Math.floor((100 * bavail) / blocks) }
}

const proxyUnknown =
  '请求来自本机的反向代理，而 TRUSTED_PROXIES=0，所以不能限制每个来访者：请设 TRUSTED_PROXIES=1 · requests come through a proxy on this machine, so no caller is limited: set TRUSTED_PROXIES=1'

function gates(trustedProxies: number, log: Host['log']) {
  const keyOf = callerKeys()
  const gate = { submission: floodGate(submissions), receipt: floodGate(receipts) }
  let warned = false
  return (c: AppContext, what: 'submission' | 'receipt') => {
    const socket = (c.env as { incoming?: { socket?: { remoteAddress?: string } } }).incoming
      ?.socket
    const forwarded = trustedProxies > 0 ? c.req.header('X-Forwarded-For') : undefined
    const address = callerAddress(socket?.remoteAddress, forwarded, trustedProxies)
    if (address === undefined) return true
    if (!isLoopback(address)) return gate[what](keyOf(address))
    if (trustedProxies === 0 && !warned && c.req.header('X-Forwarded-For') !== undefined) {
      warned = true
      log({ warning: proxyUnknown })
    }
    return true
  }
}
