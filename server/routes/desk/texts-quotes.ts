import { listMembers } from '../../../db/members.ts'
import {
  listTexts,
  proposeText,
  releaseText,
  type TextPlace,
  takeTextBack,
} from '../../../db/released-texts.ts'
import { detect } from '../../../surveys/engine/redaction/detect.ts'
import type { Meanwhile } from '../../../web/desk/meanwhile.tsx'
import { tracesIn } from '../../../web/desk/texts/masks.ts'
import { QuotesPage } from '../../../web/desk/texts/quotes-page.tsx'
import { by, memberOf } from '../../desk/access/session.ts'
import { readForm, tidy } from '../../desk/form.ts'
import { keptOver, markOf, meanwhileBy } from '../../desk/meanwhile.ts'
import { type TextsAsked, textsHead, textsOf } from '../../desk/texts/open-texts.ts'
import { textsRouter } from '../../desk/texts/texts-router.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { isStorable } from '../../request/stored-text.ts'

/** Texts for everybody to read: one person proposes the wording, another releases it. */
export const quoteRoutes = textsRouter()

const path = '/quotes'
const longest = 2000

quoteRoutes.get(path, (c, found) => {
  if (!mayBeQuoted(found)) return c.notFound()
  return quotesPage(c, found, Number(c.req.query('seq')) || undefined)
})

quoteRoutes.post(path, async (c, found) => {
  if (!mayBeQuoted(found)) return c.notFound()
  const { store } = c.var
  const { consultationId, question } = found.of
  const field = await readForm(c)
  const place = { seq: Number(field('seq')), question }
  // Only of this question of this edition, though its id may stand in another too.
  if (!(await textsOf(store, found)).some(({ seq }) => seq === place.seq)) return c.notFound()
  switch (field('as')) {
    case 'propose':
      return propose(c, found, place, field)
    case 'release':
      if (!(await releaseText(store, consultationId, place, Number(field('proposed')), by(c))))
        return quotesPage(c, found, undefined, { problem: 'own' })
      break
    case 'back':
      if (!(await takeTextBack(store, consultationId, place, by(c)))) return c.notFound()
      break
    default:
      return c.notFound()
  }
  return c.redirect(c.req.path, 303)
})

async function propose(
  c: AppContext,
  found: TextsAsked,
  place: TextPlace,
  field: (name: string) => string,
): Promise<Response> {
  const { store } = c.var
  const { consultationId } = found.of
  const text = readText(field, 'text')
  const began = field('began')
  const refuse = (wrong: Wrong) => quotesPage(c, found, place.seq, { typed: text, began, ...wrong })
  if (text === '' || [...text].length > longest || !isStorable(text))
    return refuse({ problem: 'wording', typed: field('text') })
  if (tracesIn(text).length > 0 && readText(field, 'seen') !== text)
    return refuse({ problem: 'traces' })
  const all = await listTexts(store, consultationId, place.question)
  const before = all.find(({ seq }) => seq === place.seq)?.text
  const marks = { began, standing: markOfWording(before), typed: markOfWording(text) }
  const save = () => proposeText(store, consultationId, place, text, by(c), before)
  if (await keptOver(marks, save)) return c.redirect(c.req.path, 303)
  const object = `${consultationId}/${place.question}/${place.seq}`
  const meanwhile = await meanwhileBy(c, { object, actions: ['propose text'] })
  // What is sent next begins with what stands there now, and is shown beside it.
  return refuse({ meanwhile, began: undefined })
}

const markOfWording = (text: string | undefined) => markOf(text === undefined ? undefined : [text])

const readText = (field: (name: string) => string, name: string) =>
  tidy(field(name).replace(/\r\n?/g, '\n'))

// Guardians were promised that no child's own words are made public: there is no page that could.
const mayBeQuoted = ({ of }: TextsAsked) => of.audience !== 'child'

interface Wrong {
  problem?: 'wording' | 'traces' | 'own'
  meanwhile?: Meanwhile
  typed?: string
  /** Which wording the form began with, where that still holds. */
  began?: string | undefined
}

async function quotesPage(
  c: AppContext,
  found: TextsAsked,
  seq: number | undefined,
  wrong?: Wrong,
) {
  const { store } = c.var
  const { consultationId, question } = found.of
  const originals = new Map((await textsOf(store, found)).map((one) => [one.seq, one.text]))
  const proposed = await listTexts(store, consultationId, question)
  const names = new Map((await listMembers(store)).map(({ id, name }) => [id, name]))
  const nameOf = (id: string | null) => names.get(id ?? '') ?? '以前的同事'
  const chosen = seq === undefined ? undefined : originals.get(seq)
  const standing = proposed.find((one) => one.seq === seq)?.text
  const page = QuotesPage({
    head: await textsHead(c, found),
    quotes: proposed.flatMap((one) => {
      const original = originals.get(one.seq)
      if (original === undefined) return []
      return [
        {
          ...one,
          original,
          findings: detect(original),
          proposedBy: nameOf(one.proposedBy),
          isMine: one.proposedBy === memberOf(c).id,
          releasedBy: nameOf(one.releasedBy),
        },
      ]
    }),
    chosen:
      seq === undefined || chosen === undefined
        ? undefined
        : {
            ...{ seq, original: chosen, findings: detect(chosen) },
            ...{ typed: wrong?.typed ?? standing, standing, meanwhile: wrong?.meanwhile },
            mark: wrong?.began ?? markOfWording(standing),
          },
    problem: wrong?.problem,
    longest,
  })
  if (wrong?.meanwhile) return render(c, page, 409)
  return render(c, page, wrong ? 422 : 200)
}
