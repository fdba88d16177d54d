import type { Audience } from '../../surveys/engine/definition.ts'
import type { ResultTable } from '../desk/results/result-table.ts'

export type Verdict = 'do' | 'partly' | 'not'
export type Progress = 'planned' | 'doing' | 'done'

/** A published table that a decision rests on, as it stood when it was cited. */
export interface Finding {
  release: number
  takenAt: number
  audience: Audience
  table: ResultTable
}

/** What the committee decided, as everybody may read it. Days are written `2026-03-02`, or empty. */
export interface Decided {
  number: number
  title: string
  findings: Finding[]
  options: string
  verdict: Verdict
  decision: string
  reason: string
  decidedBy: string
  decidedOn: string
  action: string
  unit: string
  dueOn: string
  progress: Progress
  progressNote: string
  progressAt: number | null
  /** Where the photo is fetched from. */
  photo: string | undefined
}

export function verdictName(verdict: Verdict): string {
  switch (verdict) {
    case 'do':
      return '要做'
    case 'partly':
      return '做一部分'
    case 'not':
      return '这次做不到'
  }
}

export function progressName(progress: Progress): string {
  switch (progress) {
    case 'planned':
      return '已定下'
    case 'doing':
      return '正在办'
    case 'done':
      return '办好了'
  }
}
