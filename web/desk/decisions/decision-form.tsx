import { type Verdict, verdictName } from '../../public/decided.ts'
import { type Meanwhile, SavedMeanwhile, saveWords, toWrong, wrongPlace } from '../meanwhile.tsx'
import { OneOf } from '../one-of.tsx'
import { planDays } from '../plan-days.ts'
import type { ListedDecision } from './told-decision.tsx'

export interface DecisionFields {
  title: string
  options: string
  verdict: string
  decision: string
  reason: string
  decidedBy: string
  decidedOn: string
  action: string
  unit: string
  dueOn: string
  /** Which published questions it cites: `adult.Q6`. */
  cites: string[]
  /** Which words a form that comes back began with. */
  began?: string
}

/** A decision as the form holds it. */
export function fieldsOf(decision: ListedDecision): DecisionFields {
  const cites = decision.findings.map(({ audience, table }) => `${audience}.${table.id}`)
  return { ...decision, cites }
}

export type DecisionProblem = 'title' | 'verdict' | 'decision' | 'reason' | 'day' | 'long'

const problems: Record<DecisionProblem, string> = {
  title: '请给这件事起个名字，让居民一眼看懂，最多 60 个字。',
  verdict: '请选：要做、做一部分，还是这次做不到。',
  decision: '请写清楚决定了什么。',
  reason: '做一部分或做不到，要写出原因，居民看得到。',
  day: '日期不对：请写日历上有的一天，像 2026-03-02，在 2000 年到 2100 年之间。',
  long: '写得太长了，每一格最多 2000 个字。',
}

interface DecisionFormProps {
  action: string
  fields: DecisionFields
  /** What the newest release tells, to be cited. */
  citable: { id: string; title: string; sentence: string }[]
  problem: DecisionProblem | undefined
  /** Which words it began with. */
  mark: string
  /** Somebody else wrote other words meanwhile: these. */
  clash: { meanwhile: Meanwhile; stored: DecisionFields } | undefined
}

const labels = {
  ...{ title: '这件事叫什么', cites: '依据哪些结果', options: '考虑过哪些办法', verdict: '决定' },
  ...{ decision: '具体决定了什么', reason: '为什么', decidedBy: '谁定的', decidedOn: '哪一天定的' },
  ...{ action: '接下来怎么做', unit: '谁来办', dueOn: '打算哪天前办好' },
}

/** From the finding to the decision and its reason, in the order in which one thinks. */
export function DecisionForm(props: DecisionFormProps) {
  const { action, fields, citable, problem, mark, clash } = props
  return (
    <form method="post" action={toWrong(action)} class="stacked decision-form">
      <input type="hidden" name="began" value={mark} />
      {problem && (
        <p class="problem" role="alert" id={wrongPlace}>
          {problems[problem]}
        </p>
      )}
      {clash && (
        <SavedMeanwhile
          {...{ meanwhile: clash.meanwhile, labels }}
          stored={(name) => spelt(clash.stored, name, citable)}
          typed={(name) => spelt(fields, name, citable)}
        />
      )}
      <Line name="title" label="这件事叫什么" value={fields.title} required />
      <fieldset class="choices cites">
        <legend>依据哪些公示过的结果</legend>
        {citable.length === 0 ? (
          <p class="hint">
            还没有公示过结果。可以先写决定，公示以后再回来选；引用的数字会按当时的样子留住。
          </p>
        ) : (
          <details open={fields.cites.length > 0}>
            <summary>选题（已选 {fields.cites.length} 题）</summary>
            {citable.map(({ id, title, sentence }) => (
              <label>
                <input
                  type="checkbox"
                  name={`cite-${id}`}
                  value="yes"
                  checked={fields.cites.includes(id)}
                />
                <span>
                  {title}
                  <small class="soft">{sentence}</small>
                </span>
              </label>
            ))}
          </details>
        )}
      </fieldset>
      <Area name="options" label="考虑过哪些办法（可不填）" value={fields.options} />
      <OneOf
        name="verdict"
        legend="决定"
        choices={verdicts.map((verdict) => [verdict, verdictName(verdict)])}
        chosen={fields.verdict}
      />
      <Area name="decision" label="具体决定了什么" value={fields.decision} required />
      <Area
        name="reason"
        label="为什么（做一部分或做不到时必填）"
        hint="例如：地下有燃气管线，消防通道要留够四米。居民看得到。"
        value={fields.reason}
      />
      <Line name="decidedBy" label="谁定的（会议或部门）" value={fields.decidedBy} />
      <Line name="decidedOn" label="哪一天定的" value={fields.decidedOn} type="date" />
      <Area name="action" label="接下来怎么做" value={fields.action} />
      <Line name="unit" label="谁来办" value={fields.unit} />
      <Line name="dueOn" label="打算哪天前办好" value={fields.dueOn} type="date" />
      <div class="buttons">
        <button class="primary" type="submit">
          {saveWords('保存', clash?.meanwhile)}
        </button>
      </div>
    </form>
  )
}

/** A field as it is told beside what somebody else typed. */
function spelt(fields: DecisionFields, name: string, citable: DecisionFormProps['citable']) {
  if (name === 'cites')
    return citable.flatMap(({ id, title }) => (fields.cites.includes(id) ? [title] : [])).join('、')
  if (name === 'verdict')
    return verdicts
      .filter((one) => one === fields.verdict)
      .map(verdictName)
      .join()
  return String(fields[name as keyof DecisionFields])
}

const verdicts: readonly Verdict[] = ['do', 'partly', 'not']

interface LineProps {
  name: string
  label: string
  value: string
  type?: 'text' | 'date'
  required?: boolean
}

function Line({ name, label, value, type = 'text', required }: LineProps) {
  return (
    <>
      <label for={`d-${name}`}>{label}</label>
      <input
        id={`d-${name}`}
        name={name}
        type={type}
        value={value}
        {...(type === 'date' && planDays)}
        required={required}
        maxlength={type === 'date' ? undefined : 60}
      />
    </>
  )
}

interface AreaProps {
  name: string
  label: string
  value: string
  hint?: string
  required?: boolean
}

function Area({ name, label, value, hint, required }: AreaProps) {
  return (
    <>
      <label for={`d-${name}`}>{label}</label>
      {hint && (
        <p class="hint" id={`d-${name}-h`}>
          {hint}
        </p>
      )}
      <textarea
        id={`d-${name}`}
        name={name}
        rows={3}
        maxlength={2000}
        required={required}
        aria-describedby={hint ? `d-${name}-h` : undefined}
      >
        {value}
      </textarea>
    </>
  )
}
