import type { Audience } from '../../../surveys/engine/definition.ts'
import type { QualityLabel } from '../../../surveys/engine/quality/labels.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { audienceName, momentName, number } from '../names.ts'
import { type Count, countText, shareText } from '../results/result-table.ts'
import { NotAVote } from '../results/results-page.tsx'

interface Flagged {
  seq: number
  day: string
  labels: string[]
  /** What was proposed or decided about it, if anything. */
  proposal: Proposal | undefined
}

export interface Proposal {
  seq: number
  reason: string
  proposedAt: number
  isMine: boolean
  state: 'proposed' | 'excluded' | 'kept'
}

export interface SideBySide {
  title: string
  base: Count
  baseWithout: Count
  rows: {
    label: string
    whole: { count: Count; share: number | null }
    without: { count: Count; share: number | null }
  }[]
}

interface QualityPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  audience: Audience
  audiences: readonly Audience[]
  received: number
  valid: number
  /** How many responses carry each label. */
  counts: Record<QualityLabel['kind'], number>
  timed: number
  flagged: readonly Flagged[]
  more: boolean
  proposals: readonly Proposal[]
  questions: readonly { id: string; label: string }[]
  asked: string
  sides: SideBySide | 'too-few' | undefined
  saved: boolean
  problem: { seq: number; reason: string } | undefined
}

/** Answers that a person should look at. Nothing is left out by itself, and nobody leaves out alone. */
export function QualityPage(props: QualityPageProps) {
  const { place, consultation, audience, audiences, received, valid, saved, proposals } = props
  const path = `/desk/c/${consultation.id}/quality`
  const waiting = proposals.filter(({ state }) => state === 'proposed')
  const excluded = proposals.filter(({ state }) => state === 'excluded')
  return (
    <DeskFrame place={place} title="答卷质量">
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>答卷质量</h1>
        <p class="standfirst">
          {`收到 ${number(received)} 份，计入 ${number(valid)} 份，排除 ${number(received - valid)} 份${
            received > 0 ? `，有效率 ${((100 * valid) / received).toFixed(1)}%` : ''
          }。这里只提示哪些答卷值得看一眼：答得快、答得一样，也可能是认真的。一位提议、另一位同意，才会排除；排除不是删除，随时可以恢复。`}
        </p>
        <NotAVote />
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
      <Meanings {...props} />
      <Proposals heading="等另一位决定" list={waiting} path={path} audience={audience} />
      <FlaggedList {...props} path={path} />
      <Proposals heading="已排除" list={excluded} path={path} audience={audience} />
      <Sides {...props} path={path} />
    </DeskFrame>
  )
}

function Meanings({ counts, timed }: QualityPageProps) {
  const meanings: [string, number, string][] = [
    [
      '答得太快',
      counts.fast,
      `用时不到一半人用时的四分之一。手机报了用时的有 ${number(timed)} 份，到 30 份才比较。`,
    ],
    ['一条直线', counts.straight, '一张表里每一行都选同一个。'],
    ['和别的一样', counts.twin, '答过的题（至少 8 处）和另一份完全一样。一家人一起填也会这样。'],
    ['同一句话', counts.burst, '同一天里，有三份以上写了一模一样的话（至少 6 个字）。'],
  ]
  return (
    <table>
      <caption class="unseen">几种提示各有多少份</caption>
      <thead>
        <tr>
          <th scope="col">提示</th>
          <th scope="col" class="num">
            份数
          </th>
          <th scope="col">意思</th>
        </tr>
      </thead>
      <tbody>
        {meanings.map(([name, count, meaning]) => (
          <tr>
            <th scope="row">{name}</th>
            <td class="num">{number(count)}</td>
            <td class="meaning">{meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FlaggedList({
  flagged,
  more,
  path,
  audience,
  problem,
}: QualityPageProps & { path: string }) {
  return (
    <section class="chapter">
      <h2>值得看一眼的</h2>
      {flagged.length === 0 && <p class="empty">没有要看的。</p>}
      {flagged.map(({ seq, day, labels, proposal }) => (
        <div class="panel flagged" id={`s${seq}`}>
          <p>
            <b>第 {seq} 份</b>　<span class="soft">{day}</span>
          </p>
          <ul>
            {labels.map((label) => (
              <li>{label}</li>
            ))}
          </ul>
          {proposal?.state === 'kept' ? (
            <p class="soft">看过了，照常计入。</p>
          ) : (
            <details open={problem?.seq === seq}>
              <summary>提议排除</summary>
              <form method="post" action={`${path}/${seq}?edition=${audience}`} class="stacked">
                {problem?.seq === seq && (
                  <p class="problem" role="alert">
                    请写明理由，最多 200 个字。
                  </p>
                )}
                <label for={`why${seq}`}>理由（另一位同事会看到）</label>
                <input
                  id={`why${seq}`}
                  name="reason"
                  maxlength={200}
                  required
                  value={problem?.seq === seq ? problem.reason : ''}
                />
                <div class="buttons">
                  <button type="submit">提议</button>
                </div>
              </form>
            </details>
          )}
        </div>
      ))}
      {more && <p class="soft">只列最近的 50 份。处理完这些，会接着列。</p>}
    </section>
  )
}

interface ProposalsProps {
  heading: string
  list: readonly Proposal[]
  path: string
  audience: Audience
}

function Proposals({ heading, list, path, audience }: ProposalsProps) {
  if (list.length === 0) return null
  return (
    <section class="chapter">
      <h2>{heading}</h2>
      {list.map(({ seq, reason, proposedAt, isMine, state }) => (
        <div class="panel flagged">
          <p>
            <b>第 {seq} 份</b>　<span class="soft">{momentName(proposedAt)}提议</span>
          </p>
          <p>
            理由：<bdi>{reason}</bdi>
          </p>
          <form
            method="post"
            action={`${path}/${seq}/decision?edition=${audience}`}
            class="buttons"
          >
            {state === 'proposed' && !isMine && (
              <button class="danger" type="submit" name="state" value="excluded">
                同意，不计入
              </button>
            )}
            <button type="submit" name="state" value="kept">
              {state === 'excluded' ? '恢复，照常计入' : '不排除，照常计入'}
            </button>
            {state === 'proposed' && isMine && (
              <span class="soft">自己提议的，要另一位同事同意才排除。</span>
            )}
          </form>
        </div>
      ))}
    </section>
  )
}

function Sides({ questions, asked, sides, path, audience }: QualityPageProps & { path: string }) {
  return (
    <section class="chapter" id="sides">
      <h2>去掉有提示的，结果差多少</h2>
      <form class="choose" method="get" action={`${path}#sides`}>
        <input type="hidden" name="edition" value={audience} />
        <p>
          <label for="sides-q">看哪一题</label>
          <select id="sides-q" name="q">
            {questions.map(({ id, label }) => (
              <option value={id} selected={id === asked}>
                {label}
              </option>
            ))}
          </select>
        </p>
        <button class="primary" type="submit">
          并排看
        </button>
      </form>
      {sides === 'too-few' && (
        <p class="empty">有提示的答卷太少，并排看就能认出他们选了什么，所以不显示。</p>
      )}
      {typeof sides === 'object' && (
        <table>
          <caption>{sides.title}</caption>
          <thead>
            <tr>
              <th scope="col">选项</th>
              <th scope="col" class="num">
                全部计入的
              </th>
              <th scope="col" class="num">
                去掉有提示的
              </th>
            </tr>
          </thead>
          <tbody>
            {sides.rows.map(({ label, whole, without }) => (
              <tr>
                <th scope="row">{label}</th>
                {[whole, without].map(({ count, share }) => (
                  <td class="num">{`${shareText(share)}（${countText(count)}）`}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">n（被问到的人）</th>
              <td class="num">{countText(sides.base)}</td>
              <td class="num">{countText(sides.baseWithout)}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  )
}
