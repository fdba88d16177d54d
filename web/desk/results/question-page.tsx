import type { Audience } from '../../../surveys/engine/definition.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { FileLink } from '../file-link.tsx'
import { audienceName, peopleName } from '../names.ts'
import { Comparison, type ComparisonTable } from './comparison.tsx'
import { filterQuery, isFiltered, type ResultFilter } from './filter.ts'
import { type FilterChoices, FilterForm, withVersion } from './filter-form.tsx'
import { ResultFigure } from './result-figure.tsx'
import { type Count, countText, notToldMeans, type ResultTable, shareText } from './result-table.ts'
import { NotAVote, PicturesLink, TooNarrow } from './results-page.tsx'
import { Writings, type Written } from './writings.tsx'

/** Whether the ways of answering, by phone, on paper, with help, differ beyond chance. */
export interface ModesApart {
  are: 'apart' | 'alike'
  /** What to look at by channel: the question, or the first of its rows that differs. */
  key: string
  /** How many rows differ. */
  rows: number
}

/** Who was put before whom, two by two. */
export interface Pairwise {
  /** Beats every other in pairs, if one does. */
  winner: string | undefined
  rows: { before: string; after: string; count: Count; of: Count }[]
}

interface QuestionPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  audience: Audience
  version: number | undefined
  k: number
  filter: ResultFilter
  choices: FilterChoices
  table: ResultTable | 'too-few'
  title: string
  question: string
  comparison: ComparisonTable | undefined
  modes: ModesApart | undefined
  pairwise: Pairwise | undefined
  writings: Written
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
        <NotAVote>{notToldMeans}</NotAVote>
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
      {props.pairwise && <PairwiseTable pairwise={props.pairwise} />}
      {props.modes && (
        <p class={props.modes.are === 'apart' ? 'problem' : 'soft'} role="note">
          {props.modes.are === 'apart'
            ? '不同渠道（扫码、纸质、代填）的回答差得不像碰巧，合在一起看要小心。'
            : '不同渠道（扫码、纸质、代填）的回答没有明显差别。'}
          <a
            href={`/desk/c/${consultation.id}/compare?edition=${audience}&q=${props.modes.key}&by=@channel-of`}
          >
            分渠道看
          </a>
        </p>
      )}
      {comparison && <Comparison table={comparison} people={peopleName(audience)} />}
      {table !== 'too-few' && (
        <FileLink href={`${path}${withVersion(filterQuery(filter), version)}`} k={props.k} />
      )}
      <div id="texts">
        <Writings writings={writings} heading="原话" />
        {table !== 'too-few' && table.kind === 'text' && (
          <p class="buttons on-screen">
            <a href={`/desk/c/${consultation.id}/texts/${audience}/${props.question}`}>
              整理这些原话：数词、归类{audience === 'adult' && '、摘出来公开'}
            </a>
          </p>
        )}
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

function PairwiseTable({ pairwise: { winner, rows } }: { pairwise: Pairwise }) {
  return (
    <section class="chapter">
      <h2>两两比</h2>
      <p>
        {winner
          ? `「${winner}」和每一项单独比，都是排在前面的人更多。`
          : '没有哪一项和每一项单独比都占先。'}
      </p>
      <section class="scroll" tabindex={0} aria-label="两两比">
        <table>
          <caption class="unseen">两两比，谁排在谁前面</caption>
          <thead>
            <tr>
              <th scope="col">排在前面的</th>
              <th scope="col">排在后面的</th>
              <th scope="col" class="num">
                人数
              </th>
              <th scope="col" class="num">
                占两项分出先后的人
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ before, after, count, of }) => (
              <tr>
                <th scope="row">{before}</th>
                <td>{after}</td>
                <td class="num">{countText(count)}</td>
                <td class="num">
                  {count === null || !of ? '–' : `${shareText(count / of)}（n = ${countText(of)}）`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
