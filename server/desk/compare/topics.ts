import type { Audience, Question, Topic } from '../../../surveys/engine/definition.ts'
import { guard, smallestGroup } from '../../../surveys/engine/guard.ts'
import type { Guarded } from '../../../surveys/engine/hide-small.ts'
import { keptTally } from '../../../surveys/engine/kept-counts.ts'
import { peoplePicking } from '../../../surveys/engine/people-picking.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { countedOptions, type QuestionTally } from '../../../surveys/engine/tally.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { audienceName } from '../../../web/desk/names.ts'
import { resultOf } from '../../../web/desk/results/result-of.ts'
import type { Bar, ResultTable } from '../../../web/desk/results/result-table.ts'
import { sentence } from '../../../web/desk/results/sentence.ts'
import type { TopicTables } from '../../../web/desk/results/topics-page.tsx'
import { resultFile } from '../../exports/file-tables.ts'
import { tablesFile } from '../../exports/tables-csv.ts'
import type { AppContext } from '../../host.ts'
import { findResults, type Results } from '../results/results.ts'

/** What both editions say to some topics. */
export async function topicsBeside(
  c: AppContext,
  consultation: string,
  topics: readonly Topic[],
): Promise<TopicTables[]> {
  const [adult, child] = await Promise.all([
    findResults(c, consultation, 'adult'),
    findResults(c, consultation, 'child'),
  ])
  return topics.map((topic) => ({
    ...{ id: topic.id, title: textIn(topic.title, 'zh-CN') },
    adult: adult ? topicTables(topic, adult) : [],
    child: child ? topicTables(topic, child) : [],
  }))
}

/** The same as a file; of each table, whom it is about. */
export function topicsFile(c: AppContext, id: string, topics: readonly TopicTables[]): Response {
  const file = (title: string, audience: Audience, table: ResultTable) => {
    const whole = resultFile(table)
    return { ...whole, caption: `${title} · ${audienceName(audience)}：${whole.caption}` }
  }
  const tables = topics.flatMap(({ title, adult, child }) => [
    ...adult.map((table) => file(title, 'adult', table)),
    ...child.map((table) => file(title, 'child', table)),
  ])
  const [adults, children] = [smallestGroup('adult'), smallestGroup('child')]
  const hidden = `${adults}（孩子 ${children}）`
  return tablesFile(c, `${id}-topics`, tables, hidden)
}

/** What one edition says to a topic: a table per question, its options gathered under the topic's items. */
function topicTables(topic: Topic, results: Results): ResultTable[] {
  const { edition, audience } = results
  const here = topic.questions.filter((one) => one.audience === audience)
  return here.flatMap(({ question: id }) => {
    const question = questionsOf(edition).get(id)
    const table = question && gathered(topic, results, question)
    return table ? [table] : []
  })
}

function gathered(topic: Topic, results: Results, question: Question): ResultTable | undefined {
  const { edition, columns } = results
  const tallied = keptTally(question, edition, columns)
  const whole = resultOf(question, edition, tallied, columns.count)
  if (!whole) return
  const people = peopleBy(results, question, tallied)
  const bars = topic.items.flatMap(({ id, label, options }): Bar[] => {
    const mine = options[question.id]
    if (!mine) return []
    const count = people.anyOf(mine)
    const share = count === null || !whole.base ? null : count / whole.base
    return [{ id, label: textIn(label, 'zh-CN'), count, share }]
  })
  const told = {
    ...whole,
    id: `${topic.id}-${question.id}`,
    // The items are only some of the options, so their shares need not add up to anything.
    kind: 'multiple' as const,
    remark: whole.remark ?? '只列和这个议题有关的几项',
    body: { shape: 'bars' as const, bars },
  }
  return { ...told, sentence: sentence(told) }
}

/** How many people picked any of these options; hidden as soon as one of them is hidden by itself. */
function peopleBy(results: Results, question: Question, tallied: QuestionTally) {
  const { edition, columns, audience } = results
  const { guarded } = guard(tallied, columns.count, smallestGroup(audience))
  const shownAt = new Map<string, Guarded>()
  if (guarded.kind === 'choice') {
    countedOptions(question, edition).forEach(({ id }, at) => {
      shownAt.set(id, guarded.counts[at] ?? null)
    })
  }
  if (guarded.kind === 'rows' && question.kind === 'pair') {
    question.pairs.forEach(({ options }, row) => {
      options.forEach(({ id }, at) => {
        shownAt.set(id, guarded.rows[row]?.counts[at] ?? null)
      })
    })
  }
  return {
    anyOf(options: string[]): Guarded {
      const counts = options.map((option) => shownAt.get(option) ?? null)
      if (counts.some((count) => count === null)) return null
      return peoplePicking(question, edition, columns, options)
    },
  }
}
