import { type Decision, listPublicDecisions } from '../../db/decisions.ts'
import type { Store } from '../../db/store.ts'
import { dayName } from '../../web/desk/names.ts'
import type { ReleasedDecision } from '../../web/public/released.ts'

/** What the committee has decided and published, as everybody reads it beside the results. */
export async function releasedDecisions(
  store: Store,
  consultationId: string,
): Promise<ReleasedDecision[]> {
  return (await listPublicDecisions(store, consultationId)).map(told)
}

function told({ title, verdict, decision, reason, unit, dueOn, progress }: Decision) {
  const outcomes = { do: 'will', partly: 'partly', not: 'cannot' } as const
  return {
    ...{ title, decision, reason, outcome: outcomes[verdict], who: unit },
    when: dueOn && `${dayName(dueOn)}前`,
    done: progress === 'done',
  }
}
