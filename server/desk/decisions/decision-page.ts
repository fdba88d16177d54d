import { findConsultation } from '../../../db/consultations.ts'
import { type Decision, findDecision } from '../../../db/decisions.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import {
  type DecisionFields,
  type DecisionProblem,
  fieldsOf,
} from '../../../web/desk/decisions/decision-form.tsx'
import { DecisionPage, type Refusal } from '../../../web/desk/decisions/decision-page.tsx'
import type { ProgressSaid } from '../../../web/desk/decisions/progress-form.tsx'
import type { Meanwhile } from '../../../web/desk/meanwhile.tsx'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { memberOf } from '../access/session.ts'
import { deskPlace } from '../place.ts'
import {
  blankFields,
  citable,
  citableFindings,
  listed,
  progressMark,
  wordsMark,
} from './decisions.ts'

/** What was typed, or asked for, and could not be done. */
interface Entered {
  fields?: DecisionFields
  problem?: DecisionProblem
  meanwhile?: Meanwhile
  progress?: ProgressSaid
  refused?: Refusal
}

/** The page of one decision, or of one that is only being written. */
export async function decisionPage(
  c: AppContext,
  decision: Decision | undefined,
  entered: Entered = {},
) {
  const found = await consultationOf(c)
  if (!found) return c.notFound()
  const shown = decision && (await listed(c.var.store, decision, memberOf(c).id))
  const { fields, problem, meanwhile, progress, refused } = entered
  const page = DecisionPage({
    place: await deskPlace(c),
    consultation: found,
    decision: shown,
    fields: fields ?? (shown ? fieldsOf(shown) : blankFields),
    citable: citable(
      new Map([
        ...(await citableFindings(c.var.store, found.id)),
        ...(shown?.findings ?? []).map(
          (finding) => [`${finding.audience}.${finding.table.id}`, finding] as const,
        ),
      ]),
    ),
    marks: {
      words: fields?.began ?? (decision ? wordsMark(decision) : ''),
      progress: progress?.began ?? (decision ? progressMark(decision) : ''),
    },
    ...{ problem, meanwhile, progress, refused },
    saved: c.req.query('saved') !== undefined,
    mayHavePhoto: c.var.host.files !== undefined && c.var.host.redraw !== undefined,
  })
  if (meanwhile || progress?.meanwhile) return render(c, page, 409)
  return render(c, page, problem || progress || refused ? 422 : 200)
}

export async function consultationOf(c: AppContext) {
  const found = await findConsultation(c.var.store, c.req.param('consultation') ?? '')
  return found && { id: found.id, title: textIn(found.title, 'zh-CN') }
}

export async function decisionOf(c: AppContext): Promise<Decision | undefined> {
  const { consultation = '', decision = '' } = c.req.param() as Record<string, string>
  return findDecision(c.var.store, consultation, decision)
}

/** To the decision, after it was saved. */
export const backTo = (c: AppContext, { consultationId, id }: Decision) =>
  c.redirect(`/desk/c/${consultationId}/decisions/${id}?saved`, 303)
