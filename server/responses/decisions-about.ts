import type { Store } from '../../db/store.ts'
import type { Decided } from '../../web/public/decided.ts'
import { publicDecisions } from '../releases/released-decisions.ts'
import type { LookedUpResponse } from './looked-up.ts'

/** The published decisions that rest on a question this response answered. */
export async function decisionsAbout(
  store: Store,
  {
    consultation,
    edition,
    response,
  }: Pick<LookedUpResponse, 'consultation' | 'edition' | 'response'>,
): Promise<Decided[]> {
  const answered = new Set(Object.keys(response.filled.answers))
  const all = await publicDecisions(store, consultation.id)
  return all.filter(({ findings }) =>
    findings.some(
      ({ audience, question }) => audience === edition.audience && answered.has(question),
    ),
  )
}
