import { type Column, maskColumn } from '../column.ts'
import type { Columns } from '../columns.ts'
import type { Edition, Question, QuestionOf } from '../definition.ts'
import { questionsOf } from '../questions.ts'
import type { Text } from '../text.ts'

/** What the codes of a text question are made of: the words are the caller's. */
export interface CodedAs {
  /** The text question. */
  question: string
  title: Text
  codes: readonly { id: string; label: Text }[]
  /** Who has been read, and what was found, by the seq of the response; codes that are not listed count as none. */
  read: ReadonlyMap<number, readonly string[]>
}

/** More codes than this do not fit one column; beside them stands the bit that says a text was read. */
export const mostCodes = 30

/**
 * An edition in which each text question that was coded is followed by its codes, as a question of several
 * choices with the id `<question>_codes`, and its columns with them. "Shown" are those whose text was read.
 */
export function withCodes(
  edition: Edition,
  given: Columns,
  coded: readonly CodedAs[],
): { edition: Edition; columns: Columns } {
  const { count, columns } = given
  const known = questionsOf(edition)
  const wanted = new Map(
    coded
      .filter(({ question }) => known.has(question) && !known.has(codesId(question)))
      .map((one) => [one.question, one]),
  )
  const all = new Map(columns)
  for (const one of wanted.values()) {
    all.set(codesId(one.question), codedColumn(columns.get('@seq'), count, one))
  }
  const sections = edition.sections.map((section) => ({
    ...section,
    questions: section.questions.flatMap((question) => {
      const one = wanted.get(question.id)
      return one ? [question, codedQuestion(question, one)] : [question]
    }),
  }))
  return { edition: { ...edition, sections }, columns: { ...given, columns: all } }
}

/** Whether a question was never asked, but made of what people wrote. */
export const isCoded = (question: Question): boolean => made.has(question)

/** The id of the question that is made of a text question's codes. */
export const codesId = (question: string) => `${question}_codes`

const made = new WeakSet<Question>()

function codedQuestion({ number }: Question, { question, title, codes }: CodedAs): Question {
  const whole: QuestionOf<'multiple'> = {
    id: codesId(question),
    kind: 'multiple',
    number,
    title,
    options: codes.map(({ id, label }) => ({ id, label })),
  }
  made.add(whole)
  return whole
}

function codedColumn(seqs: Column | undefined, count: number, { codes, read }: CodedAs): Column {
  const column = maskColumn(codes.length, count)
  const bitOf = new Map(codes.map(({ id }, at) => [id, 2 << at]))
  for (const [seq, found] of read) {
    const at = seqs ? placeOf(seqs, seq, count) : -1
    if (at < 0) continue
    let mask = 1
    for (const code of found) mask |= bitOf.get(code) ?? 0
    column[at] = mask >>> 0
  }
  return column
}

/** Where a seq stands among those that only grow, or −1. */
function placeOf(seqs: Column, seq: number, count: number): number {
  let [from, to] = [0, count - 1]
  while (from <= to) {
    const middle = (from + to) >>> 1
    const value = seqs[middle] as number
    if (value === seq) return middle
    if (value < seq) from = middle + 1
    else to = middle - 1
  }
  return -1
}
