import { findConsultation } from '../../../db/consultations.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { TopicsPage } from '../../../web/desk/results/topics-page.tsx'
import { staffRouter } from '../../desk/access/session.ts'
import { topicsBeside, topicsFile } from '../../desk/compare/topics.ts'
import { deskPlace } from '../../desk/place.ts'
import { asksForFile } from '../../exports/tables-csv.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** Adults and children on the same matter, side by side. */
export const topicRoutes = staffRouter()

topicRoutes.get('/c/:consultation/topics', (c) => page(c, c.req.param('consultation')))

topicRoutes.get('/c/:consultation/topics/:topic', (c) =>
  page(c, c.req.param('consultation'), c.req.param('topic')),
)

async function page(c: AppContext, id: string, only?: string) {
  const consultation = await findConsultation(c.var.store, id)
  const topics = consultation?.topics.filter((topic) => only === undefined || topic.id === only)
  if (!consultation || !topics || (only && topics.length === 0)) return c.notFound()
  const beside = await topicsBeside(c, id, topics)
  if (asksForFile(c)) return topicsFile(c, id, beside)
  return render(
    c,
    TopicsPage({
      place: await deskPlace(c),
      consultation: { id, title: textIn(consultation.title, 'zh-CN') },
      topics: beside,
      path: c.req.path,
    }),
  )
}
