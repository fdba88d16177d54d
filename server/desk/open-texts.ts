import type { TextQuestion } from '../../db/codebooks.ts'
import { listLexiconChanges } from '../../db/lexicon-changes.ts'
import { listOpenTexts, type OpenText } from '../../db/open-texts.ts'
import type { Store } from '../../db/store.ts'
import type { QuestionOf } from '../../surveys/engine/definition.ts'
import { countWords, type WordCounts } from '../../surveys/engine/open-text/count-words.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import { tally } from '../../surveys/engine/tally.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { type Lexicon, lexiconOf } from '../../surveys/lexicon/lexicon.ts'
import { guard, smallestGroup } from '../../web/desk/results/result-of.ts'
import type { TextsHead } from '../../web/desk/texts/texts-head.tsx'
import type { AppContext } from '../host.ts'
import { deskPlace } from './place.ts'
import { findResults, type Results } from './results.ts'

/** Only so many of the newest answers are looked through: more would keep the desk waiting. */
export const mostTexts = 10_000

export interface TextsAsked {
  results: Results
  of: TextQuestion
  asked: QuestionOf<'text'>
  /** How many wrote something, over the newest version; null where that may not be told, and so nothing listed. */
  written: number | null
  k: number
}

/** The text question an address is about; undefined where there is none. */
export async function findTexts(
  c: AppContext,
  { consultation, audience, question }: Record<'consultation' | 'audience' | 'question', string>,
): Promise<TextsAsked | undefined> {
  const results = await findResults(c, consultation, audience)
  const asked = results && questionsOf(results.edition).get(question)
  if (!results || asked?.kind !== 'text') return
  const of = { consultationId: consultation, audience: results.audience, question }
  const k = smallestGroup(results.audience)
  return { results, of, asked, k, written: writtenTo(results, asked) }
}

/** A title that invites writing often ends with a colon, which leads nowhere in a heading. */
export const textTitle = ({ title }: Pick<QuestionOf<'text'>, 'title'>) =>
  textIn(title, 'zh-CN').replace(/[：:\s]+$/, '')

/** How many wrote something at a text question; null where it is hidden on the page of results. */
function writtenTo({ edition, columns, audience }: Results, asked: QuestionOf<'text'>) {
  const tallied = tally(asked, edition, columns)
  const { guarded } = guard(tallied, columns.count, smallestGroup(audience))
  return guarded.kind === 'text' ? guarded.answered : null
}

/** The answers in the order they came; none where even their number may not be told. */
export async function textsOf(store: Store, { of, written }: TextsAsked): Promise<OpenText[]> {
  if (written === null) return []
  return (await listOpenTexts(store, of, mostTexts)).reverse()
}

/** What stands over every page about a text question. */
export async function textsHead(
  c: AppContext,
  { results, asked, of, written }: TextsAsked,
): Promise<TextsHead> {
  return {
    place: await deskPlace(c),
    consultation: {
      id: of.consultationId,
      title: textIn(results.consultation.title, 'zh-CN'),
    },
    audience: of.audience,
    question: { id: of.question, number: asked.number, title: textTitle(asked) },
    written,
  }
}

export const readLexicon = async (store: Store): Promise<Lexicon> =>
  lexiconOf(await listLexiconChanges(store))

/** Counted words; kept while neither the texts nor the lexicon change, because a long list takes a while. */
export function wordsIn(
  store: Store,
  of: TextQuestion,
  texts: readonly OpenText[],
  lexicon: Lexicon,
  k: number,
): WordCounts {
  const known = counted.get(store) ?? new Map<string, Counted>()
  counted.set(store, known)
  const key = `${of.consultationId} ${of.audience} ${of.question}`
  const state = texts.map(({ seq, text }) => `${seq} ${text}`).join('\n') + wordsState(lexicon)
  const before = known.get(key)
  if (before?.state === state) return before.counts
  const counts = countWords(
    texts.map(({ text }) => text),
    lexicon,
    k,
  )
  known.set(key, { state, counts })
  return counts
}

interface Counted {
  state: string
  counts: WordCounts
}
const counted = new WeakMap<Store, Map<string, Counted>>()

const wordsState = ({ words, stops }: Lexicon) => [...words, '/', ...stops].join(' ')
