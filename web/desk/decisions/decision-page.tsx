import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import type { Meanwhile } from '../meanwhile.tsx'
import { momentName } from '../names.ts'
import { tracesIn } from '../texts/masks.ts'
import { Traces } from '../texts/traces.tsx'
import {
  type DecisionFields,
  DecisionForm,
  type DecisionProblem,
  fieldsOf,
} from './decision-form.tsx'
import { ProgressForm, type ProgressSaid } from './progress-form.tsx'
import { type ListedDecision, publicWords, ToldDecision } from './told-decision.tsx'

interface DecisionPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  /** Undefined for one that is only being written. */
  decision: ListedDecision | undefined
  fields: DecisionFields
  citable: { id: string; title: string; sentence: string }[]
  problem: DecisionProblem | undefined
  /** Which words each form began with. */
  marks: { words: string; progress: string }
  /** Somebody else wrote other words while these were typed. */
  meanwhile: Meanwhile | undefined
  /** What was typed of how far it has come, and could not be saved. */
  progress: ProgressSaid | undefined
  refused: Refusal | undefined
  saved: boolean
  mayHavePhoto: boolean
}

/** Why it was not published: one wrote it and publishes it, or it was changed meanwhile; or somebody may be told by it. */
export type Refusal = 'changed' | 'traces'

/** One decision: writing it, publishing it, saying how far it has come. */
export function DecisionPage(props: DecisionPageProps) {
  const { place, consultation, decision, fields, citable, problem, marks, saved } = props
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
        <ProgressForm
          {...{ decision, action: `${here}/progress`, said: props.progress }}
          {...{ mark: marks.progress, mayHavePhoto: props.mayHavePhoto }}
        />
      )}
      <section class="panel">
        <h2>{decision ? '改写' : '写下来'}</h2>
        <DecisionForm
          {...{ action: here, fields, citable, problem, mark: marks.words }}
          clash={clashOf(props)}
        />
      </section>
    </DeskFrame>
  )
}

const clashOf = ({ meanwhile, decision }: DecisionPageProps) =>
  meanwhile && decision && { meanwhile, stored: fieldsOf(decision) }

/** What waits to be read by everybody, and the button of the second person. */
function Publication({
  decision,
  here,
  refused,
}: Pick<DecisionPageProps, 'refused'> & { decision: ListedDecision; here: string }) {
  const { publishedAt, isMine, writtenAt, photo, title } = decision
  return (
    <section class="panel">
      <h2>{publishedAt === null ? '公开' : '公开改动'}</h2>
      {refused && (
        <p class="problem" role="alert">
          {refused === 'changed'
            ? '没有公开：自己写的不能自己公开，或者刚才又有人改过。请再看一遍。'
            : '没有公开：里面可能有个人信息。请看下面列出的地方。'}
        </p>
      )}
      <p>公开以后，居民在结果页看得到这条决定；答过所引用的题的人，在回执页也看得到。</p>
      <ToldDecision decision={decision} />
      <Traces text={publicWords(decision)} />
      {photo && <img class="progress-photo" src={photo} alt={`${title}的照片`} />}
      <div class="buttons">
        {isMine ? (
          <p class="hint">自己写的不能自己公开，请另一位同事来看。</p>
        ) : (
          <form method="post" action={`${here}/publication`} class="stacked">
            <input type="hidden" name="writtenAt" value={writtenAt} />
            {tracesIn(publicWords(decision)).length > 0 && (
              <label class="tick">
                <input type="checkbox" name="seen" value={writtenAt} required />{' '}
                上面列出的我看过了，都可以给所有人看
              </label>
            )}
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
