import type { Audience } from '../../surveys/engine/definition.ts'
import type { Count, ResultTable } from '../desk/results/result-table.ts'

export type Verdict = 'do' | 'partly' | 'not'
export type Progress = 'planned' | 'doing' | 'done'

/** A published table that a decision rests on, as it stood when it was cited. */
export interface Finding {
  release: number
  takenAt: number
  audience: Audience
  table: ResultTable
}

/** What everybody reads of a finding. Of a release that was taken back no number is told any more. */
export interface ToldFinding {
  release: number
  takenAt: number
  audience: Audience
  question: string
  title: string
  told: { sentence: string; base: Count; people: string } | undefined
}

/** What staff write of a decision. Days are written `2026-03-02`, or empty. */
export interface DecisionText {
  number: number
  title: string
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

/** What the committee decided, as everybody reads it since the day a second person published it. */
export interface Decided extends DecisionText {
  findings: ToldFinding[]
  publishedAt: number
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

const order: Verdict[] = ['do', 'partly', 'not']

/** What will be done first, what cannot be done last. */
export const inOrder = (decisions: readonly Decided[]): Decided[] =>
  [...decisions].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
