import { findConsultation } from '../../../db/consultations.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { TopicsPage } from '../../../web/desk/results/topics-page.tsx'
import { deskPlace } from '../../desk/place.ts'
import { findResults } from '../../desk/results.ts'
import { staffRouter } from '../../desk/session.ts'
import { topicTables } from '../../desk/topics.ts'
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
  const [adult, child] = await Promise.all([
    findResults(c, id, 'adult'),
    findResults(c, id, 'child'),
  ])
  return render(
    c,
    TopicsPage({
      place: await deskPlace(c),
      consultation: { id, title: textIn(consultation.title, 'zh-CN') },
      topics: topics.map((topic) => ({
        id: topic.id,
        title: textIn(topic.title, 'zh-CN'),
        adult: adult ? topicTables(topic, adult) : [],
        child: child ? topicTables(topic, child) : [],
      })),
    }),
  )
}
