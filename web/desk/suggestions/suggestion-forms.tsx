import { outcomes } from '../../../surveys/engine/suggestion-steps.ts'
import { type Meanwhile, SavedMeanwhile, saveWords, toWrong, wrongPlace } from '../meanwhile.tsx'
import { OneOf } from '../one-of.tsx'
import { planDays } from '../plan-days.ts'
import { Traces, TracesAgain } from '../texts/traces.tsx'
import { type Card, type ListedSuggestion, outcomeName, uses } from './suggested.ts'

type Form = 'card' | 'assignment' | 'reply' | 'wording'

/** A form that could not be saved, with what was typed. */
export interface Entered {
  seq: number
  form: Form
  fields: Readonly<Record<string, string>>
  problem?: string
  /** Somebody else wrote there while this was being typed. */
  meanwhile?: Meanwhile
}

interface FormProps {
  action: string
  wrong: Entered | undefined
}

const typed = (wrong: Entered | undefined, form: Form, name: string) =>
  wrong?.form === form ? wrong.fields[name] : undefined

interface ClashProps {
  wrong: Entered | undefined
  form: Form
  labels: Readonly<Record<string, string>>
  stored: (name: string) => string
  /** How a value is told where it is not told as it stands. */
  spell?: (name: string, value: string) => string
  mark: string
}

/** What is wrong with a form, and what it began with: a colleague may have written there since. */
function Head({ wrong, form, mark, ...told }: ClashProps) {
  const here = wrong?.form === form ? wrong : undefined
  return (
    <>
      <input type="hidden" name="began" value={here?.fields.began ?? mark} />
      {here?.problem && (
        <p class="problem" role="alert" id={wrongPlace}>
          {here.problem}
        </p>
      )}
      {here?.meanwhile && (
        <SavedMeanwhile
          {...told}
          meanwhile={here.meanwhile}
          typed={(name) => here.fields[name] ?? ''}
        />
      )}
    </>
  )
}

const clashIn = (wrong: Entered | undefined, form: Form) =>
  wrong?.form === form ? wrong.meanwhile : undefined

/** Of words that residents will read and that came back: what may tell who somebody is, with a tick for it. */
function Again({ wrong, form, name }: { wrong: Entered | undefined; form: Form; name: string }) {
  const text = typed(wrong, form, name)
  return text ? <TracesAgain text={text} isSeen={typed(wrong, form, 'seen') === text} /> : null
}

const cardLabels = {
  ...{ subject: '主题', category: '类别', matter: '主要事由' },
  ...{ proposal: '对策建议', place: '地点', note: '备注' },
}
const assignmentLabels = { unit: '承办单位', dueOn: '答复期限', handling: '办理情况' }
const replyLabels = { outcome: '怎么答复', adoptedAs: '采纳去向', reply: '答复' }

/** The official card: what it is about, why, what to do, where. */
export function CardForm({
  action,
  wrong,
  suggestion,
}: FormProps & { suggestion: ListedSuggestion }) {
  const { seq, text, card, marks } = suggestion
  const value = (
    name: 'subject' | 'matter' | 'proposal' | 'place' | 'category' | 'note',
    first = '',
  ) => typed(wrong, 'card', name) ?? card?.[name] ?? first
  return (
    <form method="post" action={toWrong(action)} class="stacked">
      <Head
        {...{ wrong, form: 'card', labels: cardLabels, mark: marks.card }}
        stored={(name) => String(card?.[name as keyof Card] ?? '')}
      />
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
      <Again wrong={wrong} form="card" name="category" />
      <Area id={`m${seq}`} name="matter" label="主要事由" value={value('matter')} />
      <Area id={`a${seq}`} name="proposal" label="对策建议" value={value('proposal', text)} />
      <Line id={`l${seq}`} name="place" label="地点" value={value('place')} />
      <Area id={`n${seq}`} name="note" label="备注（只记在台账里）" value={value('note')} />
      <div class="buttons">
        <button class="primary" type="submit">
          {saveWords(card ? '保存' : '登记，给一个编号', clashIn(wrong, 'card'))}
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
  suggestion: { seq, deadlines, marks },
}: FormProps & { card: Card; suggestion: ListedSuggestion }) {
  const value = (name: 'unit' | 'dueOn' | 'handling', first = '') =>
    typed(wrong, 'assignment', name) ?? card[name] ?? first
  return (
    <form method="post" action={toWrong(action)} class="stacked">
      <Head
        {...{ wrong, form: 'assignment', labels: assignmentLabels, mark: marks.assignment }}
        stored={(name) => String(card[name as keyof Card] ?? '')}
      />
      <Line
        id={`u${seq}`}
        name="unit"
        label="承办单位（居民看得到）"
        value={value('unit')}
        required
      />
      <Again wrong={wrong} form="assignment" name="unit" />
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
          {saveWords('保存交办', clashIn(wrong, 'assignment'))}
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
  suggestion: { reply, seq, marks },
}: FormProps & { card: Card; suggestion: ListedSuggestion }) {
  const outcome = typed(wrong, 'reply', 'outcome') ?? card.outcome
  const use = typed(wrong, 'reply', 'adoptedAs') ?? card.adoptedAs
  return (
    <form method="post" action={toWrong(action)} class="stacked">
      <Head
        {...{ wrong, form: 'reply', labels: replyLabels, mark: marks.reply }}
        stored={(name) => String((name === 'reply' ? reply : card[name as keyof Card]) ?? '')}
        spell={spellReply}
      />
      <OneOf
        name="outcome"
        legend="怎么答复"
        choices={outcomes.map((one) => [one, outcomeName(one)])}
        chosen={outcome ?? undefined}
      />
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
      <Again wrong={wrong} form="reply" name="reply" />
      <div class="buttons">
        <button class="primary" type="submit">
          {saveWords('保存答复', clashIn(wrong, 'reply'))}
        </button>
      </div>
    </form>
  )
}

function spellReply(name: string, value: string): string {
  if (name === 'outcome') return outcomes.filter((one) => one === value).map(outcomeName)[0] ?? ''
  if (name === 'adoptedAs') return Object.entries(uses).find(([id]) => id === value)?.[1] ?? ''
  return value
}

/** The wording everybody may read: written by one, released by another. */
export function WordingForms({
  action,
  wrong,
  suggestion,
}: FormProps & { suggestion: ListedSuggestion }) {
  const { seq, wording, redacted, text, marks } = suggestion
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
      <form method="post" action={toWrong(action)} class="stacked">
        <Head
          {...{ wrong, form: 'wording', labels: { text: '公开的写法' }, mark: marks.wording }}
          stored={() => wording?.text ?? ''}
        />
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
        <Again wrong={wrong} form="wording" name="text" />
        <div class="buttons">
          <button type="submit">
            {saveWords('交给另一位同事放行', clashIn(wrong, 'wording'))}
          </button>
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
