import { createHash } from 'node:crypto'
import type { TextQuestion } from '../../../db/codebooks.ts'
import { versionColumns } from '../../../db/columns.ts'
import { listLexiconChanges } from '../../../db/lexicon-changes.ts'
import { listOpenTexts, type OpenText, textVersions } from '../../../db/open-texts.ts'
import type { Store } from '../../../db/store.ts'
import { frozenEdition } from '../../../db/versions.ts'
import type { Question, QuestionOf } from '../../../surveys/engine/definition.ts'
import { guard, smallestGroup } from '../../../surveys/engine/guard.ts'
import { countWords, type WordCounts } from '../../../surveys/engine/open-text/count-words.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { tally } from '../../../surveys/engine/tally.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { type Lexicon, lexiconOf } from '../../../surveys/lexicon/lexicon.ts'
import { type TextsHead, textsPath } from '../../../web/desk/texts/texts-head.tsx'
import type { AppContext } from '../../host.ts'
import { deskPlace } from '../place.ts'
import { findResults, type Results } from '../results/results.ts'

/** Only so many of the newest answers are looked through: more would keep the desk waiting. */
export const mostTexts = 10_000

export interface TextsAsked {
  results: Results
  of: TextQuestion
  asked: QuestionOf<'text'>
  /** Those whose answers may be listed. */
  versions: number[]
  /** How many wrote something in them; null where that may be told of none. */
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
  const told = await toldVersions(c.var.store, of)
  const written = [...told.values()].reduce((sum, answered) => sum + answered, 0)
  const isHidden = told.size === 0 && results.columns.count > 0
  return { results, asked, of, k, versions: [...told.keys()], written: isHidden ? null : written }
}

/** Where the pages about it begin. */
export const textsAt = ({ of: { consultationId, audience, question } }: Pick<TextsAsked, 'of'>) =>
  textsPath({ consultation: { id: consultationId }, audience, question: { id: question } })

/** A title that invites writing often ends with a colon, which leads nowhere in a heading. */
export const textTitle = ({ title }: Pick<Question, 'title'>) =>
  textIn(title, 'zh-CN').replace(/[：:\s]+$/, '')

/**
 * How many wrote something in each version of an edition; without those where it is hidden on the page of results.
 * A list of words is as long as the number beside it.
 */
async function toldVersions(store: Store, of: TextQuestion): Promise<Map<number, number>> {
  const told = new Map<number, number>()
  for (const version of await textVersions(store, of)) {
    const edition = await frozenEdition(store, version)
    const asked = questionsOf(edition).get(of.question)
    const columns = await versionColumns(store, version.id, edition)
    if (!asked || columns.count === 0) continue
    const tallied = tally(asked, edition, columns)
    const { guarded } = guard(tallied, columns.count, smallestGroup(of.audience))
    if (guarded.kind === 'text' && guarded.answered !== null) told.set(version.id, guarded.answered)
  }
  return told
}

/** The answers in the order they came; none where even their number may not be told. */
export async function textsOf(
  store: Store,
  { of, versions, written }: TextsAsked,
): Promise<OpenText[]> {
  if (!written) return []
  return (await listOpenTexts(store, of, versions, mostTexts)).reverse()
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
  const state = stateOf(texts, lexicon)
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

// Only a hash stays: what a resident deletes must not live on here.
function stateOf(texts: readonly OpenText[], { words, stops }: Lexicon): string {
  const hash = createHash('sha256')
  for (const { seq, text } of texts) hash.update(`${seq} ${text}\n`)
  return hash.update([...words, '/', ...stops].join(' ')).digest('hex')
}
