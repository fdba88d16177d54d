import { listCodebooks } from '../../../db/codebooks.ts'
import { listCodings, settled } from '../../../db/codings.ts'
import type { Store } from '../../../db/store.ts'
import type { Answer } from '../../../surveys/engine/answers.ts'
import type { Column } from '../../../surveys/engine/column.ts'
import type { Columns } from '../../../surveys/engine/columns.ts'
import type { Edition } from '../../../surveys/engine/definition.ts'
import {
  type CodedAs,
  codesId,
  withCodes,
} from '../../../surveys/engine/open-text/coded-question.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import type { Results } from '../results/results.ts'
import { withDerivedGroups } from './derived-groups.ts'

type Plain = Omit<Results, 'derivedOf' | 'groupedFrom'>

/**
 * Results with the questions nobody was asked: what staff made of the answers. They stand among the others, so
 * that every chart, filter, comparison and file treats them alike.
 */
export async function extend(store: Store, results: Plain): Promise<Results> {
  const coded = await codedQuestions(store, results)
  const start = withCodes(results.edition, results.columns, coded)
  const { edition, columns, groupedFrom } = await withDerivedGroups(store, results, start)
  return {
    ...{ ...results, edition, columns, groupedFrom },
    derivedOf:
      coded.length + groupedFrom.size === 0
        ? () => nothingDerived
        : (seq) =>
            new Map([
              ...derivedOf(coded, seq),
              ...groupsOf(edition, columns, [...groupedFrom.keys()], seq),
            ]),
  }
}

const nothingDerived = new Map<string, Answer | undefined>()

async function codedQuestions(
  store: Store,
  { consultation, audience, edition }: Plain,
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

/** The groups a response falls into. */
function groupsOf(
  edition: Edition,
  { columns }: Columns,
  ids: readonly string[],
  seq: number,
): Map<string, Answer | undefined> {
  const at = ids.length > 0 ? placeOf(columns.get('@seq'), seq) : -1
  const found = new Map<string, Answer | undefined>()
  for (const id of at < 0 ? [] : ids) {
    const question = questionsOf(edition).get(id)
    const place = (columns.get(id)?.[at] ?? 0) - 2
    if (question?.kind === 'single' && place >= 0) found.set(id, question.options[place]?.id)
  }
  return found
}

// Responses stand in the order in which they came.
function placeOf(seqs: Column | undefined, seq: number): number {
  let [low, high] = [0, (seqs?.length ?? 0) - 1]
  while (seqs && low <= high) {
    const middle = (low + high) >> 1
    const here = seqs[middle] ?? 0
    if (here === seq) return middle
    if (here < seq) low = middle + 1
    else high = middle - 1
  }
  return -1
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
