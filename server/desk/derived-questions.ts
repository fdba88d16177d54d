import { listCodebooks } from '../../db/codebooks.ts'
import { listCodings, settled } from '../../db/codings.ts'
import type { Store } from '../../db/store.ts'
import type { Answer } from '../../surveys/engine/answers.ts'
import { type CodedAs, codesId, withCodes } from '../../surveys/engine/open-text/coded-question.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import { textIn } from '../../surveys/engine/text.ts'
import type { Results } from './results.ts'

/**
 * Results with the questions nobody was asked: what staff made of the answers. They stand among the others, so
 * that every chart, filter, comparison and file treats them alike.
 */
export async function extend(store: Store, results: Omit<Results, 'derivedOf'>): Promise<Results> {
  const coded = await codedQuestions(store, results)
  const extended = withCodes(results.edition, results.columns, coded)
  return { ...results, ...extended, derivedOf: (seq) => derivedOf(coded, seq) }
}

async function codedQuestions(
  store: Store,
  { consultation, audience, edition }: Omit<Results, 'derivedOf'>,
): Promise<CodedAs[]> {
  const books = await listCodebooks(store, consultation.id, audience)
  const coded: CodedAs[] = []
  for (const [question, all] of books) {
    const asked = questionsOf(edition).get(question)
    const codes = all.filter(({ removed }) => !removed)
    if (asked?.kind !== 'text' || codes.length === 0) continue
    const read = settled(
      await listCodings(store, { consultationId: consultation.id, audience, question }),
    )
    if (read.size === 0) continue
    coded.push({
      question,
      title: { 'zh-CN': `原话归类：${textIn(asked.title, 'zh-CN').replace(/[：:\s]+$/, '')}` },
      codes: codes.map(({ id, name }) => ({ id, label: { 'zh-CN': name } })),
      read,
    })
  }
  return coded
}

/** What a response says to the derived questions, by their id; absent where it was not shown. */
function derivedOf(coded: readonly CodedAs[], seq: number): Map<string, Answer | undefined> {
  const found = new Map<string, Answer | undefined>()
  for (const { question, codes, read } of coded) {
    const known = read.get(seq)?.filter((code) => codes.some(({ id }) => id === code))
    if (known) found.set(codesId(question), known.length > 0 ? known : undefined)
  }
  return found
}
