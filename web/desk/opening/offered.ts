import type { Audience } from '../../../surveys/engine/definition.ts'

/** A consultation that can be opened, as the desk describes it. */
export interface OfferedTemplate {
  id: string
  title: string
  background: string
  /** What became of it here: a template is opened once. */
  state: 'new' | 'open' | 'ended'
  /** How many days it is usually open. */
  days: number
  closesAt?: number | undefined
  editions: OfferedEdition[]
}

export interface OfferedEdition {
  audience: Audience
  title: string
  questions: number
  minutes: number
  /** What is asked beside ticks, in words. */
  asks: string[]
  /** Whether some are asked afterwards how they can be reached. */
  contact: boolean
  /** Questions whose wording asks who somebody is; there should be none. */
  identifying: string[]
}
