import { suggestionSteps } from '../../../surveys/engine/suggestion-steps.ts'
import { dayWords } from '../../dates.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { momentName, number } from '../names.ts'
import { PasswordAgain, type PasswordProblem } from '../password-again.tsx'
import {
  type At,
  atName,
  type ListedSuggestion,
  outcomeName,
  places,
  ratingName,
  stepName,
} from './suggested.ts'
import {
  AssignmentForm,
  CardForm,
  type Entered,
  ReplyForm,
  WordingForms,
} from './suggestion-forms.tsx'

interface SuggestionsPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  suggestions: readonly ListedSuggestion[]
  at: At | undefined
  counts: Record<'all' | At, number>
  /** Where the next page begins. */
  older: number | undefined
  first: boolean
  saved: boolean
  /** The calendar ends this year: later deadlines leave out weekends only. */
  calendarEnds: number
  /** Whether this member may have what residents wrote as a file, and is asked for the password first. */
  mayExport: boolean
  asksPassword: boolean
  wrongPassword: PasswordProblem | undefined
  /** What was typed and could not be saved. */
  entered?: Entered | undefined
}

/** What residents propose, on its way from receipt to reply. */
export function SuggestionsPage(props: SuggestionsPageProps) {
  const { place, consultation, suggestions, older, first, saved, at, counts } = props
  const here = `/desk/c/${consultation.id}/suggestions`
  const with_ = (params: Record<string, string | number | undefined>) => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(params))
      if (value !== undefined) query.set(name, `${value}`)
    const text = query.toString()
    return text ? `${here}?${text}` : here
  }
  return (
    <DeskFrame place={place} title="居民建议">
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>居民建议</h1>
        <p class="standfirst">
          收到 → 登记 → 梳理 → 交办 → 办理中 → 答复 → 公示 →
          居民评价。每一步居民凭回执码都看得到；不采纳要写原因。一样的建议一起办，答复一次，提的人都看得到。
        </p>
      </header>
      {saved && (
        <p class="told" role="status">
          已保存，居民凭回执码已经能看到。
        </p>
      )}
      <nav class="versions" aria-label="办到哪一步">
        {[undefined, ...places].map((one) => (
          <a href={with_({ at: one })} aria-current={one === at ? 'page' : undefined}>
            {atName(one)} {number(counts[one ?? 'all'])}
          </a>
        ))}
      </nav>
      {suggestions.length === 0 ? (
        <p class="empty">{nothing(at, first)}</p>
      ) : (
        suggestions.map((suggestion) => <Panel {...props} here={here} suggestion={suggestion} />)
      )}
      <p class="buttons">
        {!first && <a href={with_({ at })}>回到最新的</a>}
        {older !== undefined && <a href={with_({ at, before: older })}>更早的</a>}
      </p>
      <p class="page-foot">
        <a href="/desk/holidays">节假日和调休</a>
        <span class="soft">
          　期限从收到那天起按工作日算，没有交办的按 15 个工作日；假期安排录到 {props.calendarEnds}{' '}
          年。
        </span>
      </p>
      <Register {...props} here={here} />
    </DeskFrame>
  )
}

function nothing(at: At | undefined, first: boolean): string {
  if (!first) return '没有更早的了。'
  return at === undefined ? '还没有收到建议。' : `现在没有「${atName(at)}」的建议。`
}

/** What residents wrote, as a file: for few, with the password, and written down. */
function Register({
  here,
  mayExport,
  asksPassword,
  wrongPassword,
}: SuggestionsPageProps & { here: string }) {
  if (!mayExport) return <p class="soft">台账里是居民的原话，只有管理员能下载。</p>
  return (
    <details class="panel" open={wrongPassword !== undefined}>
      <summary>下载台账（CSV）</summary>
      <p>里面是居民的原话，没有遮过，请不要转发。下载会记入操作记录。</p>
      <form method="post" action={`${here}/register`} class="stacked">
        {asksPassword && <PasswordAgain id="register-password" problem={wrongPassword} />}
        <div class="buttons">
          <button type="submit">下载</button>
        </div>
      </form>
    </details>
  )
}

function Panel({
  here,
  suggestion,
  entered,
}: SuggestionsPageProps & { here: string; suggestion: ListedSuggestion }) {
  const { seq, text, from, createdAt, reply, repliedAt, card, lead, rating } = suggestion
  const wrong = entered?.seq === seq ? entered : undefined
  const action = `${here}/${seq}`
  return (
    <section class="panel suggestion" id={`s${seq}`}>
      <p class="soft">
        {card && card.number !== lead?.number && <b>第 {card.number} 号　</b>}
        {momentName(createdAt)}收到{from && `，${from}`} <Where suggestion={suggestion} />
      </p>
      <blockquote>
        <bdi>{text}</bdi>
      </blockquote>
      <Steps suggestion={suggestion} />
      {lead && (
        <p>
          和<a href={`${here}?before=${lead.seq + 1}#s${lead.seq}`}>第 {lead.number} 号</a>
          是同一条建议，一起交办、一起答复。由人合起来的，在「原话整理」的「相同的话」里可以分开。
        </p>
      )}
      {card && <CardFacts card={card} />}
      {reply !== null && repliedAt !== null && (
        <div class="reply">
          <p class="soft">
            {momentName(repliedAt)}答复{card?.outcome && `（${outcomeName(card.outcome)}）`}：
          </p>
          <p>
            <bdi>{reply}</bdi>
          </p>
          {rating && <p class="soft">居民评价：{ratingName[rating]}</p>}
        </div>
      )}
      {!lead && (
        <details open={wrong?.form === 'card'}>
          <summary>{card ? '改登记的内容' : '登记'}</summary>
          <CardForm action={`${action}/card`} suggestion={suggestion} wrong={wrong} />
        </details>
      )}
      {card && !lead && (
        <>
          <details open={wrong?.form === 'assignment'}>
            <summary>{card.unit ? '改交办和进展' : '交办'}</summary>
            <AssignmentForm action={`${action}/assignment`} {...{ card, suggestion, wrong }} />
          </details>
          <details open={wrong?.form === 'reply'}>
            <summary>{reply === null ? '答复' : '改答复'}</summary>
            <ReplyForm action={`${action}/reply`} {...{ card, suggestion, wrong }} />
          </details>
          <details open={wrong?.form === 'wording'}>
            <summary>公开这条建议</summary>
            <WordingForms action={`${action}/wording`} {...{ suggestion, wrong }} />
          </details>
          {card.outcome && (
            <form
              method="post"
              action={`${action}/archive${card.archivedAt === null ? '' : '/removal'}`}
            >
              <button class="quiet" type="submit">
                {card.archivedAt === null ? '归档' : '取消归档'}
              </button>
            </form>
          )}
        </>
      )}
    </section>
  )
}

function Where({ suggestion: { card, daysLeft, repliedAt } }: { suggestion: ListedSuggestion }) {
  if (card?.archivedAt != null) return <span class="tag">已归档</span>
  if (repliedAt !== null) return <span class="tag">已答复</span>
  const waiting = !card ? '待登记，' : !card.unit ? '待交办，' : ''
  if (daysLeft < 0)
    return (
      <span class="tag overdue">
        {waiting}超期 {-daysLeft} 个工作日
      </span>
    )
  return (
    <span class="tag">
      {waiting}还有 {daysLeft} 个工作日
    </span>
  )
}

/** How far it has come: what is behind it, and what is not. */
function Steps({ suggestion: { done } }: { suggestion: ListedSuggestion }) {
  return (
    <ol class="way" aria-label="办到哪一步">
      {suggestionSteps.map((step) => {
        const isDone = done.includes(step)
        return (
          <li class={isDone ? 'done' : undefined}>
            {stepName[step]}
            <span class="unseen">{isDone ? '（已完成）' : '（还没有）'}</span>
          </li>
        )
      })}
    </ol>
  )
}

function CardFacts({ card }: { card: NonNullable<ListedSuggestion['card']> }) {
  const facts: [string, string | null][] = [
    ['主题', card.subject],
    ['类别', card.category],
    ['主要事由', card.matter],
    ['对策建议', card.proposal],
    ['地点', card.place],
    ['备注', card.note],
    ['承办单位', card.unit],
    ['期限', card.dueOn && dayWords(card.dueOn, 'zh-CN')],
    ['办理情况', card.handling],
  ]
  return (
    <dl class="card-facts">
      {facts.map(([name, value]) =>
        value ? (
          <div>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
