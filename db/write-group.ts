import type { ResultSet } from '@libsql/client'
import { type Plain, rowsStatement } from './statement.ts'

type Row = readonly (string | number | null)[]

/** Rows that wait with the same `sql` become one statement: it costs a third of one for each. */
interface RowJob {
  kind: 'row'
  sql: string
  row: Row
  /** Told whether every row of the statement was new. */
  resolve(allAdded: boolean): void
  reject(error: unknown): void
}

interface StatementsJob {
  kind: 'statements'
  statements: Plain[]
  resolve(results: ResultSet[]): void
  reject(error: unknown): void
}

export type Job = RowJob | StatementsJob

/** The group as one list of statements, and how to hand their results back. */
export function composed(group: readonly Job[]): {
  statements: Plain[]
  deliver(results: ResultSet[]): void
} {
  const statements: Plain[] = []
  const deliveries: ((results: ResultSet[]) => void)[] = []
  const rows = new Map<string, RowJob[]>()
  for (const job of group) {
    if (job.kind === 'row') {
      const alike = rows.get(job.sql)
      if (alike) alike.push(job)
      else rows.set(job.sql, [job])
    } else {
      const from = statements.length
      statements.push(...job.statements)
      const to = statements.length
      deliveries.push((results) => job.resolve(results.slice(from, to)))
    }
  }
  for (const [sql, jobs] of rows) {
    const at = statements.length
    statements.push(
      rowsStatement(
        sql,
        jobs.map(({ row }) => row),
      ),
    )
    deliveries.push((results) => {
      const allAdded = results[at]?.rowsAffected === jobs.length
      for (const job of jobs) job.resolve(allAdded)
    })
  }
  return {
    statements,
    deliver: (results) => {
      for (const deliver of deliveries) deliver(results)
    },
  }
}
