import type { Audience } from '../../../surveys/engine/definition.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { FileLink } from '../file-link.tsx'
import { audienceName, number, peopleName } from '../names.ts'
import { cellText, countText } from '../results/result-table.ts'
import { NotAVote } from '../results/results-page.tsx'
import {
  type AreaCoverage,
  type Composition,
  standing,
  standingName,
  total,
  unheard,
  type WeightedTable,
  type Weighting,
} from './coverage.ts'
import { WeightingPart } from './weighting-part.tsx'

interface CoveragePageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  audience: Audience
  audiences: readonly Audience[]
  areas: readonly AreaCoverage[]
  compositions: readonly Composition[]
  weighting: Weighting
  questions: readonly { id: string; label: string }[]
  asked: string
  weighted: WeightedTable | undefined
  k: number
  saved: boolean
  /** What was typed and could not be saved: under which margin, and why. */
  entered?:
    | { margin: string; fields: Readonly<Record<string, string>>; problem: string }
    | undefined
}

/** How far the answers speak for everybody: who answered, who did not, and what weighting would change. */
export function CoveragePage(props: CoveragePageProps) {
  const { place, consultation, audience, audiences, areas, compositions, saved } = props
  const path = `/desk/c/${consultation.id}/coverage`
  return (
    <DeskFrame place={place} title="谁还没说">
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>谁还没说</h1>
        <p class="standfirst">{unheard(areas, compositions)}</p>
        <NotAVote>
          <span class="soft">　自愿参与，不是随机抽样。</span>
        </NotAVote>
      </header>
      {saved && (
        <p class="told" role="status">
          已保存。
        </p>
      )}
      {audiences.length > 1 && (
        <nav class="versions" aria-label="版本">
          {audiences.map((one) => (
            <a href={`${path}?edition=${one}`} aria-current={one === audience ? 'page' : undefined}>
              {audienceName(one)}
            </a>
          ))}
        </nav>
      )}
      <Areas {...props} path={path} />
      <section class="chapter">
        <h2>来的人和住的人</h2>
        <p>
          填上官方公布的构成（只要比例，不要名单），就能看出谁来得少。没有可靠的数，就先空着，不要拿全市的数代替。
        </p>
        <p class="base">
          来的比例除以应有的比例：不到 0.5「少得多」，0.5 到 0.8「偏少」，0.8 到
          1.25「差不多」，1.25 到 2「偏多」，超过 2「多得多」。
        </p>
        {compositions.map((composition) => (
          <CompositionPanel {...props} path={path} composition={composition} />
        ))}
      </section>
      <WeightingPart
        {...{ path, audience, asked: props.asked, questions: props.questions }}
        weighting={props.weighting}
        weighted={props.weighted}
      />
      <FileLink
        href={`${path}?${new URLSearchParams({ edition: audience, q: props.asked })}`}
        k={props.k}
      />
    </DeskFrame>
  )
}

type Part = CoveragePageProps & { path: string }

function Areas({ areas, audience, path, entered }: Part) {
  const wrong = entered?.margin === 'households' ? entered : undefined
  return (
    <section class="chapter">
      <h2>各居民区收到多少</h2>
      <form method="post" action={`${path}/households?edition=${audience}`}>
        {wrong && (
          <p class="problem" role="alert">
            {wrong.problem}
          </p>
        )}
        <section class="scroll" tabindex={0} aria-label="各居民区收到多少">
          <table>
            <caption class="unseen">各居民区的户数和收到的{audienceName(audience)}答卷</caption>
            <thead>
              <tr>
                <th scope="col">居民区</th>
                <th scope="col" class="num">
                  户数
                </th>
                <th scope="col" class="num">
                  答卷
                </th>
                <th scope="col" class="num">
                  每百户
                </th>
                <th scope="col" class="num">
                  扫码和链接
                </th>
                <th scope="col" class="num">
                  代填和现场
                </th>
                <th scope="col" class="num">
                  纸质
                </th>
              </tr>
            </thead>
            <tbody>
              {areas.map((area) => (
                <tr>
                  <th scope="row">{area.name}</th>
                  <td class="num">
                    <input
                      class="short"
                      name={area.id}
                      inputmode="numeric"
                      aria-label={`${area.name}户数`}
                      value={wrong?.fields[area.id] ?? area.households ?? ''}
                    />
                  </td>
                  <td class="num">{number(total(area))}</td>
                  <td class="num">
                    {area.households ? ((100 * total(area)) / area.households).toFixed(1) : '–'}
                  </td>
                  <td class="num">{number(area.scanned)}</td>
                  <td class="num">{number(area.helped)}</td>
                  <td class="num">{number(area.paper)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p class="base">一户可能答了几份，所以这不是参与的户数。没有邮筒的答卷不在表里。</p>
        <button type="submit">保存户数</button>
      </form>
    </section>
  )
}

function CompositionPanel({
  composition,
  audience,
  path,
  entered,
}: Part & { composition: Composition }) {
  const { id, title, base, isSet, categories } = composition
  const wrong = entered?.margin === id ? entered : undefined
  return (
    <details class="panel composition" open={isSet || wrong !== undefined} id={`m-${id}`}>
      <summary>
        <h3>{title}</h3>
      </summary>
      <form method="post" action={`${path}/targets?edition=${audience}`}>
        <input type="hidden" name="margin" value={id} />
        {wrong && (
          <p class="problem" role="alert">
            {wrong.problem}
          </p>
        )}
        <table>
          <caption class="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">选项</th>
              <th scope="col" class="num">
                来的人
              </th>
              <th scope="col" class="num">
                应有（%）
              </th>
              <th scope="col">比一比</th>
            </tr>
          </thead>
          <tbody>
            {categories.map(({ id: category, label, count, share, target }) => (
              <tr class={standing(share, target)}>
                <th scope="row">{label}</th>
                <td class="num">{cellText({ count, share })}</td>
                <td class="num">
                  <input
                    class="short"
                    name={`c-${category}`}
                    inputmode="decimal"
                    aria-label={`${label}应有百分之几`}
                    value={wrong?.fields[category] ?? (target === undefined ? '' : percent(target))}
                  />
                </td>
                <td>{standingName(standing(share, target))}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="base">
          n = {countText(base)}（答了这一题的{peopleName(audience)}）
        </p>
        <div class="buttons">
          <button type="submit">保存构成</button>
          {isSet && (
            <button
              class="quiet"
              type="submit"
              formaction={`${path}/targets/removal?edition=${audience}`}
            >
              清空
            </button>
          )}
        </div>
      </form>
    </details>
  )
}

const percent = (share: number) => String(Math.round(share * 1000) / 10)
