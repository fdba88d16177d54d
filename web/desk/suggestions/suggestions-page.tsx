import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { momentName } from '../names.ts'

interface ListedSuggestion {
  seq: number
  text: string
  from?: string | undefined
  createdAt: number
  state: 'received' | 'answered' | 'declined'
  reply: string | null
  repliedAt: number | null
}

interface SuggestionsPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  suggestions: readonly ListedSuggestion[]
  /** Where the next page begins. */
  older: number | undefined
  first: boolean
  saved: boolean
  longest: number
  /** What was typed and could not be saved. */
  entered?: { seq: number; state: string; reply: string } | undefined
}

const stateNames = { received: '待答复', answered: '已答复', declined: '已答复（不采纳）' } as const

/** What residents propose, newest first; each with its reply, which its resident reads with the receipt code. */
export function SuggestionsPage(props: SuggestionsPageProps) {
  const { place, consultation, suggestions, older, first, saved } = props
  const here = `/desk/c/${consultation.id}/suggestions`
  return (
    <DeskFrame place={place} title="居民建议">
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>居民建议</h1>
        <p class="standfirst">
          问卷里写的建议，新的在前。采纳、说明还是不采纳，都要写几句，居民凭回执码看得到。
        </p>
      </header>
      {saved && (
        <p class="told" role="status">
          答复已保存，居民凭回执码已经能看到。
        </p>
      )}
      {suggestions.length === 0 ? (
        <p class="soft">{first ? '还没有收到建议。' : '没有更早的了。'}</p>
      ) : (
        suggestions.map((suggestion) => (
          <SuggestionPanel {...props} here={here} suggestion={suggestion} />
        ))
      )}
      <p class="buttons">
        {!first && <a href={here}>回到最新的</a>}
        {older !== undefined && <a href={`${here}?before=${older}`}>更早的</a>}
      </p>
    </DeskFrame>
  )
}

function SuggestionPanel({
  here,
  suggestion,
  entered,
  longest,
}: SuggestionsPageProps & { here: string; suggestion: ListedSuggestion }) {
  const { seq, text, from, createdAt, state, reply, repliedAt } = suggestion
  const wrong = entered?.seq === seq ? entered : undefined
  return (
    <section class="panel suggestion" id={`s${seq}`}>
      <p class="soft">
        {momentName(createdAt)}收到{from && `，${from}`}{' '}
        <span class="tag">{stateNames[state]}</span>
      </p>
      <blockquote>
        <bdi>{text}</bdi>
      </blockquote>
      {reply !== null && repliedAt !== null && (
        <div class="reply">
          <p class="soft">{momentName(repliedAt)}答复：</p>
          <p>
            <bdi>{reply}</bdi>
          </p>
        </div>
      )}
      <details open={wrong !== undefined}>
        <summary>{reply === null ? '写答复' : '改答复'}</summary>
        <form method="post" action={`${here}/${seq}`} class="stacked">
          {wrong && (
            <p class="problem" role="alert" id={`p${seq}`}>
              请选一种答复，并写几句，最多 {longest} 个字。
            </p>
          )}
          <fieldset class="choices">
            <legend>怎么答复</legend>
            {(
              [
                ['answered', '采纳，或者说明怎么办'],
                ['declined', '不采纳，说明理由'],
              ] as const
            ).map(([value, label]) => (
              <label>
                <input
                  type="radio"
                  name="state"
                  value={value}
                  required
                  checked={(wrong?.state ?? state) === value}
                />{' '}
                {label}
              </label>
            ))}
          </fieldset>
          <label for={`r${seq}`}>答复（居民看得到，请不要写任何人的姓名、电话）</label>
          <textarea
            id={`r${seq}`}
            name="reply"
            rows={4}
            required
            maxlength={longest}
            aria-describedby={wrong ? `p${seq}` : undefined}
          >
            {wrong?.reply ?? reply ?? ''}
          </textarea>
          <div class="buttons">
            <button class="primary" type="submit">
              保存答复
            </button>
          </div>
        </form>
      </details>
    </section>
  )
}
