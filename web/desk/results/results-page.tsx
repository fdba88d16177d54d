import type { Child } from 'hono/jsx'
import type { Audience } from '../../../surveys/engine/definition.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { audienceName, momentName, number, peopleName } from '../names.ts'
import { filterQuery, isFiltered, type ResultFilter } from './filter.ts'
import { type FilterChoices, FilterForm, withVersion } from './filter-form.tsx'
import { ResultFigure } from './result-figure.tsx'
import { type Count, countText, type ResultTable } from './result-table.ts'
import { Writings, type Written } from './writings.tsx'

interface ResultsPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  audience: Audience
  version: number
  versions: number
  filter: ResultFilter
  choices: FilterChoices
  /** Responses in all, and those the filter leaves. */
  total: number
  seen: Count
  k: number
  now: number
  sections: { title: string | undefined; tables: ResultTable[] }[]
  /** By question id: what was written, newest first. Nothing while a filter is on. */
  writings: Map<string, Written>
}

/** All questions of one edition in the order they were asked. */
export function ResultsPage(props: ResultsPageProps) {
  const { place, consultation, audience, version, versions, filter, choices, sections, seen } =
    props
  const path = `/desk/c/${consultation.id}/results/${audience}`
  const older = version < versions ? version : undefined
  const query = withVersion(filterQuery(filter), older)
  const tables = sections.flatMap((section) => section.tables)
  return (
    <DeskFrame place={place} title={`${audienceName(audience)}结果`}>
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>{audienceName(audience)}结果</h1>
        <p class="standfirst">
          <Standfirst {...props} />
        </p>
        <NotAVote>
          <span class="soft">　截至 {momentName(props.now)}</span>
        </NotAVote>
      </header>
      {versions > 1 && <Versions path={path} version={version} versions={versions} />}
      <FilterForm action={path} filter={filter} choices={choices} version={older} />
      {tables.length > 0 && Boolean(seen) && (
        <p class="order">
          <span class="soft">选项的先后：</span>
          <Order path={path} filter={filter} version={older} />
        </p>
      )}
      {tables.length > 0 && Boolean(seen) && (
        <nav class="contents" aria-label="题目">
          <ol>
            {tables.map(({ id, number: mark, title }) => (
              <li>
                <a href={`#${id}`} title={title}>
                  {mark ?? id}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {props.total === 0 ? (
        <p class="empty">
          还没有收到{audienceName(audience)}答卷。第一份寄到以后，这里会按题目列出结果。
        </p>
      ) : seen === null ? (
        <TooNarrow />
      ) : seen === 0 ? (
        <p class="empty">没有答卷符合这个筛选。</p>
      ) : (
        sections.map(({ title, tables }) => (
          <section class="chapter">
            <h2 class={title ? undefined : 'unseen'}>{title ?? '题目'}</h2>
            {tables.map((table) => (
              <ResultFigure table={table} href={`${path}/${table.id}${query}`}>
                <Writings
                  writings={props.writings.get(table.id) ?? []}
                  more={`${path}/${table.id}#texts`}
                  few
                />
                <PicturesLink
                  kind={table.kind}
                  href={`${path}/${table.id}/pictures${withVersion('', older)}`}
                />
              </ResultFigure>
            ))}
          </section>
        ))
      )}
      <p class="page-foot">
        <a href={`${path}.csv${query}`}>下载这些结果表（CSV）</a>
        <span class="soft">　表里同样不显示少于 {props.k} 人的格子。</span>
      </p>
    </DeskFrame>
  )
}

function Order({
  path,
  filter,
  version,
}: {
  path: string
  filter: ResultFilter
  version: number | undefined
}) {
  const link = (asAsked: boolean, label: string) => {
    const isHere = asAsked === Boolean(filter.asAsked)
    const href = `${path}${withVersion(filterQuery({ ...filter, asAsked }), version)}`
    return (
      <a href={href} aria-current={isHere ? 'true' : undefined}>
        {label}
      </a>
    )
  }
  return (
    <>
      {link(false, '选的人多的在前')}　{link(true, '按问卷的顺序')}
    </>
  )
}

/** Where drawings and photos are looked at; here they are only counted. */
export function PicturesLink({ kind, href }: { kind: ResultTable['kind']; href: string }) {
  if (kind !== 'drawing' && kind !== 'photo') return null
  return (
    <p class="more">
      <a href={href}>{kind === 'drawing' ? '看画，加标签' : '看照片，决定能不能用'}</a>
    </p>
  )
}

function Standfirst({ audience, total, seen, filter, k }: ResultsPageProps) {
  const people = peopleName(audience)
  return (
    <>
      {isFiltered(filter)
        ? `共 ${number(total)} 位${people}答了${seen === null ? '。' : `，筛选后看的是其中 ${countText(seen)} 位。`}`
        : `共 ${number(total)} 位${people}答了。`}
      少于 {k} 人的格子不显示，能把它算出来的也不显示，以免认出是谁。
    </>
  )
}

/** Said instead of results, when the filter would single people out. */
export function TooNarrow() {
  return (
    <p class="empty">
      这个筛选留下或去掉的人太少，看一眼前后的差别就能认出他们，所以不显示结果。请去掉一个筛选条件。
    </p>
  )
}

/** Said on every page that shows results. */
export function NotAVote({ children }: { children?: Child }) {
  return <p class="not-a-vote">意见征集结果，不等于表决。{children}</p>
}

function Versions({
  path,
  version,
  versions,
}: {
  path: string
  version: number
  versions: number
}) {
  return (
    <nav class="versions" aria-label="问卷版本">
      {Array.from({ length: versions }, (_, index) => index + 1).map((n) => (
        <a href={`${path}?v=${n}`} aria-current={n === version ? 'page' : undefined}>
          第 {n} 版
        </a>
      ))}
      <span class="soft">各版分开看，不相加。</span>
    </nav>
  )
}
