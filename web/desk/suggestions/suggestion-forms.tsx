import { planDays } from '../plan-days.ts'
import { Traces, TracesAgain } from '../texts/traces.tsx'
import { type Card, type ListedSuggestion, outcomeName, outcomes, uses } from './suggested.ts'

/** A form that could not be saved, with what was typed. */
export interface Entered {
  seq: number
  form: 'card' | 'assignment' | 'reply' | 'wording'
  fields: Readonly<Record<string, string>>
  problem: string
}

interface FormProps {
  action: string
  wrong: Entered | undefined
}

const typed = (wrong: Entered | undefined, form: Entered['form'], name: string) =>
  wrong?.form === form ? wrong.fields[name] : undefined

function Problem({ wrong, form }: { wrong: Entered | undefined; form: Entered['form'] }) {
  if (wrong?.form !== form) return null
  return (
    <p class="problem" role="alert">
      {wrong.problem}
    </p>
  )
}

/** The official card: what it is about, why, what to do, where. */
export function CardForm({
  action,
  wrong,
  suggestion,
}: FormProps & { suggestion: ListedSuggestion }) {
  const { seq, text, card, cardMark } = suggestion
  const value = (
    name: 'subject' | 'matter' | 'proposal' | 'place' | 'category' | 'note',
    first = '',
  ) => typed(wrong, 'card', name) ?? card?.[name] ?? first
  return (
    <form method="post" action={action} class="stacked">
      <Problem wrong={wrong} form="card" />
      <input type="hidden" name="began" value={typed(wrong, 'card', 'began') ?? cardMark} />
      <Line
        id={`c${seq}`}
        name="subject"
        label="主题（一句话）"
        value={value('subject')}
        required
      />
      <Line
        id={`k${seq}`}
        name="category"
        label="类别（梳理时归到哪一类，例如：停车、绿化、加装电梯；交办前要写）"
        value={value('category')}
      />
      <Area id={`m${seq}`} name="matter" label="主要事由" value={value('matter')} />
      <Area id={`a${seq}`} name="proposal" label="对策建议" value={value('proposal', text)} />
      <Line id={`l${seq}`} name="place" label="地点" value={value('place')} />
      <Area id={`n${seq}`} name="note" label="备注（只记在台账里）" value={value('note')} />
      <div class="buttons">
        <button class="primary" type="submit">
          {card ? '保存' : '登记，给一个编号'}
        </button>
      </div>
    </form>
  )
}

/** Who handles it, and until when. */
export function AssignmentForm({
  action,
  wrong,
  card,
  suggestion: { seq, deadlines },
}: FormProps & { card: Card; suggestion: ListedSuggestion }) {
  const value = (name: 'unit' | 'dueOn' | 'handling', first = '') =>
    typed(wrong, 'assignment', name) ?? card[name] ?? first
  return (
    <form method="post" action={action} class="stacked">
      <Problem wrong={wrong} form="assignment" />
      <Line id={`u${seq}`} name="unit" label="承办单位" value={value('unit')} required />
      <label for={`t${seq}`}>答复期限</label>
      <p class="hint" id={`t${seq}-h`}>
        从收到那天算：简单的 5 个工作日（{deadlines.short}），复杂的 15 个工作日（{deadlines.long}
        ）。
      </p>
      <input
        id={`t${seq}`}
        name="dueOn"
        type="date"
        {...planDays}
        required
        value={value('dueOn', deadlines.long)}
        aria-describedby={`t${seq}-h`}
      />
      <Area
        id={`h${seq}`}
        name="handling"
        label="办理情况（工作人员看）"
        value={value('handling')}
      />
      <div class="buttons">
        <button class="primary" type="submit">
          保存交办
        </button>
      </div>
    </form>
  )
}

/** What came of it. */
export function ReplyForm({
  action,
  wrong,
  card,
  reply,
  seq,
}: FormProps & { card: Card; reply: string | null; seq: number }) {
  const outcome = typed(wrong, 'reply', 'outcome') ?? card.outcome
  const use = typed(wrong, 'reply', 'adoptedAs') ?? card.adoptedAs
  return (
    <form method="post" action={action} class="stacked">
      <Problem wrong={wrong} form="reply" />
      <fieldset class="choices">
        <legend>怎么答复</legend>
        {outcomes.map((one) => (
          <label>
            <input type="radio" name="outcome" value={one} required checked={outcome === one} />
            {outcomeName(one)}
          </label>
        ))}
      </fieldset>
      <label for={`g${seq}`}>采纳去向（采纳或部分采纳时选）</label>
      <select id={`g${seq}`} name="adoptedAs">
        <option value="">没有</option>
        {Object.entries(uses).map(([id, label]) => (
          <option value={id} selected={use === id}>
            {label}
          </option>
        ))}
      </select>
      <Area
        id={`r${seq}`}
        name="reply"
        label="答复（居民看得到；不采纳要写原因；请不要写任何人的姓名、电话）"
        value={typed(wrong, 'reply', 'reply') ?? reply ?? ''}
        required
      />
      <div class="buttons">
        <button class="primary" type="submit">
          保存答复
        </button>
      </div>
    </form>
  )
}

/** The wording everybody may read: written by one, released by another. */
export function WordingForms({
  action,
  wrong,
  suggestion,
}: FormProps & { suggestion: ListedSuggestion }) {
  const { seq, wording, redacted, text } = suggestion
  const isProposed = wording && !wording.isReleased
  const again = typed(wrong, 'wording', 'text')
  return (
    <div class="stacked">
      {wording && (
        <div class="reply">
          <p class="soft">{wording.isReleased ? '已经公开的写法：' : '等另一位同事放行的写法：'}</p>
          <p>
            <bdi>{wording.text}</bdi>
          </p>
          <Traces text={wording.text} />
        </div>
      )}
      {isProposed && !wording.isMine && (
        <form method="post" action={`${action}/release`}>
          <input type="hidden" name="proposedAt" value={wording.proposedAt} />
          <button class="primary" type="submit">
            核对过了，放行
          </button>
        </form>
      )}
      {isProposed && wording.isMine && <p class="hint">自己写的不能自己放行，请另一位同事来看。</p>}
      {wording && (
        <form method="post" action={`${action}/removal`}>
          <button class="quiet" type="submit">
            收回
          </button>
        </form>
      )}
      <form method="post" action={action} class="stacked">
        <Problem wrong={wrong} form="wording" />
        <Area
          id={`w${seq}`}
          name="text"
          label="公开的写法"
          value={again ?? wording?.text ?? redacted}
          required
        />
        {again === undefined && !wording && redacted !== text && (
          <p class="hint">已经把像电话、门牌、姓名的地方遮住了；原话在上面，请逐字核对。</p>
        )}
        {again !== undefined && <TracesAgain text={again} />}
        <div class="buttons">
          <button type="submit">交给另一位同事放行</button>
        </div>
      </form>
    </div>
  )
}

interface FieldProps {
  id: string
  name: string
  label: string
  value: string
  required?: boolean
}

function Line({ id, name, label, value, required }: FieldProps) {
  return (
    <>
      <label for={id}>{label}</label>
      <input id={id} name={name} value={value} required={required} maxlength={60} />
    </>
  )
}

function Area({ id, name, label, value, required }: FieldProps) {
  return (
    <>
      <label for={id}>{label}</label>
      <textarea id={id} name={name} rows={3} maxlength={1000} required={required}>
        {value}
      </textarea>
    </>
  )
}
