import { findConsultation } from '../../../db/consultations.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { staffRouter } from '../../desk/access/session.ts'
import { cut, readForm, tidy } from '../../desk/form.ts'
import { openWords, wordsAccessPage } from '../../desk/texts/childrens-words.ts'
import type { AppContext } from '../../host.ts'

/** What for somebody wants to read what children wrote: asked once a day, and written down. */
export const textsAccessRoutes = staffRouter()

const path = '/c/:consultation/texts/access'

textsAccessRoutes.get(path, (c) => accessPage(c))

textsAccessRoutes.post(path, async (c) => {
  const purpose = cut(tidy((await readForm(c))('purpose')), 100)
  if (purpose.length < 4) return accessPage(c, true)
  const id = c.req.param('consultation')
  if (!(await findConsultation(c.var.store, id))) return c.notFound()
  await openWords(c, id, purpose)
  return c.redirect(`/desk/c/${id}/${pageAsked(c)}`, 303)
})

async function accessPage(c: AppContext, problem = false) {
  const found = await findConsultation(c.var.store, c.req.param('consultation') ?? '')
  if (!found) return c.notFound()
  const shown = { id: found.id, title: textIn(found.title, 'zh-CN') }
  return wordsAccessPage(c, shown, pageAsked(c), problem)
}

/** Only a page that shows children's words; its changes are not made by being asked for again. */
function pageAsked(c: AppContext): string {
  const to = c.req.query('to') ?? ''
  return /^(texts|results)\/child(\/\w+(\/[a-z]+)?)?$/.test(to) ? to : 'texts'
}
