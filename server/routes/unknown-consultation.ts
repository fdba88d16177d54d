import { ProblemPage } from '../../web/resident/problem-page.tsx'
import { words } from '../../web/words/words.ts'
import type { AppContext } from '../host.ts'
import { readerOf } from '../request/reader.ts'
import { render } from '../request/render.ts'

/** No such consultation, or not yet. */
export function unknownConsultation(c: AppContext) {
  const reader = readerOf(c)
  const [heading, more] = words(reader.locale).trouble.consultation
  return render(c, ProblemPage({ reader, heading, more }), 404)
}
