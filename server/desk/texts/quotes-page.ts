import { listMembers } from '../../../db/members.ts'
import { listTexts } from '../../../db/released-texts.ts'
import { detect } from '../../../surveys/engine/redaction/detect.ts'
import type { Meanwhile } from '../../../web/desk/meanwhile.tsx'
import { QuotesPage } from '../../../web/desk/texts/quotes-page.tsx'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { memberOf } from '../access/session.ts'
import { markOf } from '../meanwhile.ts'
import { type TextsAsked, textsHead, textsOf } from './open-texts.ts'

export const longestQuote = 2000

/** What was wrong with a form about a wording, and what was typed into it. */
export interface WrongQuote {
  problem?: 'wording' | 'traces' | 'own'
  meanwhile?: Meanwhile
  typed?: string
  /** Which wording the form began with, where that still holds. */
  began?: string | undefined
}

/** The wordings that were proposed, and the one somebody is about to propose. */
export async function quotesPage(
  c: AppContext,
  found: TextsAsked,
  seq: number | undefined,
  wrong?: WrongQuote,
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
    longest: longestQuote,
  })
  if (wrong?.meanwhile) return render(c, page, 409)
  return render(c, page, wrong ? 422 : 200)
}

/** Which wording a form began with. */
export const markOfWording = (text: string | undefined) =>
  markOf(text === undefined ? undefined : [text])
