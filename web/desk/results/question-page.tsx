import type { Audience } from '../../../surveys/engine/definition.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { audienceName } from '../names.ts'
import { Comparison, type ComparisonTable } from './comparison.tsx'
import { filterQuery, isFiltered, type ResultFilter } from './filter.ts'
import { type FilterChoices, FilterForm, withVersion } from './filter-form.tsx'
import { ResultFigure } from './result-figure.tsx'
import type { ResultTable } from './result-table.ts'
import { NotAVote, PicturesLink, TooNarrow } from './results-page.tsx'
import { type Writing, Writings } from './writings.tsx'

interface QuestionPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  audience: Audience
  version: number | undefined
  filter: ResultFilter
  choices: FilterChoices
  table: ResultTable | 'too-few'
  title: string
  question: string
  comparison: ComparisonTable | undefined
  writings: Writing[]
  /** Where older writings go on. */
  older: string | undefined
}

/** One question on its own: the figure, the neighbourhoods side by side, everything that was written. */
export function QuestionPage(props: QuestionPageProps) {
  const { place, consultation, audience, version, filter, table, comparison, writings } = props
  const all = `/desk/c/${consultation.id}/results/${audience}`
  const path = `${all}/${props.question}`
  return (
    <DeskFrame place={place} title={props.title}>
      <header class="headline">
        <p class="kicker">
          <a href={`${all}${withVersion(filterQuery(filter), version)}`}>
            ← {consultation.title} · {audienceName(audience)}结果
          </a>
        </p>
        <h1>{props.title}</h1>
        <NotAVote />
      </header>
      <FilterForm action={path} filter={filter} choices={props.choices} version={version} />
      <h2 class="unseen">回答</h2>
      {table === 'too-few' ? (
        <TooNarrow />
      ) : (
        <ResultFigure table={table}>
          <PicturesLink kind={table.kind} href={`${path}/pictures${withVersion('', version)}`} />
        </ResultFigure>
      )}
      {comparison && <Comparison table={comparison} />}
      <div id="texts">
        <Writings writings={writings} heading="原话" />
        {props.older && (
          <p class="pager">
            <a href={props.older}>再往前看 →</a>
          </p>
        )}
        {isFiltered(filter) && (
          <p class="soft">筛选时不列原话，以免从回答认出是谁写的。去掉筛选就能看到。</p>
        )}
      </div>
    </DeskFrame>
  )
}
