import { Worker } from 'node:worker_threads'
import { StoreBusy } from '../../db/store.ts'
import type { Redraw, Redrawn } from './redraw.ts'

// Twelve megapixels take two seconds; a busy machine of one core takes its time.
const patienceMs = 20_000
const megabytes = 256
const mostWaiting = 40

/**
 * Redraws in a thread with little memory and little time, one picture after the other, and ends the thread
 * after each: nothing of one picture is there when the next comes. `thread` is the built `redraw-thread.ts`.
 */
export function redrawApart(thread: URL): Redraw {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async (bytes, mostOnASide) => {
    if (waiting >= mostWaiting) throw new StoreBusy('too many pictures at once')
    waiting++
    const turn = last.then(() => inThread(thread, bytes, mostOnASide))
    last = turn.catch(() => undefined)
    try {
      return await turn
    } finally {
      waiting--
    }
  }
}

function inThread(
  thread: URL,
  bytes: Uint8Array,
  mostOnASide: number,
): Promise<Redrawn | undefined> {
  const worker = new Worker(thread, {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    // Whatever a decoder prints says something about a resident's picture.
    stdout: true,
    stderr: true,
  })
  const done = new Promise<Redrawn | undefined>((resolve) => {
    const late = setTimeout(() => resolve(undefined), patienceMs)
    late.unref()
    worker.once('message', resolve)
    worker.once('error', () => resolve(undefined))
    worker.once('exit', () => resolve(undefined))
    worker.postMessage({ bytes, mostOnASide })
  })
  return done.finally(() => worker.terminate())
}
