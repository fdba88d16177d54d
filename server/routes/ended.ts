import type { OpenConsultation } from '../../db/consultations.ts'
import { EndedPage } from '../../web/resident/ended-page.tsx'
import type { Reader } from '../../web/resident/reader.ts'
import type { AppContext } from '../host.ts'
import { publicationDates } from '../releases/published.ts'
import { render } from '../request/render.ts'
import { lateMs } from '../responses/late.ts'

/** Instead of questions: the consultation takes no more answers, and this is what became of it. */
export async function ended(
  c: AppContext,
  reader: Reader,
  consultation: OpenConsultation,
  finish?: string,
) {
  const publishedAt = (await publicationDates(c.get('store')))(consultation.id)
  const latest = consultation.closesAt + lateMs
  const until = c.get('now')() <= latest ? latest : undefined
  return render(c, EndedPage({ reader, consultation, publishedAt, until, finish }), 410)
}
