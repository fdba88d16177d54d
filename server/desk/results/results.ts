import { versionColumns } from '../../../db/columns.ts'
import { findConsultation, findVersion, type OpenConsultation } from '../../../db/consultations.ts'
import { listNeighbourhoods, type Neighbourhood } from '../../../db/mailboxes.ts'
import type { Answer } from '../../../surveys/engine/answers.ts'
import type { Columns } from '../../../surveys/engine/columns.ts'
import type { GroupRule } from '../../../surveys/engine/compare/group-rule.ts'
import type { Audience, Edition, Question } from '../../../surveys/engine/definition.ts'
import { type GuardedTally, smallestGroup } from '../../../surveys/engine/guard.ts'
import { peopleIn } from '../../../surveys/engine/histogram.ts'
import { tallyOf } from '../../../surveys/engine/kept-counts.ts'
import { isCoded } from '../../../surveys/engine/open-text/coded-question.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { dayOfDate } from '../../../surveys/engine/read-date.ts'
import { type Filter, select } from '../../../surveys/engine/selection.ts'
import { countedOptions } from '../../../surveys/engine/tally.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { allOptions } from '../../../surveys/engine/visibility.ts'
import { isFiltered, type ResultFilter } from '../../../web/desk/results/filter.ts'
import type { FilterChoices } from '../../../web/desk/results/filter-form.tsx'
import { readResult, resultOf } from '../../../web/desk/results/result-of.ts'
import type { ResultTable } from '../../../web/desk/results/result-table.ts'
import { withoutSmallShares } from '../../../web/desk/results/without-shares.ts'
import type { AppContext } from '../../host.ts'
import { extend } from '../groups/derived-questions.ts'
import { groupTally } from '../groups/group-tally.ts'
import { areasOf } from './areas.ts'
import { withFirstChoice } from './first-choice.ts'

/** One version of an edition with all its answers, ready to be counted. */
export interface Results {
  consultation: OpenConsultation
  audience: Audience
  edition: Edition
  versionId: number
  version: number
  versions: number
  columns: Columns
  neighbourhoods: Neighbourhood[]
  /** Groups made at the desk, by their question's id. */
  groupedFrom: ReadonlyMap<string, GroupRule>
  /** What a response says to questions that were made at the desk, by their id; absent where it says nothing. */
  derivedOf(seq: number): Map<string, Answer | undefined>
}

/** The results of the newest version, or of the one the address asks for. */
export async function findResults(
  c: AppContext,
  id: string,
  audience: string,
  wanted = Number(c.req.query('v')),
): Promise<Results | undefined> {
  const { store } = c.var
  const consultation = await findConsultation(store, id)
  const newest = consultation?.editions.find((edition) => edition.audience === audience)
  if (!consultation || !newest) return
  const version = wanted || newest.version
  const found = await findVersion(store, id, newest.audience, version)
  if (!found) return
  const { versionId, edition } = found
  return extend(store, {
    consultation,
    audience: newest.audience,
    edition,
    versionId,
    version,
    versions: newest.version,
    columns: await versionColumns(store, versionId, edition),
    neighbourhoods: await listNeighbourhoods(store),
  })
}

/** The same of the edition the address asks for; of the adults' where it asks for none. */
export const resultsAsked = (c: AppContext): Promise<Results | undefined> =>
  findResults(c, c.req.param('consultation') ?? '', c.req.query('edition') ?? 'adult')

interface Narrowed {
  /** Undefined where nobody is left out. */
  selected: Uint8Array | undefined
  n: number
}

/** The responses a filter lets through, or why it may not be used: a difference of a few people tells who they are. */
export function narrow(results: Results, filter: ResultFilter): Narrowed | 'too-few' {
  const { edition, columns, audience } = results
  if (!isFiltered(filter)) return { selected: undefined, n: columns.count }
  const k = smallestGroup(audience)
  const whole = engineFilter(results, filter)
  const selected = select(edition, columns, whole)
  const n = peopleIn(selected)
  if (n > 0 && n < k) return 'too-few'
  // How many a group holds may be what the page of groups does not tell.
  const untold = filter.is.some(({ question, option }) => {
    const asked = questionsOf(edition).get(question)
    const told = asked && groupTally(results, asked, undefined)?.guarded
    if (told?.kind !== 'choice' || asked?.kind !== 'single') return false
    return told.counts[asked.options.findIndex(({ id }) => id === option)] == null
  })
  if (untold) return 'too-few'
  const looser = withoutOnePart(whole).map((parts) => peopleIn(select(edition, columns, parts)))
  for (const others of [columns.count, ...looser]) {
    if (others - n > 0 && others - n < k) return 'too-few'
  }
  return { selected, n }
}

/** Every question's table, or only one, section by section; all blank when the filter leaves too few. */
export function resultSections(results: Results, filter: ResultFilter, only?: string) {
  const { edition, columns } = results
  const narrowed = narrow(results, filter)
  const seen = narrowed === 'too-few' ? null : narrowed.n
  if (narrowed === 'too-few') return { seen, sections: [] }
  const tableOf = (question: Question) => {
    const tallied = tallyOf(question, edition, columns, narrowed.selected)
    const areas = areasOf(results, question, smallestGroup(results.audience), narrowed.selected)
    const table = resultOf(question, edition, tallied, narrowed.n, areas)
    return table && narrowed.selected ? withoutSmallShares(table) : table
  }
  const sections = edition.sections.map(({ title, questions }) => ({
    title: title && textIn(title, 'zh-CN'),
    tables: questions
      .filter(({ id }) => only === undefined || id === only)
      .map((question) => {
        const grouped = groupTally(results, question, narrowed.selected)
        if (grouped) return groupTable(question, edition, grouped, narrowed.n)
        const table = tableOf(question)
        const told = table && withFirstChoice(table, question, edition, tableOf)
        return told && filter.asAsked ? inAskedOrder(told, question, edition) : told
      })
      .filter((table): table is ResultTable => table !== undefined),
  }))
  return { seen, sections: sections.filter(({ tables }) => tables.length > 0) }
}

function groupTable(question: Question, edition: Edition, tally: GuardedTally, total: number) {
  const k = smallestGroup(edition.audience)
  return readResult(question, edition, tally, { total, k, step: 'day', areas: undefined })
}

/** Bars as the questionnaire has its options. */
function inAskedOrder(table: ResultTable, question: Question, edition: Edition): ResultTable {
  const { body } = table
  if (body.shape !== 'bars') return table
  const asked = countedOptions(question, edition).map(({ id }) => id)
  const bars = [...body.bars].sort((a, b) => asked.indexOf(a.id) - asked.indexOf(b.id))
  return { ...table, body: { ...body, bars } }
}

/** What the filter form offers. */
export function filterChoices({ edition, neighbourhoods }: Results): FilterChoices {
  const asked = edition.sections.flatMap(({ questions }) => questions)
  return {
    neighbourhoods: neighbourhoods.map(({ id, name }) => ({ id, name: textIn(name, 'zh-CN') })),
    questions: asked
      .filter(
        (question) => ['single', 'scale', 'consent'].includes(question.kind) || isCoded(question),
      )
      .map((question) => ({
        id: question.id,
        title: textIn(question.title, 'zh-CN'),
        options: allOptions(question, edition).map(({ id, label }) => ({
          id,
          label: textIn(label, 'zh-CN'),
        })),
      })),
  }
}

function engineFilter({ neighbourhoods }: Results, filter: ResultFilter): Filter {
  const { neighbourhood, channel, from, to, is } = filter
  const chosen = neighbourhoods.find(({ id }) => id === neighbourhood)
  return {
    mailboxNumbers: neighbourhood ? (chosen?.mailboxes ?? []).map((box) => box.number) : undefined,
    channel,
    from: from === undefined ? undefined : dayOfDate(from),
    to: to === undefined ? undefined : dayOfDate(to),
    is: is.length > 0 ? is : undefined,
  }
}

function withoutOnePart(filter: Filter): Filter[] {
  const parts = (['mailboxNumbers', 'channel', 'from', 'to'] as const).filter(
    (part) => filter[part] !== undefined,
  )
  // Without its only part a filter is none, and everybody has been counted.
  if (parts.length + (filter.is?.length ?? 0) < 2) return []
  return [
    ...parts.map((part) => ({ ...filter, [part]: undefined })),
    ...(filter.is ?? []).map((one) => ({
      ...filter,
      is: filter.is?.filter((other) => other !== one),
    })),
  ]
}
