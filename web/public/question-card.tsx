import { dateOf } from '../../surveys/engine/shanghai.ts'
import { dayWords } from '../dates.ts'
import type { ComparisonTable } from '../desk/results/comparison.tsx'
import { PlacesMap, PlacesTable } from '../desk/results/places-map.tsx'
import type { ResultTable } from '../desk/results/result-table.ts'
import { numberedTitle } from '../numbered-title.ts'
import type { Words } from '../words/words.ts'
import { Bars, Base, Measures, Pairs, Rows, Scale } from './number-tables.tsx'
import type { ReleasedQuestion } from './released.ts'
import { percent } from './share-bar.tsx'

interface QuestionCardProps {
  w: Words['released']
  /** The anchor of this card. */
  id: string
  question: ReleasedQuestion
  /** When everything else on the page was counted. */
  takenAt: number
  day: (time: number) => string
}

/** One question: the finding as its headline, the table that is its chart, and of how many people. */
export function QuestionCard({ w, id, question, takenAt, day }: QuestionCardProps) {
  const { table, breakdown, quotes } = question
  const asked = numberedTitle(table)
  return (
    <section class="finding" id={id} lang="zh-CN">
      <p class="asked">{asked}</p>
      <h3>{table.sentence}</h3>
      <Numbers w={w} table={table} caption={asked} />
      <Base w={w} table={table} />
      {question.takenAt !== takenAt && <p class="base">{w.older(day(question.takenAt))}</p>}
      {quotes && (
        <ul class="quotes">
          {quotes.map((quote) => (
            <li>
              <bdi>{quote}</bdi>
            </li>
          ))}
        </ul>
      )}
      {breakdown && (
        <Breakdown
          w={w}
          table={breakdown.table}
          older={breakdown.takenAt === takenAt ? undefined : day(breakdown.takenAt)}
        />
      )}
    </section>
  )
}

/** The chart of a question, whatever its shape: a table whose cells are drawn. */
function Numbers({
  w,
  table,
  caption,
}: {
  w: Words['released']
  table: ResultTable
  caption: string
}) {
  const { body } = table
  switch (body.shape) {
    case 'bars':
    case 'histogram':
    case 'days':
      return <Bars {...{ w, caption, bars: body.bars }} />
    case 'scale':
      return <Scale {...{ w, caption, bars: body.bars }} />
    case 'rows':
      return <Rows {...{ w, caption, columns: body.columns, rows: body.rows }} />
    case 'pairs':
      return <Pairs {...{ w, caption, pairs: body.pairs }} />
    case 'measures':
      return <Measures {...{ w, caption, ...body }} />
    case 'places':
      return (
        <>
          <PlacesMap plan={body.plan} areas={body.areas} />
          <PlacesTable caption={caption} categories={body.categories} places={body.places} />
        </>
      )
    case 'texts':
      return null
  }
}

interface BreakdownProps {
  w: Words['released']
  table: ComparisonTable
  older: string | undefined
}

function Breakdown({ w, table, older }: BreakdownProps) {
  const { caption, groups, rows } = table
  return (
    <details class="by-place">
      <summary>{w.byPlace}</summary>
      <p class="base">
        {w.byPlaceHint}
        {older && ` ${w.older(older)}`}
      </p>
      <section class="scroll" tabindex={0} aria-label={caption}>
        <table class="places">
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              <td />
              {groups.map(({ name }) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, cells }) => (
              <tr>
                <th scope="row">{label}</th>
                {cells.map(({ count, share }) =>
                  count === null ? (
                    <td class="untold">{w.untold}</td>
                  ) : (
                    <td>
                      {share === null ? '' : <b>{percent(share)}%</b>} <small>{count}</small>
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">n</th>
              {groups.map(({ n }) => (
                <td>{n ?? w.untold}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
    </details>
  )
}

/** 2026年11月23日, from a moment. */
export const dayTeller =
  (locale: string) =>
  (time: number): string =>
    dayWords(dateOf(time), locale)
