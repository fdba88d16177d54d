import { dayWords } from '../../dates.ts'
import type { DecisionText, Finding } from '../../public/decided.ts'
import { momentName } from '../names.ts'

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

/** A decision as it is told, from what residents said to how far it has come. */
export function ToldDecision({ decision }: { decision: ListedDecision }) {
  const { findings, reason, decidedBy, decidedOn, action, unit, dueOn, progressAt } = decision
  const done = [unit, dueOn && `${dayWords(dueOn, 'zh-CN')}前`].filter(Boolean).join('，')
  const steps: [string, string][] = [
    ...findings.map(({ table, takenAt, release }): [string, string] => [
      '居民说',
      `「${table.title}」${table.sentence}（第 ${release} 次公示，${momentName(takenAt)}统计）`,
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

/** Everything in it that others than staff will read, and that a person or a number could stand in. */
export function publicWords(decision: Omit<DecisionText, 'number' | 'photo'>): string {
  const { title, options, reason, decidedBy, action, unit, progressNote } = decision
  const all = [title, options, decision.decision, reason, decidedBy, action, unit, progressNote]
  return all.filter(Boolean).join('\n')
}
