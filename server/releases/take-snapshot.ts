import type { OpenConsultation } from '../../db/consultations.ts'
import { listNeighbourhoods } from '../../db/mailboxes.ts'
import { listReleasedTexts } from '../../db/released-texts.ts'
import { countedBefore, currentRelease } from '../../db/releases.ts'
import type { Store } from '../../db/store.ts'
import type { Audience } from '../../surveys/engine/definition.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import type { ToldTable } from '../../surveys/engine/release/count-table.ts'
import { peopleTold, protectRelease } from '../../surveys/engine/release/protect-release.ts'
import type { Outcome } from '../../surveys/engine/release/protect-tables.ts'
import { textIn } from '../../surveys/engine/text.ts'
import type {
  Highlight,
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
import { publicSuggestions } from './public-suggestions.ts'
import { publishableEditions } from './publishable.ts'
import { readSnapshot } from './published.ts'
import { quotesOf } from './quotes.ts'
import { readReleased } from './read-released.ts'

export interface Choice {
  audience: Audience
  questions: string[]
  /** Neighbourhoods side by side, too. */
  byNeighbourhood: boolean
}

/** What is said around the numbers. */
export interface Words {
  note: string
  highlights: readonly Highlight[]
}

export interface Snapshot {
  released: Released
  /** By edition and table: what was told of which true numbers. Never published. */
  counted: Counted
}

type Counted = Record<string, ToldTable[]>

/** Counts what was chosen as it is now, and hides what has to be hidden for all that was ever published. */
export async function takeSnapshot(
  store: Store,
  consultation: OpenConsultation,
  choices: readonly Choice[],
  now: number,
  { note, highlights }: Words = { note: '', highlights: [] },
): Promise<Snapshot> {
  const earlier = (await countedBefore(store, consultation.id)).map(
    (text): Counted => JSON.parse(text),
  )
  const standing = await currentRelease(store, consultation.id)
  const last = standing && readSnapshot(standing)
  const neighbourhoods = await listNeighbourhoods(store)
  const texts = await listReleasedTexts(store, consultation.id)
  const counted: Counted = {}
  const editions: ReleasedEdition[] = []
  const publishable = await publishableEditions(store, consultation)
  for (const choice of choices) {
    const newest = publishable.find(({ audience }) => audience === choice.audience)
    if (!newest || choice.questions.length === 0) continue
    const { edition, columns } = newest
    const asked: Asked = {
      ...{ edition, columns },
      groups: askedGroups(neighbourhoods, columns, choice.byNeighbourhood),
    }
    const key = `${choice.audience}/${newest.version}`
    const known = knownTables(earlier.map((one) => one[key] ?? []))
    const questions = choice.questions.flatMap((id) => questionsOf(edition).get(id) ?? [])
    const counts = questions.map((question) => countQuestion(question, asked))
    const others = [...questionsOf(edition).values()].filter((one) => !questions.includes(one))
    const tables = [
      ...counts.flatMap((one) => one.tables),
      ...others
        .flatMap((question) => countQuestion(question, asked).tables)
        .map((table) => ({ ...table, isUntold: true })),
    ]
    const { people, tables: outcomes } = await protectRelease(
      peopleTable(asked),
      tables,
      known,
      publicLimits,
      () => new Promise((resolve) => setTimeout(resolve)),
    )
    const answered = toldOf(people)
    counted[key] = [...outcomes.values(), people].flatMap((outcome) =>
      outcome.kind === 'new' ? [outcome.table] : [],
    )
    const before = last?.editions.find(
      (one) => one.audience === choice.audience && one.version === newest.version,
    )
    const read = counts.map((count) => {
      const { id } = count.question
      const standing = before?.questions.find(({ table }) => table.id === id)
      // Where a newcomer set a pin could be seen by laying two maps over each other.
      if (count.everybody.kind === 'pin' && known.has(id)) return standing
      return readReleased(count, asked, outcomes, now, standing)
    })
    const quoted = (question: ReleasedQuestion): ReleasedQuestion => {
      const quotes = quotesOf(question, texts, consultation, choice.audience)
      return quotes.length > 0 ? { ...question, quotes } : question
    }
    editions.push({
      ...{ audience: choice.audience, version: newest.version },
      title: textIn(edition.title, 'zh-CN'),
      people: peopleTold(answered, 'all'),
      neighbourhoods: asked.groups.slice(1).map(({ id, name, households }) => ({
        ...{ name, households },
        people: peopleTold(answered, id),
      })),
      questions: read.flatMap((one) => (one ? [quoted(one)] : [])),
      withheld: counts.flatMap((count, at) => (read[at] ? [] : [withheld(count, people, before)])),
    })
  }
  const { organiser, phone } = consultation.particulars
  const isTold = ({ audience, question }: Highlight) =>
    editions.some(
      (edition) =>
        edition.audience === audience &&
        edition.questions.some(({ table }) => table.id === question),
    )
  const released: Released = {
    ...{ format: 1, consultation: consultation.id, title: textIn(consultation.title, 'zh-CN') },
    ...{ takenAt: now, organiser, phone, note, editions },
    suggestions: await publicSuggestions(store, consultation.id),
    highlights: highlights.filter(isTold),
  }
  return { released, counted }
}

function knownTables(before: readonly ToldTable[][]): Map<string, ToldTable[]> {
  const known = new Map<string, ToldTable[]>()
  for (const table of before.flat()) {
    const { key } = table.counted
    known.set(key, [...(known.get(key) ?? []), table])
  }
  return known
}

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

const toldOf = (outcome: Outcome | undefined): ToldTable | undefined =>
  outcome && outcome.kind !== 'withheld' ? outcome.table : undefined
