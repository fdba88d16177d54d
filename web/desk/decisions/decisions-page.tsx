import { dayWords } from '../../dates.ts'
import { type DecisionText, type Finding, progressName, verdictName } from '../../public/decided.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { momentName } from '../names.ts'
import { type DecisionFields, DecisionForm, type DecisionProblem } from './decision-form.tsx'

export interface ListedDecision extends DecisionText {
  id: string
  findings: Finding[]
  /** When what everybody reads was published. */
  publishedAt: number | null
  writtenAt: number
  /** It was written or changed since, and waits for a second person. */
  isWaiting: boolean
  /** Written last by who is looking. */
  isMine: boolean
}

interface ListProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  decisions: readonly ListedDecision[]
}

/** The ledger: what came back, what was decided, why, and how far it has come. It prints as it stands. */
export function DecisionsPage({ place, consultation, decisions }: ListProps) {
  const here = `/desk/c/${consultation.id}/decisions`
  return (
    <DeskFrame place={place} title="决定">
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>决定</h1>
        <p class="standfirst">
          从居民说了什么，到我们定了什么、为什么、办到哪一步。一个人写，另一个人看过再公开；公开以后，居民在结果页和自己的回执页都看得到。
        </p>
        <p class="buttons">
          <a class="button" href={`${here}/new`}>
            写一条决定
          </a>
          <button type="button" data-print hidden>
            打印这份台账
          </button>
        </p>
      </header>
      {decisions.length === 0 && (
        <p class="empty">还没有决定。先公示结果，再把每件事怎么办、办不到的为什么写在这里。</p>
      )}
      <ol class="ledger">
        {decisions.map((decision) => (
          <li id={`d${decision.number}`} class="panel">
            <p class="soft">
              第 {decision.number} 条 <span class="tag">{verdictName(decision.verdict)}</span>
              <span class="tag">
                {decision.publishedAt === null ? '没有公开' : progressName(decision.progress)}
              </span>
              {decision.publishedAt !== null && decision.isWaiting && (
                <span class="tag">改动等公开</span>
              )}
            </p>
            <h2>
              <a href={`${here}/${decision.id}`}>{decision.title}</a>
            </h2>
            <Told decision={decision} />
          </li>
        ))}
      </ol>
    </DeskFrame>
  )
}

function Told({ decision }: { decision: ListedDecision }) {
  const { findings, reason, decidedBy, decidedOn, action, unit, dueOn, progressAt } = decision
  const done = [unit, dueOn && `${dayWords(dueOn, 'zh-CN')}前`].filter(Boolean).join('，')
  const steps: [string, string][] = [
    ...findings.map(({ table, takenAt, release }): [string, string] => [
      '居民说',
      `${table.title}：${table.sentence}（第 ${release} 次公示，${momentName(takenAt)}统计）`,
    ]),
    ['考虑过', decision.options],
    ['决定', decision.decision],
    ['原因', reason],
    ['谁定的', [decidedBy, decidedOn && dayWords(decidedOn, 'zh-CN')].filter(Boolean).join('，')],
    ['接下来', [action, done].filter(Boolean).join(' — ')],
    [progressAt === null ? '' : momentName(progressAt), decision.progressNote],
  ]
  return (
    <dl class="steps">
      {steps
        .filter(([name, words]) => name && words)
        .map(([name, words]) => (
          <div>
            <dt>{name}</dt>
            <dd>
              <bdi>{words}</bdi>
            </dd>
          </div>
        ))}
    </dl>
  )
}

interface DecisionPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  /** Undefined for one that is only being written. */
  decision: ListedDecision | undefined
  fields: DecisionFields
  citable: { id: string; title: string; sentence: string }[]
  problem: DecisionProblem | undefined
  /** What is wrong with the photo or the words of how far it has come. */
  progressProblem: string | undefined
  /** It could not be published: the same person wrote it, or it was changed meanwhile. */
  isRefused: boolean
  saved: boolean
  mayHavePhoto: boolean
}

/** One decision: writing it, publishing it, saying how far it has come. */
export function DecisionPage(props: DecisionPageProps) {
  const { place, consultation, decision, fields, citable, problem, saved } = props
  const list = `/desk/c/${consultation.id}/decisions`
  const here = decision ? `${list}/${decision.id}` : `${list}/new`
  return (
    <DeskFrame place={place} title={decision?.title ?? '写一条决定'}>
      <header class="headline">
        <p class="kicker">
          <a href={list}>← {consultation.title} · 决定</a>
        </p>
        <h1>{decision?.title ?? '写一条决定'}</h1>
        {decision && (
          <p class="standfirst">
            {decision.publishedAt === null
              ? '还没有公开，只有工作人员看得到。'
              : `${momentName(decision.publishedAt)}公开。改了以后，居民看到的还是公开的那一版，等另一位同事再公开一次。`}
          </p>
        )}
      </header>
      {saved && (
        <p class="told" role="status">
          已保存。
        </p>
      )}
      {decision?.isWaiting && <Publication {...props} decision={decision} here={here} />}
      {decision && decision.publishedAt !== null && (
        <ProgressForm {...props} decision={decision} here={here} />
      )}
      <section class="panel">
        <h2>{decision ? '改写' : '写下来'}</h2>
        <DecisionForm action={here} fields={fields} citable={citable} problem={problem} />
      </section>
    </DeskFrame>
  )
}

/** What waits to be read by everybody, and the button of the second person. */
function Publication({
  decision,
  here,
  isRefused,
}: Pick<DecisionPageProps, 'isRefused'> & { decision: ListedDecision; here: string }) {
  const { publishedAt, isMine, writtenAt, photo, title } = decision
  return (
    <section class="panel">
      <h2>{publishedAt === null ? '公开' : '公开改动'}</h2>
      {isRefused && (
        <p class="problem" role="alert">
          没有公开：自己写的不能自己公开，或者刚才又有人改过。请再看一遍。
        </p>
      )}
      <p>公开以后，居民在结果页看得到这条决定；答过所引用的题的人，在回执页也看得到。</p>
      <Told decision={decision} />
      {photo && <img class="progress-photo" src={photo} alt={`${title}的照片`} />}
      <div class="buttons">
        {isMine ? (
          <p class="hint">自己写的不能自己公开，请另一位同事来看。</p>
        ) : (
          <form method="post" action={`${here}/publication`}>
            <input type="hidden" name="writtenAt" value={writtenAt} />
            <button class="primary" type="submit">
              核对过了，公开
            </button>
          </form>
        )}
        {publishedAt === null && (
          <form method="post" action={`${here}/removal`}>
            <details>
              <summary>不要这条了</summary>
              <p>没有公开过的决定删掉就没有了。</p>
              <button class="danger" type="submit">
                删掉
              </button>
            </details>
          </form>
        )}
      </div>
    </section>
  )
}

function ProgressForm({
  decision,
  here,
  progressProblem,
  mayHavePhoto,
}: Pick<DecisionPageProps, 'progressProblem' | 'mayHavePhoto'> & {
  decision: ListedDecision
  here: string
}) {
  return (
    <section class="panel" id="progress">
      <h2>办到哪一步</h2>
      <form method="post" action={`${here}/progress`} class="stacked" enctype="multipart/form-data">
        {progressProblem && (
          <p class="problem" role="alert">
            {progressProblem}
          </p>
        )}
        <fieldset class="choices">
          <legend>现在</legend>
          {(['planned', 'doing', 'done'] as const).map((progress) => (
            <label>
              <input
                type="radio"
                name="progress"
                value={progress}
                checked={decision.progress === progress}
                required
              />
              {progressName(progress)}
            </label>
          ))}
        </fieldset>
        <label for="progress-note">说明（公开以后居民看得到）</label>
        <textarea id="progress-note" name="note" rows={3} maxlength={2000}>
          {decision.progressNote}
        </textarea>
        {mayHavePhoto && (
          <>
            <label for="progress-photo">照片（可不选；请避开人脸和车牌）</label>
            {decision.photo && (
              <img class="progress-photo" src={decision.photo} alt={`${decision.title}的照片`} />
            )}
            <input id="progress-photo" name="photo" type="file" accept="image/jpeg,image/png" />
          </>
        )}
        <div class="buttons">
          <button class="primary" type="submit">
            保存进展
          </button>
        </div>
      </form>
    </section>
  )
}
