import type { OpenConsultation } from '../../db/consultations.ts'
import type { Neighbourhood } from '../../db/mailboxes.ts'
import type { ReleasedText } from '../../db/released-texts.ts'
import type { Audience } from '../../surveys/engine/definition.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import type { ToldTable } from '../../surveys/engine/release/count-table.ts'
import { peopleTold, protectRelease } from '../../surveys/engine/release/protect-release.ts'
import type { Outcome } from '../../surveys/engine/release/protect-tables.ts'
import { textIn } from '../../surveys/engine/text.ts'
import type {
  Released,
  ReleasedEdition,
  ReleasedQuestion,
  Withheld,
} from '../../web/public/released.ts'
import {
  type Asked,
  askedGroups,
  type Counting,
  countQuestion,
  peopleTable,
} from './count-question.ts'
import { publicLimits } from './public-limits.ts'
import type { Publishable } from './publishable.ts'
import { quotesOf } from './quotes.ts'
import { readReleased } from './read-released.ts'

export interface Choice {
  audience: Audience
  questions: string[]
  /** Neighbourhoods side by side, too. */
  byNeighbourhood: boolean
}

/** By edition and version: what was told of which true numbers. Never published. */
export type Counted = Record<string, ToldTable[]>

/** What a snapshot of an edition has to fit in with. */
export interface Around {
  consultation: OpenConsultation
  neighbourhoods: readonly Neighbourhood[]
  /** Of all releases there ever were, and the one that stands. */
  earlier: readonly Counted[]
  last: Released | undefined
  /** Residents' words that a second person has let out. */
  texts: readonly ReleasedText[]
  now: number
}

interface EditionSnapshot {
  key: string
  counted: ToldTable[]
  edition: ReleasedEdition
}

/** Counts what was chosen of an edition, and hides what has to be hidden for all that was ever published. */
export async function editionSnapshot(
  { audience, questions: chosen, byNeighbourhood }: Choice,
  { edition, version, columns }: Publishable,
  around: Around,
): Promise<EditionSnapshot> {
  const { neighbourhoods, earlier, last } = around
  const asked = { edition, columns, groups: askedGroups(neighbourhoods, columns, byNeighbourhood) }
  const key = `${audience}/${version}`
  const known = knownTables(earlier.map((one) => one[key] ?? []))
  const counts = chosen
    .flatMap((id) => questionsOf(edition).get(id) ?? [])
    .map((question) => countQuestion(question, asked))
  const { people, tables: outcomes } = await protectRelease(
    peopleTable(asked),
    [...counts.flatMap(({ tables }) => tables), ...untoldTables(counts, asked)],
    known,
    publicLimits,
    () => new Promise((resolve) => setTimeout(resolve)),
  )
  const before = last?.editions.find((one) => one.audience === audience && one.version === version)
  const answered = people.kind === 'withheld' ? undefined : people.table
  return {
    key,
    counted: [...outcomes.values(), people].flatMap((outcome) =>
      outcome.kind === 'new' ? [outcome.table] : [],
    ),
    edition: {
      audience,
      version,
      title: textIn(edition.title, 'zh-CN'),
      people: peopleTold(answered, 'all'),
      neighbourhoods: asked.groups.slice(1).map(({ id, name, households }) => ({
        name,
        households,
        people: peopleTold(answered, id),
      })),
      ...questionsTold(counts, { asked, audience, outcomes, people, known, before }, around),
    },
  }
}

function knownTables(before: readonly ToldTable[][]): Map<string, ToldTable[]> {
  const known = new Map<string, ToldTable[]>()
  for (const table of before.flat()) {
    const { key } = table.counted
    known.set(key, [...(known.get(key) ?? []), table])
  }
  return known
}

/** What is not told now may have been told before, or be told later: it is protected with the rest. */
function untoldTables(counts: readonly Counting[], asked: Asked) {
  const chosen = new Set(counts.map(({ question }) => question.id))
  return [...questionsOf(asked.edition).values()]
    .filter(({ id }) => !chosen.has(id))
    .flatMap((question) => countQuestion(question, asked).tables)
    .map((table) => ({ ...table, isUntold: true }))
}

interface Protected {
  asked: Asked
  audience: Audience
  outcomes: ReadonlyMap<string, Outcome>
  people: Outcome
  known: ReadonlyMap<string, ToldTable[]>
  before: ReleasedEdition | undefined
}

/** Each question as the public will read it, or why it will not. */
function questionsTold(
  counts: readonly Counting[],
  { asked, audience, outcomes, people, known, before }: Protected,
  { consultation, texts, now }: Around,
): Pick<ReleasedEdition, 'questions' | 'withheld'> {
  const told: Pick<ReleasedEdition, 'questions' | 'withheld'> = { questions: [], withheld: [] }
  for (const count of counts) {
    const { id } = count.question
    const standing = before?.questions.find(({ table }) => table.id === id)
    // Where a newcomer set a pin could be seen by laying two maps over each other.
    const isMapTold = count.everybody.kind === 'pin' && known.has(id)
    const read = isMapTold ? standing : readReleased(count, asked, outcomes, now, standing)
    if (read) told.questions.push(withQuotes(read, quotesOf(read, texts, consultation, audience)))
    else told.withheld.push(withheld(count, people, before))
  }
  return told
}

const withQuotes = (question: ReleasedQuestion, quotes: string[]): ReleasedQuestion =>
  quotes.length > 0 ? { ...question, quotes } : question

function withheld(
  { question, tables }: Counting,
  people: Outcome,
  before: ReleasedEdition | undefined,
): Withheld {
  const { number } = question
  const title = textIn(question.title, 'zh-CN')
  const last = before?.withheld.find((one) => one.number === number && one.title === title)
  // Where no number may move, the reason may not either: it says whether twenty were asked.
  if (people.kind === 'kept') return { number, title, why: last?.why ?? 'newcomers' }
  const asked = tables.map(({ lines: [everybody] }) => everybody?.shown ?? 0)
  const isFew = Math.max(...asked) < publicLimits.fewestAsked
  return { number, title, why: isFew ? 'few' : 'hidden' }
}
