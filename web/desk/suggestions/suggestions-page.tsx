import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { dayName, momentName, number } from '../names.ts'
import {
  type At,
  atName,
  type ListedSuggestion,
  outcomeName,
  places,
  ratingName,
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
  /** Five and fifteen working days from today. */
  deadlines: { short: string; long: string }
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
          收到 → 登记 → 交办 → 答复 → 居民评价。每一步居民凭回执码都看得到；不采纳要写原因。
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
        <a href={`${here}.csv`}>下载台账（CSV）</a>　<a href="/desk/holidays">节假日和调休</a>
        <span class="soft">　期限按工作日算，假期安排录到 {props.calendarEnds} 年。</span>
      </p>
    </DeskFrame>
  )
}

function nothing(at: At | undefined, first: boolean): string {
  if (!first) return '没有更早的了。'
  return at === undefined ? '还没有收到建议。' : `现在没有「${atName(at)}」的建议。`
}

function Panel({
  here,
  suggestion,
  entered,
  deadlines,
}: SuggestionsPageProps & { here: string; suggestion: ListedSuggestion }) {
  const { seq, text, from, createdAt, reply, repliedAt, card } = suggestion
  const wrong = entered?.seq === seq ? entered : undefined
  const action = `${here}/${seq}`
  return (
    <section class="panel suggestion" id={`s${seq}`}>
      <p class="soft">
        {card && <b>第 {card.number} 号　</b>}
        {momentName(createdAt)}收到{from && `，${from}`} <Where suggestion={suggestion} />
      </p>
      <blockquote>
        <bdi>{text}</bdi>
      </blockquote>
      {card && <CardFacts card={card} />}
      {reply !== null && repliedAt !== null && (
        <div class="reply">
          <p class="soft">
            {momentName(repliedAt)}答复{card?.outcome && `（${outcomeName(card.outcome)}）`}：
          </p>
          <p>
            <bdi>{reply}</bdi>
          </p>
          {card?.rating && <p class="soft">居民评价：{ratingName[card.rating]}</p>}
        </div>
      )}
      <details open={wrong?.form === 'card'}>
        <summary>{card ? '改登记的内容' : '登记'}</summary>
        <CardForm action={`${action}/card`} suggestion={suggestion} wrong={wrong} />
      </details>
      {card && (
        <>
          <details open={wrong?.form === 'assignment'}>
            <summary>{card.unit ? '改交办和进展' : '交办'}</summary>
            <AssignmentForm action={`${action}/assignment`} {...{ card, deadlines, wrong, seq }} />
          </details>
          <details open={wrong?.form === 'reply'}>
            <summary>{reply === null ? '答复' : '改答复'}</summary>
            <ReplyForm action={`${action}/reply`} {...{ card, reply, wrong, seq }} />
          </details>
          <details open={wrong?.form === 'wording'}>
            <summary>公开这条建议</summary>
            <WordingForms action={`${action}/wording`} {...{ suggestion, wrong }} />
          </details>
          {card.outcome && (
            <form method="post" action={`${action}/archive`}>
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
  if (!card) return <span class="tag">待登记</span>
  if (daysLeft === undefined) return <span class="tag">待交办</span>
  if (daysLeft < 0) return <span class="tag overdue">超期 {-daysLeft} 个工作日</span>
  return <span class="tag">还有 {daysLeft} 个工作日</span>
}

function CardFacts({ card }: { card: NonNullable<ListedSuggestion['card']> }) {
  const facts: [string, string | null][] = [
    ['主题', card.subject],
    ['类别', card.category],
    ['主要事由', card.matter],
    ['对策建议', card.proposal],
    ['地点', card.place],
    ['承办单位', card.unit],
    ['期限', card.dueOn && dayName(card.dueOn)],
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
