import { listCodes } from '../../../db/codebooks.ts'
import { listCodings, settled } from '../../../db/codings.ts'
import { findConsultation } from '../../../db/consultations.ts'
import { usesWord } from '../../../surveys/engine/open-text/count-words.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { TextsPage } from '../../../web/desk/texts/texts-page.tsx'
import { WordsPage } from '../../../web/desk/texts/words-page.tsx'
import { staffRouter } from '../../desk/access/session.ts'
import { deskPlace } from '../../desk/place.ts'
import {
  findTexts,
  mostTexts,
  readLexicon,
  textsHead,
  textsOf,
  textTitle,
  wordsIn,
} from '../../desk/texts/open-texts.ts'
import { textsRouter } from '../../desk/texts/texts-router.ts'
import { wordsFile } from '../../exports/file-tables.ts'
import { asksForFile, tablesFile } from '../../exports/tables-csv.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** What people wrote: which questions, and the words they often use. */
export const textRoutes = staffRouter()

textRoutes.get('/c/:consultation/texts', async (c) => {
  const consultation = await findConsultation(c.var.store, c.req.param('consultation'))
  if (!consultation) return c.notFound()
  const questions = consultation.editions.flatMap(({ audience, edition }) =>
    edition.sections
      .flatMap((section) => section.questions)
      .filter(({ kind }) => kind === 'text')
      .map(({ id }) => listed(c, { consultation: consultation.id, audience, question: id })),
  )
  return render(
    c,
    TextsPage({
      place: await deskPlace(c),
      consultation: { id: consultation.id, title: textIn(consultation.title, 'zh-CN') },
      questions: (await Promise.all(questions)).filter((one) => one !== undefined),
    }),
  )
})

/** The words of one question, and who used them. */
export const wordRoutes = textsRouter()

wordRoutes.get('', async (c, found) => {
  const { store } = c.var
  const texts = await textsOf(store, found)
  const lexicon = await readLexicon(store)
  const { words, phrases } = wordsIn(store, found.of, texts, lexicon, found.k)
  if (asksForFile(c)) {
    const of = (caption: string, counts: typeof words) => wordsFile(caption, counts, texts.length)
    const tables = found.written ? [of('常用的词', words), of('常连在一起说的词', phrases)] : []
    const { consultationId, audience, question } = found.of
    return tablesFile(c, `${consultationId}-${audience}-${question}-words`, tables, found.k)
  }
  const word = (c.req.query('word') ?? '').normalize('NFKC').trim().toLowerCase().slice(0, 42)
  // What was typed may be half of a word: then it is looked for as it stands.
  const isCounted = [...words, ...phrases].some((one) => one.word === word)
  const using = texts.filter(({ text }) =>
    isCounted ? usesWord(text, word, lexicon) : text.toLowerCase().includes(word),
  )
  return render(
    c,
    WordsPage({
      head: await textsHead(c, found),
      k: found.k,
      texts: texts.length,
      isCut: texts.length === mostTexts,
      ...{ words, phrases },
      chosen: word ? { word, texts: using.length < found.k ? 'few' : using } : undefined,
    }),
  )
})

async function listed(
  c: AppContext,
  address: Record<'consultation' | 'audience' | 'question', string>,
) {
  const found = await findTexts(c, address)
  if (!found) return
  const { of, asked, written } = found
  const codes = await listCodes(c.var.store, of)
  return {
    audience: of.audience,
    id: of.question,
    number: asked.number,
    title: textTitle(asked),
    written,
    read: settled(await listCodings(c.var.store, of)).size,
    codes: codes.filter(({ removed }) => !removed).length,
  }
}
