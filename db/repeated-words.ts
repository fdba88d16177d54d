import type { Columns } from '../surveys/engine/columns.ts'
import { pathTo } from './answer-path.ts'
import { readingOn } from './read-on.ts'
import { breath } from './sealing.ts'
import type { Store } from './store.ts'

const atOnce = 2_000

/**
 * Responses that say the same words on the same day as others, so that there are at least `fewest`, by seq: how
 * many there are. Only those who wrote something are read, a piece at a time, because residents who send their
 * answers meanwhile must not wait; and where columns only grow, only those who came since the last time.
 */
export async function listRepeatedWords(
  store: Store,
  question: string,
  fewest: number,
  { columns, grown }: Columns,
): Promise<Map<number, number>> {
  const seqs = columns.get('@seq') ?? []
  const written = columns.get(question) ?? []
  const wrote = Array.from(seqs).filter((_, at) => written[at] === answered)
  const { repeated, days } = await read(grown, question, (said) =>
    readOn(store, question, fewest, said, wrote),
  )
  const all = [...repeated, ...[...days.values()].flatMap((day) => saidOften(day, fewest))]
  return new Map(all.flatMap((some) => some.map((seq) => [seq, some.length] as const)))
}

// In the column of a text question.
const answered = 2

/** What has been read of a question so far. */
interface Said {
  last: number
  /** Those who said the same on a day that is over. */
  repeated: number[][]
  /** Who said what on the days that may not be over. */
  days: Map<number, Map<string, number[]>>
}

const read = readingOn((): Said => ({ last: 0, repeated: [], days: new Map() }))

async function readOn(
  store: Store,
  question: string,
  fewest: number,
  said: Said,
  wrote: readonly number[],
): Promise<Said> {
  const { repeated, days } = said
  const left = wrote.filter((seq) => seq > said.last)
  for (let from = 0; from < left.length; from += atOnce) {
    const some = left.slice(from, from + atOnce)
    const { rows } = await store.read(piece, [pathTo(question), JSON.stringify(some)])
    for (const { seq, day, words } of rows) {
      if (typeof words !== 'string' || words.length < 6) continue
      const told = days.get(Number(day)) ?? new Map<string, number[]>()
      days.set(Number(day), told)
      const alike = told.get(words)
      if (alike) alike.push(Number(seq))
      else told.set(words, [Number(seq)])
    }
    said.last = some.at(-1) ?? said.last
    // Responses come in the order of their days: what was said the day before yesterday need not be kept.
    const newest = Number(rows.at(-1)?.day ?? 0)
    for (const [day, told] of days) {
      if (day >= newest - 1) continue
      repeated.push(...saidOften(told, fewest))
      days.delete(day)
    }
    await breath()
  }
  return said
}

const saidOften = (told: ReadonlyMap<string, number[]>, fewest: number) =>
  [...told.values()].filter((seqs) => seqs.length >= fewest)

const piece = `SELECT seq, day, trim(answers ->> ?1) AS words FROM responses
  WHERE seq IN (SELECT value FROM json_each(?2)) AND excluded = 0 ORDER BY seq`
