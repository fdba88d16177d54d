import type { Consultation } from '../engine/definition.ts'
import { garden } from './garden/consultation.ts'
import { huicheng } from './huicheng/consultation.ts'

/** The consultations a committee can start from. */
export const templates: readonly Consultation[] = [huicheng, garden]
