import { smallestGroup } from '../../../surveys/engine/guard.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { isFiltered } from '../../../web/desk/results/filter.ts'
import { QuestionPage } from '../../../web/desk/results/question-page.tsx'
import { comparisonFile, pairwiseFile, resultFile } from '../../exports/file-tables.ts'
import { asksForFile, tablesFile } from '../../exports/tables-csv.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'
import { comparisonOf } from '../compare/comparison.ts'
import { modesApart } from '../compare/modes.ts'
import { pairwiseOf } from '../compare/pairwise.ts'
import { deskPlace } from '../place.ts'
import { readFilter } from './filter.ts'
import { filterChoices, findResults, resultSections } from './results.ts'
import { writingsPage } from './writings.ts'

/** One question with all that is told of it, or its tables as a file. */
export async function questionPage(c: AppContext) {
  const { consultation: id = '', audience: edition = '', question = '' } = c.req.param()
  const results = await findResults(c, id, edition)
  const asked = results && questionsOf(results.edition).get(question)
  if (!results || !asked || asked.kind === 'note') return c.notFound()
  const filter = readFilter(c)
  const { consultation, audience, version, versions } = results
  const { sections } = resultSections(results, filter, asked.id)
  const table = sections.flatMap(({ tables }) => tables).find(({ id }) => id === asked.id)
  const plain = !isFiltered(filter) && table
  const written = plain
    ? await writingsPage(c, results, table, Number(c.req.query('before')) || undefined)
    : undefined
  const comparison = plain ? comparisonOf(results, asked) : undefined
  const pairwise = plain ? pairwiseOf(results, asked) : undefined
  const k = smallestGroup(audience)
  if (asksForFile(c)) {
    const files = [comparison && comparisonFile(comparison), pairwise && pairwiseFile(pairwise)]
    const name = `${consultation.id}-${audience}-${asked.id}`
    return tablesFile(c, name, [table && resultFile(table), ...files], k)
  }
  return render(
    c,
    QuestionPage({
      place: await deskPlace(c),
      consultation: { id: consultation.id, title: textIn(consultation.title, 'zh-CN') },
      version: version < versions ? version : undefined,
      k,
      ...{ audience, filter, table: table ?? 'too-few' },
      choices: filterChoices(results),
      title: textIn(asked.title, 'zh-CN'),
      question: asked.id,
      comparison,
      modes: plain ? modesApart(results, asked) : undefined,
      pairwise,
      writings: written?.writings ?? [],
      older: written?.before === undefined ? undefined : `?before=${written.before}#texts`,
    }),
  )
}
