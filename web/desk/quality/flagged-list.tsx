import type { Audience } from '../../../surveys/engine/definition.ts'
import { momentName, number } from '../names.ts'

interface Flagged {
  seq: number
  day: string
  /** What each label says, with its numbers. */
  labels: string[]
}

/** What was proposed or decided about a response. */
export interface Proposal {
  seq: number
  reason: string
  proposedAt: number
  isMine: boolean
  state: 'proposed' | 'excluded' | 'kept'
}

export interface FlaggedLists {
  audience: Audience
  /** Those nobody has said anything about yet, the newest first, so many of them at once. */
  flagged: readonly Flagged[]
  /** How many there are of them in all. */
  open: number
  /** Where the older ones go on. */
  older: string | undefined
  proposals: readonly Proposal[]
}

/** What waits for a second person, what nobody has looked at, and, folded away, what is decided. */
export function FlaggedList(props: FlaggedLists & { path: string }) {
  const { flagged, open, older, proposals, path, audience } = props
  const href = (seq: number) => `${path}/${seq}?edition=${audience}`
  const waiting = proposals.filter(({ state }) => state === 'proposed')
  const decided = proposals.filter(({ state }) => state !== 'proposed')
  return (
    <>
      {waiting.length > 0 && (
        <section class="chapter">
          <h2>等另一位决定（{number(waiting.length)}）</h2>
          <ul class="flagged">
            {waiting.map((proposal) => (
              <li>
                <a href={href(proposal.seq)}>第 {proposal.seq} 份</a>
                <span class="soft">
                  {proposal.isMine ? '我' : '另一位'}在 {momentName(proposal.proposedAt)}提议
                </span>
                <p>
                  理由：<bdi>{proposal.reason}</bdi>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="chapter">
        <h2>值得看一眼的（{number(open)}）</h2>
        {flagged.length === 0 && <p class="empty">没有要看的。</p>}
        <ul class="flagged">
          {flagged.map(({ seq, day, labels }) => (
            <li id={`s${seq}`}>
              <a href={href(seq)}>第 {seq} 份</a>
              <span class="soft">{day}</span>
              <ul>
                {labels.map((label) => (
                  <li>{label}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        {older && (
          <p class="pager">
            <a href={older}>再往前看 →</a>
          </p>
        )}
        {decided.length > 0 && (
          <details data-keep-closed>
            <summary>已经决定的（{number(decided.length)}）</summary>
            <ul class="flagged">
              {decided.map(({ seq, state, reason }) => (
                <li>
                  <a href={href(seq)}>第 {seq} 份</a>
                  <span class="soft">{state === 'excluded' ? '已排除' : '看过了，照常计入'}</span>
                  <p>
                    理由：<bdi>{reason}</bdi>
                  </p>
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
    </>
  )
}
