import { NotAllowedPage } from '../../../web/desk/members/not-allowed-page.tsx'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { deskPlace } from '../place.ts'

/** Answers somebody who is signed in but may not do this. */
export async function notAllowed(c: AppContext): Promise<Response> {
  return render(c, NotAllowedPage({ place: await deskPlace(c) }), 403)
}
