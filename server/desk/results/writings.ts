import { newestKept, newestTexts, writtenTexts } from '../../../db/written-texts.ts'
import type { Pin } from '../../../surveys/engine/answers.ts'
import type { Columns } from '../../../surveys/engine/columns.ts'
import type { QuestionOf } from '../../../surveys/engine/definition.ts'
import { smallestGroup } from '../../../surveys/engine/guard.ts'
import { keptOrigins } from '../../../surveys/engine/kept-counts.ts'
import { originAt } from '../../../surveys/engine/origins.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { placeName } from '../../../web/desk/results/places.ts'
import type { ResultTable } from '../../../web/desk/results/result-table.ts'
import type { Writing, Written } from '../../../web/desk/results/writings.tsx'
import type { AppContext } from '../../host.ts'
import { mayReadWords } from '../texts/childrens-words.ts'
import { areasOf } from './areas.ts'
import type { Results } from './results.ts'

const firstFew = 6
const onePage = newestKept - 1

/** A few of the newest words to each question that has any and may show them. */
export async function firstWritings(
  c: AppContext,
  results: Results,
  sections: { tables: ResultTable[] }[],
): Promise<Map<string, Written>> {
  const wanted = sections.flatMap(({ tables }) => tables).filter(mayShowWritings)
  const closed = await closedTo(c, results)
  const found = await Promise.all(
    wanted.map(async ({ id }): Promise<[string, Written]> => {
      if (closed) return [id, closed(id)]
      const texts = await newestTexts(c.var.store, results.versionId, id, results.columns)
      return [id, texts.slice(0, firstFew).map(writingOf(results, id))]
    }),
  )
  return new Map(found)
}

/** A page of what was written to one question, and from where the next page goes on. */
export async function writingsPage(
  c: AppContext,
  results: Results,
  table: ResultTable,
  before: number | undefined,
): Promise<{ writings: Written; before: number | undefined } | undefined> {
  if (!mayShowWritings(table)) return
  const closed = await closedTo(c, results)
  if (closed) return { writings: closed(table.id), before: undefined }
  const { store } = c.var
  const { versionId, columns } = results
  const texts = before
    ? await writtenTexts(store, versionId, table.id, { limit: newestKept, before })
    : await newestTexts(store, versionId, table.id, columns)
  const shown = texts.slice(0, onePage)
  return {
    writings: shown.map(writingOf(results, table.id)),
    before: texts.length > onePage ? shown.at(-1)?.seq : undefined,
  }
}

/** Where to say what for before children's words to a question are read; nothing where that was done, or need not be. */
async function closedTo(c: AppContext, { consultation: { id }, audience }: Results) {
  if (await mayReadWords(c, id, audience)) return
  return (question: string) => ({
    access: `/desk/c/${id}/texts/access?to=results/${audience}/${question}`,
  })
}

// A list of words is as long as the number beside it: where that is hidden, so are they.
function mayShowWritings({ kind, body }: ResultTable): boolean {
  if (body.shape === 'texts') return kind === 'text' && (body.answered ?? 0) > 0
  if (body.shape === 'places') return (body.answered ?? 0) > 0
  return (
    body.shape === 'bars' &&
    body.bars.some(({ mark, count }) => mark === 'other' && (count ?? 0) > 0)
  )
}

// The neighbourhood stands beside a text only where enough people answered there; never beside a child's.
function writingOf(results: Results, questionId: string) {
  const { audience, columns, neighbourhoods } = results
  const names = new Map<number, string>()
  if (audience === 'adult') {
    const people = peopleByMailbox(columns)
    for (const { name, mailboxes } of neighbourhoods) {
      const here = mailboxes.reduce((sum, { number }) => sum + (people[number] ?? 0), 0)
      if (here < smallestGroup(audience)) continue
      for (const { number } of mailboxes) names.set(number, textIn(name, 'zh-CN'))
    }
  }
  const question = questionsOf(results.edition).get(questionId)
  const wordsOf = question?.kind === 'pin' ? besidePins(results, question) : (text: string) => text
  return ({ text, mailboxNumber }: { text: string; mailboxNumber: number | null }): Writing => ({
    text: wordsOf(text),
    neighbourhood: mailboxNumber === null ? undefined : names.get(mailboxNumber),
  })
}

/** What was written beside someone's pins, a line each, with the place as far as the map tells it. */
function besidePins(results: Results, question: QuestionOf<'pin'>): (text: string) => string {
  const areas = areasOf(results, question, smallestGroup(results.audience))
  const labels = new Map(question.categories?.map(({ id, label }) => [id, textIn(label, 'zh-CN')]))
  return (text) => {
    const pins: Pin[] = JSON.parse(text)
    return pins
      .flatMap(({ x, y, category = '', comment }) => {
        const about = [placeName(areas?.placeOf(x, y)), labels.get(category)].filter(Boolean)
        return comment ? [`${about.join(' · ')}：${comment}`] : []
      })
      .join('\n')
  }
}

function peopleByMailbox(columns: Columns): number[] {
  const people: number[] = []
  for (const [code, count] of keptOrigins(columns)) {
    const { mailboxNumber } = originAt(code)
    people[mailboxNumber] = (people[mailboxNumber] ?? 0) + count
  }
  return people
}
