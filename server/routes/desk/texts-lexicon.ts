import { findConsultation } from '../../../db/consultations.ts'
import {
  changeLexicon,
  forgetLexiconChange,
  listLexiconChanges,
} from '../../../db/lexicon-changes.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { LexiconPage } from '../../../web/desk/texts/lexicon-page.tsx'
import { by, staffRouter } from '../../desk/access/session.ts'
import { readForm } from '../../desk/form.ts'
import { deskPlace } from '../../desk/place.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { isStorable } from '../../request/stored-text.ts'

/** Which words are kept in one piece and which are not counted, for all consultations of this site. */
export const lexiconRoutes = staffRouter()

const path = '/c/:consultation/texts/lexicon'
const mostAtOnce = 50

lexiconRoutes.get(path, (c) => lexiconPage(c, c.req.param('consultation')))

lexiconRoutes.post(path, async (c) => {
  const consultation = c.req.param('consultation')
  const field = await readForm(c)
  const [typed, as] = [field('words'), field('as')]
  const words = wordsOf(typed)
  const doing = Object.hasOwn(doings, as) ? doings[as] : undefined
  if (!words || !doing) return lexiconPage(c, consultation, { words: typed, as })
  await changeLexicon(c.var.store, { ...doing, words }, by(c))
  return back(c, consultation)
})

lexiconRoutes.post(`${path}/removal`, async (c) => {
  const field = await readForm(c)
  const changes = await listLexiconChanges(c.var.store)
  const change = changes.find(({ list, word }) => list === field('list') && word === field('word'))
  if (change) await forgetLexiconChange(c.var.store, change, by(c))
  return back(c, c.req.param('consultation'))
})

const back = (c: AppContext, consultation: string) =>
  c.redirect(`/desk/c/${consultation}/texts/lexicon?saved`, 303)

const doings: Record<string, { list: 'words' | 'stops'; present: boolean }> = {
  keep: { list: 'words', present: true },
  split: { list: 'words', present: false },
  leave: { list: 'stops', present: true },
  count: { list: 'stops', present: false },
}

/** The words of a list, as they are cut; undefined where it holds none, too many, or what is no word. */
function wordsOf(typed: string): string[] | undefined {
  if (!isStorable(typed)) return
  const words = [
    ...new Set(
      typed
        .normalize('NFKC')
        .toLowerCase()
        .split(/[\s,，、;；]+/),
    ),
  ].filter(Boolean)
  const isGood = words.every((word) => [...word].length >= 2 && word.length <= 20)
  return isGood && words.length > 0 && words.length <= mostAtOnce ? words : undefined
}

async function lexiconPage(c: AppContext, id: string, entered?: { words: string; as: string }) {
  const consultation = await findConsultation(c.var.store, id)
  if (!consultation) return c.notFound()
  const page = LexiconPage({
    place: await deskPlace(c),
    consultation: { id, title: textIn(consultation.title, 'zh-CN') },
    changes: await listLexiconChanges(c.var.store),
    saved: c.req.query('saved') !== undefined,
    entered,
  })
  return render(c, page, entered ? 422 : 200)
}
