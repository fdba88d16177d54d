import type { Store } from './store.ts'

/** What a probe is told: `problems` is empty when answers can be stored. */
export interface Readiness {
  ready: boolean
  problems: string[]
  facts: Record<string, string | number>
}

/** Writes one row as an answer would be written, and looks at how the database is set. */
export async function readiness(store: Store, now = Date.now()): Promise<Readiness> {
  const problems: string[] = []
  const started = performance.now()
  try {
    await store.write([
      {
        sql: 'INSERT INTO heartbeat (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at',
        args: [now],
      },
    ])
  } catch {
    problems.push('cannot write')
  }
  const writeMs = Math.round(performance.now() - started)
  const checkUp = await store.checkUp().catch(() => ({ problems: ['cannot read'], facts: {} }))
  problems.push(...checkUp.problems)
  return { ready: problems.length === 0, problems, facts: { ...checkUp.facts, writeMs } }
}
