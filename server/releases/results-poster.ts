import type { Shown } from '../../web/public/released-page.tsx'
import { ResultsPosterPage } from '../../web/public/results-poster-page.tsx'
import type { AppContext } from '../host.ts'

/** The poster of what a release tells, on the paper that the address asks for. */
export function resultsPoster(c: AppContext, shown: Shown, back: string) {
  const { publicOrigin, demo } = c.var.settings
  const address = `${publicOrigin}/c/${shown.released.consultation}/results`
  return ResultsPosterPage({
    shown,
    paper: c.req.query('paper') === 'a3' ? 'a3' : 'a4',
    address,
    short: address.replace(/^https?:\/\//, ''),
    demo,
    back,
  })
}
