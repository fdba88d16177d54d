import {
  listTexts,
  proposeText,
  releaseText,
  type TextPlace,
  takeTextBack,
} from '../../../db/released-texts.ts'
import { tracesIn } from '../../../web/desk/texts/masks.ts'
import { by } from '../../desk/access/session.ts'
import { readForm, tidy } from '../../desk/form.ts'
import { keptOver, meanwhileBy } from '../../desk/meanwhile.ts'
import { type TextsAsked, textsAt, textsOf } from '../../desk/texts/open-texts.ts'
import {
  longestQuote,
  markOfWording,
  quotesPage,
  type WrongQuote,
} from '../../desk/texts/quotes-page.ts'
import { textsRouter } from '../../desk/texts/texts-router.ts'
import type { AppContext } from '../../host.ts'
import { isStorable } from '../../request/stored-text.ts'

/** Texts for everybody to read: one person proposes the wording, another releases it. */
export const quoteRoutes = textsRouter()

const path = '/quotes'

quoteRoutes.get(path, (c, found) => {
  if (!mayBeQuoted(found)) return c.notFound()
  return quotesPage(c, found, Number(c.req.query('seq')) || undefined)
})

quoteRoutes.post(path, async (c, found) => {
  const asked = await findQuote(c, found)
  return asked ? propose(c, asked) : c.notFound()
})

quoteRoutes.post(`${path}/release`, async (c, found) => {
  const asked = await findQuote(c, found)
  if (!asked) return c.notFound()
  const { place, field } = asked
  const proposedAt = Number(field('proposed'))
  const { consultationId } = found.of
  if (await releaseText(c.var.store, consultationId, place, proposedAt, by(c)))
    return back(c, asked)
  return quotesPage(c, found, undefined, { problem: 'own' })
})

quoteRoutes.post(`${path}/removal`, async (c, found) => {
  const asked = await findQuote(c, found)
  if (!asked) return c.notFound()
  const { consultationId } = found.of
  const isBack = await takeTextBack(c.var.store, consultationId, asked.place, by(c))
  return isBack ? back(c, asked) : c.notFound()
})

async function propose(c: AppContext, asked: QuoteAsked): Promise<Response> {
  const { found, place, field } = asked
  const { store } = c.var
  const { consultationId } = found.of
  const text = readText(field, 'text')
  const began = field('began')
  const refuse = (wrong: WrongQuote) =>
    quotesPage(c, found, place.seq, { typed: text, began, ...wrong })
  if (text === '' || [...text].length > longestQuote || !isStorable(text))
    return refuse({ problem: 'wording', typed: field('text') })
  if (tracesIn(text).length > 0 && readText(field, 'seen') !== text)
    return refuse({ problem: 'traces' })
  const all = await listTexts(store, consultationId, place.question)
  const before = all.find(({ seq }) => seq === place.seq)?.text
  const marks = { began, standing: markOfWording(before), typed: markOfWording(text) }
  const save = () => proposeText(store, consultationId, place, text, by(c), before)
  if (await keptOver(marks, save)) return back(c, asked)
  const object = `${consultationId}/${place.question}/${place.seq}`
  const meanwhile = await meanwhileBy(c, { object, actions: ['propose text'] })
  // What is sent next begins with what stands there now, and is shown beside it.
  return refuse({ meanwhile, began: undefined })
}

const readText = (field: (name: string) => string, name: string) =>
  tidy(field(name).replace(/\r\n?/g, '\n'))

const back = (c: AppContext, { found }: QuoteAsked) => c.redirect(`${textsAt(found)}/quotes`, 303)

interface QuoteAsked {
  found: TextsAsked
  place: TextPlace
  field: (name: string) => string
}

/** The text that a form is about. */
async function findQuote(c: AppContext, found: TextsAsked): Promise<QuoteAsked | undefined> {
  if (!mayBeQuoted(found)) return
  const field = await readForm(c)
  const place = { seq: Number(field('seq')), question: found.of.question }
  // Only of this question of this edition, though its id may stand in another too.
  const isHere = (await textsOf(c.var.store, found)).some(({ seq }) => seq === place.seq)
  return isHere ? { found, place, field } : undefined
}

// Guardians were promised that no child's own words are made public: there is no page that could.
const mayBeQuoted = ({ of }: TextsAsked) => of.audience !== 'child'
