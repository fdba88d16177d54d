import { chunkSize } from './chunks.ts'
import { isOutage } from './faults.ts'
import { registerOfVersion } from './register-suggestions.ts'
import { sealDueChunks } from './sealing.ts'
import type { Store } from './store.ts'
import { editionOf } from './versions.ts'

interface Backlog {
  unsealed: number
  atLastLook: number
  timer?: NodeJS.Timeout | undefined
}

/**
 * To be called when responses were stored, or found unsealed. Once a chunk's worth has come in and
 * the rush is over, they are sealed in the background. Only where this process alone writes; on a
 * server whoever reads the results seals what is due.
 */
export function sealSoon(store: Store, versionId: number, responses = 1) {
  if (!store.alone) return
  const versions = backlogs.get(store) ?? new Map<number, Backlog>()
  backlogs.set(store, versions)
  const backlog: Backlog = versions.get(versionId) ?? { unsealed: 0, atLastLook: 0 }
  versions.set(versionId, backlog)
  backlog.unsealed += responses
  if (backlog.unsealed < chunkSize || backlog.timer) return
  backlog.atLastLook = backlog.unsealed
  lookAgain(store, versionId, backlog)
}

const backlogs = new WeakMap<Store, Map<number, Backlog>>()
const lookEveryMs = 1_000
const rush = 200
const mostWaiting = 16 * chunkSize

function lookAgain(store: Store, versionId: number, backlog: Backlog) {
  backlog.timer = setTimeout(async () => {
    const isQuiet = backlog.unsealed - backlog.atLastLook < rush
    if (isQuiet || backlog.unsealed >= mostWaiting) {
      backlog.unsealed = 0
      await sealNow(store, versionId)
    }
    backlog.atLastLook = backlog.unsealed
    backlog.timer = undefined
    if (backlog.unsealed >= chunkSize) lookAgain(store, versionId, backlog)
  }, lookEveryMs)
  backlog.timer.unref()
}

async function sealNow(store: Store, versionId: number) {
  try {
    const edition = await editionOf(store, versionId)
    await sealDueChunks(store, versionId, edition)
    if (edition.suggestion !== undefined) await registerOfVersion(store, versionId, edition)
  } catch (error) {
    // Chunks are a copy: when they cannot be written now, the next round will.
    if (!isOutage(error)) store.onFault(error)
  }
}
