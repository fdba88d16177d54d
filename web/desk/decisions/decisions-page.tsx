import { progressName, verdictName } from '../../public/decided.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { type ListedDecision, ToldDecision } from './told-decision.tsx'

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
            <ToldDecision decision={decision} />
          </li>
        ))}
      </ol>
    </DeskFrame>
  )
}
