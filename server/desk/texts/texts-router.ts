import { textIn } from '../../../surveys/engine/text.ts'
import type { AppContext } from '../../host.ts'
import { staffRouter } from '../access/session.ts'
import { mayReadWords, wordsAccessPage } from './childrens-words.ts'
import { findTexts, type TextsAsked } from './open-texts.ts'

type TextsHandler = (c: AppContext, found: TextsAsked) => Response | Promise<Response>

/**
 * Where pages about one text question are registered, by how their address ends. There is no way to add one here
 * that shows children's words to somebody who has not said what for.
 */
export function textsRouter() {
  const { routes, get, post } = staffRouter()
  return {
    routes,
    get: (end: string, handler: TextsHandler) => get(`${path}${end}`, forReaders(handler)),
    post: (end: string, handler: TextsHandler) => post(`${path}${end}`, forReaders(handler)),
  }
}

const path = '/c/:consultation/texts/:audience{[a-z]+}/:question'

function forReaders(handler: TextsHandler) {
  return async (c: AppContext) => {
    const { consultation = '', audience = '', question = '' } = c.req.param()
    const found = await findTexts(c, { consultation, audience, question })
    if (!found) return c.notFound()
    if (await mayReadWords(c, consultation, found.of.audience)) return handler(c, found)
    const title = textIn(found.results.consultation.title, 'zh-CN')
    const to = c.req.path.replace(`/desk/c/${consultation}/`, '')
    return wordsAccessPage(c, { id: consultation, title }, to)
  }
}
