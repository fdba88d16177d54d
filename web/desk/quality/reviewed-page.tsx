import type { Filled } from '../../../surveys/engine/answers.ts'
import type { Audience, Edition } from '../../../surveys/engine/definition.ts'
import type { QualityLabel } from '../../../surveys/engine/quality/labels.ts'
import { visibleQuestions } from '../../../surveys/engine/visibility.ts'
import { numberedTitle } from '../../numbered-title.ts'
import { Given, type GivenPhoto } from '../../resident/given.tsx'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { audienceName, momentName } from '../names.ts'
import type { Proposal } from './flagged-list.tsx'
import { labelNames } from './label-words.ts'

interface ReviewedPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  audience: Audience
  seq: number
  /** Which day it came, and how. */
  came: string
  labels: readonly { kind: QualityLabel['kind']; said: string }[]
  proposal: Proposal | undefined
  /** Only for those whose role may read single responses. */
  answers: Answers | undefined
  saved: boolean
  /** A reason that could not be taken. */
  problem: string | undefined
}

interface Answers {
  edition: Edition
  filled: Filled
  photos: readonly GivenPhoto[]
}

/** One response that somebody should look at: why, what it says, and whether it should count. */
export function ReviewedPage(props: ReviewedPageProps) {
  const { place, consultation, audience, seq, came, labels, answers } = props
  const list = `/desk/c/${consultation.id}/quality`
  return (
    <DeskFrame place={place} title={`第 ${seq} 份答卷`}>
      <header class="headline">
        <p class="kicker">
          <a href={`${list}?edition=${audience}`}>
            ← {consultation.title} · {audienceName(audience)}答卷质量
          </a>
        </p>
        <h1>第 {seq} 份答卷</h1>
        <p class="standfirst">{came}</p>
      </header>
      {props.saved && (
        <p class="told" role="status">
          已保存。
        </p>
      )}
      <section class="chapter">
        <h2>为什么请人看</h2>
        {labels.length === 0 && <p class="empty">现在没有提示；以前有过，所以还在这里。</p>}
        <ul>
          {labels.map(({ kind, said }) => (
            <li>
              <b>{said}。</b>
              <span class="soft">
                {labelNames[kind].meaning}
                {labelNames[kind].harmless}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section class="chapter">
        <h2>这份答卷怎么答的</h2>
        {answers ? (
          <AnswersGiven {...answers} />
        ) : (
          <p class="empty">
            单份答卷只有管理员能看。您可以按上面的数字提议；同意排除要请看得到答卷的同事。
          </p>
        )}
      </section>
      <Decision {...props} path={`${list}/${seq}`} mayExclude={answers !== undefined} />
    </DeskFrame>
  )
}

function AnswersGiven({ edition, filled, photos }: Answers) {
  const asked = visibleQuestions(edition, filled).filter(({ kind }) => kind !== 'note')
  return (
    <>
      <p class="base">这次查看已记入操作记录。</p>
      <dl class="answers">
        {asked.map((question) => (
          <>
            <dt>{numberedTitle(question)}</dt>
            <Given question={question} given={{ edition, filled, photos, locale: 'zh-CN' }} />
          </>
        ))}
      </dl>
    </>
  )
}

interface DecisionProps extends ReviewedPageProps {
  path: string
  mayExclude: boolean
}

function Decision({ proposal, path, audience, problem, mayExclude }: DecisionProps) {
  const query = `?edition=${audience}`
  const isWaiting = proposal?.state === 'proposed'
  return (
    <section class="chapter on-screen">
      <h2>要不要计入</h2>
      {proposal && <Proposed proposal={proposal} />}
      <form method="post" action={`${path}/decision${query}`} class="buttons">
        {isWaiting && !proposal.isMine && mayExclude && (
          <button class="danger" type="submit" name="state" value="excluded">
            同意，不计入
          </button>
        )}
        {proposal?.state !== 'kept' && (
          <button type="submit" name="state" value="kept">
            {proposal?.state === 'excluded' ? '恢复，照常计入' : '看过了，照常计入'}
          </button>
        )}
      </form>
      {isWaiting && proposal.isMine && <p class="soft">自己提议的，要另一位同事同意才排除。</p>}
      {!isWaiting && proposal?.state !== 'excluded' && (
        <form method="post" action={`${path}${query}`} class="stacked">
          {problem !== undefined && (
            <p class="problem" role="alert" id="reason-problem">
              请写明理由，最多 200 个字。
            </p>
          )}
          <label for="reason">或者提议不计入：理由（另一位同事会看到）</label>
          <input
            id="reason"
            name="reason"
            maxlength={200}
            required
            value={problem ?? ''}
            aria-invalid={problem === undefined ? undefined : 'true'}
            aria-describedby={problem === undefined ? undefined : 'reason-problem'}
          />
          <div class="buttons">
            <button type="submit">提议</button>
          </div>
        </form>
      )}
    </section>
  )
}

function Proposed({ proposal }: { proposal: Proposal }) {
  const { state, reason, proposedAt, isMine } = proposal
  const now = { proposed: '等另一位决定', excluded: '已排除，不计入', kept: '看过了，照常计入' }
  return (
    <p>
      <b>{now[state]}。</b>
      {isMine ? '我' : '一位同事'}在 {momentName(proposedAt)}写的理由：<bdi>{reason}</bdi>
    </p>
  )
}
