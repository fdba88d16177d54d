import { findConsultation } from '../../../db/consultations.ts'
import { listNeighbourhoods } from '../../../db/mailboxes.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { LanguagesPage } from '../../../web/desk/languages/languages-page.tsx'
import { audienceName } from '../../../web/desk/names.ts'
import { staffRouter } from '../../desk/access/session.ts'
import { deskPlace } from '../../desk/place.ts'
import { render } from '../../request/render.ts'

/** What is still to be translated. */
export const languageRoutes = staffRouter()

languageRoutes.get('/c/:consultation/languages', async (c) => {
  const consultation = await findConsultation(c.var.store, c.req.param('consultation'))
  if (!consultation) return c.notFound()
  const { id, title, background, topics, editions } = consultation
  const places = await listNeighbourhoods(c.var.store)
  const parts = [
    { name: '征询本身', definition: { title, background, topics } },
    ...editions.map(({ audience, edition }) => ({
      name: audienceName(audience),
      definition: edition,
    })),
    { name: '居民区和邮筒', definition: places.map(placeTexts) },
  ]
  const shown = { id, title: textIn(title, 'zh-CN') }
  return render(c, LanguagesPage({ place: await deskPlace(c), consultation: shown, parts }))
})

// A mailbox says again which neighbourhood it stands in; that is one text, not two.
const placeTexts = ({
  id,
  name,
  mailboxes,
}: Awaited<ReturnType<typeof listNeighbourhoods>>[number]) => ({
  id,
  name,
  mailboxes: mailboxes.map((box) => ({ id: box.code, name: box.name, place: box.place })),
})
