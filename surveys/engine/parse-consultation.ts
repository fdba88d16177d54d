import * as v from 'valibot'
import { checkDefinition } from './check-definition.ts'
import { type Consultation, ConsultationSchema } from './definition.ts'
import type { DefinitionProblem } from './definition-problem.ts'

const sizeLimit = 512 * 1024
const depthLimit = 12

/** Reads a consultation from JSON that came from outside, or says where it is wrong. */
export function parseConsultation(
  json: string,
): { consultation: Consultation } | { problems: DefinitionProblem[] } {
  const problems = limits(json)
  if (problems.length > 0) return { problems }
  let raw: unknown
  try {
    raw = JSON.parse(json)
  } catch {
    return { problems: [{ path: '', kind: 'not-json' }] }
  }
  const parsed = v.safeParse(ConsultationSchema, raw)
  if (!parsed.success) {
    return {
      problems: parsed.issues.map((issue) => ({
        path: v.getDotPath(issue) ?? '',
        kind: 'wrong-shape',
        about: issue.expected ?? issue.type,
      })),
    }
  }
  const faults = checkDefinition(parsed.output)
  return faults.length > 0 ? { problems: faults } : { consultation: parsed.output }
}

/** Looked at before anything is parsed: a definition nested deep enough would crash the parser. */
function limits(json: string): DefinitionProblem[] {
  // Three bytes a character at most, so short texts need no encoding to be measured.
  const large = json.length * 3 > sizeLimit && new TextEncoder().encode(json).length > sizeLimit
  if (large) return [{ path: '', kind: 'too-large', about: String(sizeLimit) }]
  if (isDeeperThan(json, depthLimit)) {
    return [{ path: '', kind: 'too-deep', about: String(depthLimit) }]
  }
  return []
}

/** Counts open brackets outside strings, without building anything. */
function isDeeperThan(json: string, limit: number): boolean {
  let depth = 0
  let quoted = false
  for (let i = 0; i < json.length; i++) {
    const c = json.charCodeAt(i)
    if (quoted) {
      if (c === 0x5c) i++
      else if (c === 0x22) quoted = false
    } else if (c === 0x22) quoted = true
    else if (c === 0x7b || c === 0x5b) {
      if (++depth > limit) return true
    } else if (c === 0x7d || c === 0x5d) depth--
  }
  return false
}
