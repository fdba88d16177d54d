import type { Audience } from '../../../surveys/engine/definition.ts'
import type { QualityLabel } from '../../../surveys/engine/quality/labels.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { audienceName, number } from '../names.ts'
import { notToldMeans } from '../results/result-table.ts'
import { NotAVote } from '../results/results-page.tsx'
import { FlaggedList, type FlaggedLists } from './flagged-list.tsx'
import { labelKinds, labelNames } from './label-words.ts'
import { type SideBySide, SidesFigure } from './sides-figure.tsx'

interface QualityPageProps extends FlaggedLists {
  place: DeskPlace
  consultation: { id: string; title: string }
  audience: Audience
  audiences: readonly Audience[]
  counted: Counted
  questions: readonly { id: string; label: string }[]
  asked: string
  sides: SideBySide | 'too-few' | undefined
}

/** How many came, count, and carry each label. */
export interface Counted {
  received: number
  valid: number
  labels: Record<QualityLabel['kind'], number>
  /** How many told how long they took. */
  timed: number
}

/** Answers that a person should look at. Nothing is left out by itself, and nobody leaves out alone. */
export function QualityPage(props: QualityPageProps) {
  const { place, consultation, audience, audiences, counted, asked } = props
  const path = `/desk/c/${consultation.id}/quality`
  const query = new URLSearchParams({ edition: audience, ...(asked && { q: asked }) })
  return (
    <DeskFrame place={place} title="答卷质量">
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>答卷质量</h1>
        <p class="standfirst">
          {`${validWords(counted)}。这里只提示哪些答卷值得看一眼：答得快、答得一样，也可能是认真的。一位提议、另一位同意，才会排除；排除不是删除，随时可以恢复。`}
        </p>
        <NotAVote>{notToldMeans}</NotAVote>
      </header>
      {audiences.length > 1 && (
        <nav class="versions" aria-label="版本">
          {audiences.map((one) => (
            <a href={`${path}?edition=${one}`} aria-current={one === audience ? 'page' : undefined}>
              {audienceName(one)}
            </a>
          ))}
        </nav>
      )}
      <Meanings counted={counted} />
      <p class="page-foot">
        <a href={`${path}.csv?${query}`}>下载这一页的表（CSV）</a>
      </p>
      <FlaggedList {...props} path={path} />
      <Sides {...props} path={path} />
    </DeskFrame>
  )
}

/** 收到 41 份，计入 40 份，排除 1 份，有效率 97.6%. */
function validWords({ received, valid }: Counted): string {
  const rate = received > 0 ? `，有效率 ${((100 * valid) / received).toFixed(1)}%` : ''
  return `收到 ${number(received)} 份，计入 ${number(valid)} 份，排除 ${number(received - valid)} 份${rate}`
}

function Meanings({ counted: { labels, timed } }: { counted: Counted }) {
  return (
    <section class="scroll" tabindex={0} aria-label="几种提示各有多少份">
      <table class="meanings">
        <caption class="unseen">几种提示各有多少份</caption>
        <thead>
          <tr>
            <th scope="col">提示</th>
            <th scope="col" class="num">
              份数
            </th>
            <th scope="col" class="meaning">
              意思
            </th>
          </tr>
        </thead>
        <tbody>
          {labelKinds.map((kind) => (
            <tr>
              <th scope="row">{labelNames[kind].name}</th>
              <td class="num">{number(labels[kind])}</td>
              <td class="meaning">
                {labelNames[kind].meaning}
                {kind === 'fast' && `现在有 ${number(timed)} 份。`}
                {labelNames[kind].harmless}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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
        <p class="empty">有提示的或没有提示的答卷太少，并排看就能认出他们选了什么，所以不显示。</p>
      )}
      {typeof sides === 'object' && <SidesFigure sides={sides} />}
    </section>
  )
}
