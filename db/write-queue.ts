import type { Client } from '@libsql/client'
import { faultOf } from './faults.ts'
import { setPragmas } from './pragmas.ts'
import { StoreBusy } from './store.ts'
import { composed, type Job } from './write-group.ts'

type Aside = () => Promise<void>

export interface WriteQueue {
  add(job: Job): void
  /** Runs something that can be no part of a transaction, between two groups. */
  aside<T>(work: () => Promise<T>): Promise<T>
  /** Takes nothing more and resolves when all that was taken is written. */
  close(): Promise<void>
  /** How many jobs wait. */
  waiting(): number
}

const groupLimit = 64

/**
 * All writes of a process, one after the other. What waits is written as one transaction, so many
 * share one fsync; nothing is ever delayed to gather company.
 */
export function writeQueue(client: Client, patience: number): WriteQueue {
  const jobs: Job[] = []
  const asides: Aside[] = []
  let running: Promise<void> | undefined
  let closed = false

  async function drain() {
    // After the sockets that are ready have been read: their answers travel in the same group.
    await new Promise((ready) => setImmediate(ready))
    while (jobs.length + asides.length > 0) {
      if (jobs.length > 0) await writeGroup(client, jobs.splice(0, groupLimit), patience)
      await asides.shift()?.()
      await new Promise((ready) => setImmediate(ready))
    }
    running = undefined
  }

  return {
    add(job) {
      if (closed) return job.reject(new StoreBusy('the store is closed'))
      jobs.push(job)
      running ??= drain()
    },
    aside: (work) =>
      new Promise((resolve, reject) => {
        asides.push(async () => {
          const outcome = await attempt(client, work, 0)
          if (outcome.kind === 'done') resolve(outcome.result)
          else reject(outcome.error)
        })
        running ??= drain()
      }),
    close: async () => {
      closed = true
      while (running) await running
    },
    waiting: () => jobs.length,
  }
}

async function writeGroup(client: Client, group: Job[], patience: number) {
  const { statements, deliver } = composed(group)
  const outcome = await attempt(client, () => client.batch(statements, 'write'), patience)
  if (outcome.kind === 'done') {
    deliver(outcome.result)
  } else if (outcome.kind === 'statement' && group.length > 1) {
    // One bad job must not fail the others: each is tried alone.
    for (const job of group) await writeGroup(client, [job], patience)
  } else {
    for (const job of group) job.reject(outcome.error)
  }
}

type Outcome<T> = { kind: 'done'; result: T } | { kind: 'statement' | 'not now'; error: unknown }

async function attempt<T>(
  client: Client,
  work: () => Promise<T>,
  patience: number,
): Promise<Outcome<T>> {
  const giveUpAt = performance.now() + patience
  for (;;) {
    try {
      return { kind: 'done', result: await work() }
    } catch (error) {
      const fault = faultOf(error)
      const pause = fault === 'busy' ? 10 + Math.random() * 40 : 0
      // A connection that has failed once may stay broken, or have been replaced by one without pragmas.
      const healed = await reopen(client, pause)
      if (fault === 'statement') return { kind: 'statement', error }
      if (fault === 'disk' || performance.now() > giveUpAt) {
        return { kind: 'not now', error: new StoreBusy('not stored', { cause: error }) }
      }
      if (!healed) await reopen(client, 50)
    }
  }
}

// Reconnecting in a task of its own: no read is then between borrowing the connection and using it.
async function reopen(client: Client, pause: number): Promise<boolean> {
  try {
    await new Promise<void>((done) => {
      setTimeout(() => {
        client.reconnect()
        done()
      }, pause)
    })
    await setPragmas(client)
    return true
  } catch {
    return false
  }
}
