import type { Audience } from '../../../surveys/engine/definition.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { audienceName } from '../names.ts'
import { filterQuery, type ResultFilter } from '../results/filter.ts'
import { type FilterChoices, FilterForm } from '../results/filter-form.tsx'
import { baseText, cellText, countText, notToldMeans } from '../results/result-table.ts'
import { NotAVote, TooNarrow } from '../results/results-page.tsx'
import { TopicBesides, type TopicTables } from '../results/topics-page.tsx'
import { type Choice, ChoiceSelect } from './choice-select.tsx'
import { type Compared, type ComparedCell, findings, intervalText, markName } from './compared.ts'

export interface CompareChoices {
  /** What may be compared, and what may be compared by, under the question's title where it has rows. */
  questions: Choice[]
  groupings: Choice[]
}

interface ComparePageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  audience: Audience
  audiences: readonly Audience[]
  asked: { q: string; by: string }
  choices: CompareChoices
  filter: ResultFilter
  filterChoices: FilterChoices
  outcome:
    | Compared
    | { topics: TopicTables[] }
    | 'choose'
    | 'same'
    | 'too-few'
    | 'nobody'
    | 'untold'
}

/** Any question by any other, or by where and how people answered. Everything chosen stands in the address. */
export function ComparePage(props: ComparePageProps) {
  const { place, consultation, audience, asked, filter, outcome } = props
  const path = `/desk/c/${consultation.id}/compare`
  const query = new URLSearchParams({ edition: audience, q: asked.q, by: asked.by })
  const filtered = filterQuery(filter).slice(1)
  const whole = `?${query}${filtered && `&${filtered}`}`
  return (
    <DeskFrame place={place} title="比较" wide>
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>比较</h1>
        <p class="standfirst">
          任选一题，看不同的人答得一样不一样：可以按另一题的回答分，也可以按居民区、邮筒、渠道、问卷的版本分，或者把大人和孩子并排看。
        </p>
        <NotAVote>{notToldMeans}</NotAVote>
      </header>
      <ChooseForm {...props} path={path} />
      {typeof outcome !== 'string' && !('topics' in outcome) && (
        <FilterForm
          action={path}
          filter={filter}
          choices={props.filterChoices}
          keep={Object.fromEntries(query)}
        />
      )}
      <h2 class="unseen">并排看</h2>
      <Outcome {...{ outcome, audience, all: `/desk/c/${consultation.id}/topics` }} />
      {typeof outcome !== 'string' && !isNothing(outcome) && (
        <p class="page-foot">
          <a href={`${path}.csv${whole}`}>下载这张表（CSV）</a>
        </p>
      )}
    </DeskFrame>
  )
}

function ChooseForm({
  path,
  audience,
  audiences,
  asked,
  choices,
}: ComparePageProps & { path: string }) {
  return (
    <form class="choose" method="get" action={path}>
      {audiences.length > 1 ? (
        <nav class="versions" aria-label="版本">
          {audiences.map((one) => (
            <a href={`${path}?edition=${one}`} aria-current={one === audience ? 'page' : undefined}>
              {audienceName(one)}
            </a>
          ))}
        </nav>
      ) : null}
      <input type="hidden" name="edition" value={audience} />
      <ChoiceSelect
        form="compare"
        name="q"
        label="看哪一题"
        chosen={asked.q}
        choices={choices.questions}
      />
      <ChoiceSelect
        form="compare"
        name="by"
        label="按什么分开看"
        chosen={asked.by}
        choices={choices.groupings}
      />
      <button class="primary" type="submit">
        比较
      </button>
      <a href={`${path.replace(/compare$/, 'groups')}?edition=${audience}`}>自己分组</a>
    </form>
  )
}

function Outcome({
  outcome,
  audience,
  all,
}: {
  outcome: ComparePageProps['outcome']
  audience: Audience
  all: string
}) {
  switch (outcome) {
    case 'choose':
      return <p class="empty">选好一题和分法，这里会并排列出各组的回答。</p>
    case 'same':
      return <p class="empty">这是同一题。请换一个分法。</p>
    case 'too-few':
      return <TooNarrow />
    case 'untold':
      return (
        <p class="empty">
          这两题放在一起，人少的格子太多，遮住它们就不剩什么可看的了，所以不显示。
        </p>
      )
    case 'nobody':
      return <p class="empty">还没有{audienceName(audience)}答卷同时答到这两题。</p>
    default:
      if (!('topics' in outcome)) return <ComparedFigure compared={outcome} />
      return <Besides topics={outcome.topics} all={all} />
  }
}

const isNothing = (outcome: Compared | { topics: TopicTables[] }) =>
  'topics' in outcome && outcome.topics.length === 0

function Besides({ topics, all }: { topics: readonly TopicTables[]; all: string }) {
  if (topics.length === 0)
    return (
      <p class="empty">
        另一份问卷里没有问同一件事的题，所以不能并排看。两份都问了的，都在
        <a href={all}>大人孩子对照</a>里。
      </p>
    )
  return (
    <>
      <p>大人和孩子的人数、问法都不同，所以并排看，不相加，也不检验差别。</p>
      {topics.map((topic) => (
        <TopicBesides topic={topic} />
      ))}
    </>
  )
}

function ComparedFigure({ compared }: { compared: Compared }) {
  const { caption, by, people, everybody, groups, rows, overlap, isGrouped, remark } = compared
  const [first = '', ...more] = findings(compared)
  return (
    <figure class="finding" data-finding>
      <figcaption>
        <p class="asked">{`${caption} × ${by}`}</p>
        <h3>{first}</h3>
        {more.map((one) => (
          <p>{one}</p>
        ))}
      </figcaption>
      <div class="plot" data-plot hidden />
      <p class="base">
        {`n = ${countText(everybody)}（两题都问到的${people}） · 比例都是占该组的；表格里比例下面一行是 95% 区间，图上不画（仅供参考：自愿参与，非随机抽样） · 「明显」指和其余的人比，整张表一起检验（Holm），差别不像碰巧；一边不到 30 人不比较`}
        {overlap && ' · 一个人可能同时在几组里'}
        {remark && ` · ${remark}`}
        {isGrouped && ' · 有些格子人不少也不显示：和分组前的表一减，会算出少数几个人'}
      </p>
      <details class="numbers" open data-numbers>
        <summary>看表格</summary>
        <section class="scroll" tabindex={0} aria-label={caption}>
          <table data-shape="multiples">
            <caption>{`${caption} × ${by}`}</caption>
            <thead>
              <tr>
                <th scope="col">选项</th>
                <th scope="col" class="num" data-series>
                  所有人
                </th>
                {groups.map(({ label }) => (
                  <th scope="col" class="num" data-series>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ label, whole, cells }) => (
                <tr>
                  <th scope="row">{label}</th>
                  {[whole, ...cells].map((cell) => (
                    <Cell cell={cell} />
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">n（该组被问到的人）</th>
                <td class="num">{baseText(everybody)}</td>
                {groups.map(({ base }) => (
                  <td class="num">{baseText(base)}</td>
                ))}
              </tr>
            </tfoot>
          </table>
        </section>
      </details>
    </figure>
  )
}

function Cell({ cell: { count, share, interval, mark } }: { cell: ComparedCell }) {
  const stands = mark === 'higher' || mark === 'lower'
  return (
    <td
      class="num"
      data-count={count ?? ''}
      data-share={share ?? ''}
      data-mark={stands ? mark : undefined}
    >
      <span data-value>{cellText({ count, share })}</span>
      {interval && <small class="soft">{intervalText(interval)}</small>}
      {mark && <small class={stands ? 'stands-out' : 'soft'}>{markName(mark)}</small>}
    </td>
  )
}
