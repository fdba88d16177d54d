import type { Words } from '../words/words.ts'
import type { ReleasedDecision } from './released.ts'

interface DecisionsProps {
  w: Words['released']
  decisions: readonly ReleasedDecision[]
}

/** What will be done, and what cannot be done and why, in that order. */
export function Decisions({ w, decisions }: DecisionsProps) {
  if (decisions.length === 0) return <p>{w.undecided}</p>
  return (
    <ul class="decisions" lang="zh-CN">
      {inOrder(decisions).map((one) => (
        <li class={one.outcome}>
          <p class="outcome">
            <b>{one.done ? w.done : w[one.outcome]}</b>
          </p>
          <div>
            <h3>{one.title}</h3>
            {one.decision && <p>{one.decision}</p>}
            {one.reason && (
              <p>
                {w.because}
                {one.reason}
              </p>
            )}
            {(one.who || one.when) && (
              <p class="base">{[one.who, one.when].filter(Boolean).join(' · ')}</p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

const order = ['will', 'partly', 'cannot']

export const inOrder = (decisions: readonly ReleasedDecision[]): ReleasedDecision[] =>
  [...decisions].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
