import type { Audience } from '../../../surveys/engine/definition.ts'
import { AccessPage } from '../../../web/desk/pictures/access-page.tsx'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { isOpenToday, type Look, openToday } from '../access/looks.ts'
import { deskPlace } from '../place.ts'

/** What children wrote opens only to who said what for, today; what adults wrote, to all staff. */
export async function mayReadWords(
  c: AppContext,
  consultationId: string,
  audience: Audience,
): Promise<boolean> {
  return audience !== 'child' || isOpenToday(c, lookAt(consultationId))
}

/** Writes down who opens what the children of a consultation wrote, and what for. */
export function openWords(c: AppContext, consultationId: string, purpose: string): Promise<void> {
  return openToday(c, lookAt(consultationId), purpose)
}

/** Asks what for; afterwards `to`, a page of the consultation, opens. */
export async function wordsAccessPage(
  c: AppContext,
  consultation: { id: string; title: string },
  to: string,
  problem = false,
) {
  const action = `/desk/c/${consultation.id}/texts/access?to=${encodeURIComponent(to)}`
  const page = AccessPage({
    ...{ place: await deskPlace(c), consultation, action, problem },
    ...{ title: '孩子写的话', what: '孩子写的话' },
  })
  return render(c, page, problem ? 422 : 200)
}

const lookAt = (consultationId: string): Look => ({
  ...{ action: 'look at texts', object: `${consultationId}/child` },
})
