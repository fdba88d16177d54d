import type { Audience } from '../../../surveys/engine/definition.ts'
import { numberedTitle } from '../../numbered-title.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { audienceName, momentName } from '../names.ts'
import { NotAVote } from '../results/results-page.tsx'

export interface ListedRelease {
  number: number
  state: 'draft' | 'published' | 'withdrawn' | 'discarded'
  draftedAt: number
  draftedBy: string
  publishedAt: number | null
  publishedBy: string
  endedAt: number | null
  endedWhy: string | null
}

export interface Offered {
  audience: Audience
  version: number
  people: number
  questions: { id: string; number: string | undefined; title: string }[]
}

/** What the form holds. Questions and highlights as `adult/Q6`. */
export interface Chosen {
  questions: readonly string[]
  /** Audiences whose neighbourhoods stand side by side. */
  byNeighbourhood: readonly string[]
  highlights: readonly string[]
  note: string
}

interface ReleasesPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  releases: readonly ListedRelease[]
  offered: readonly Offered[]
  chosen: Chosen
  /** Alone at the desk, nobody could publish what one drafts. */
  isAlone: boolean
  problem?: 'nothing' | 'note' | undefined
  longest: number
}

export const stateNames: Record<ListedRelease['state'], string> = {
  draft: '等另一位同事看',
  published: '已公布',
  withdrawn: '已收回',
  discarded: '没有公布',
}

/** What has been published, what waits for a second person, and the form for what comes next. */
export function ReleasesPage(props: ReleasesPageProps) {
  const { place, consultation, releases, isAlone } = props
  return (
    <DeskFrame place={place} title="公示">
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>公示</h1>
        <p class="standfirst">
          把结果交给居民看。一位同事起草，数字当场定住；另一位同事看过预览，才能公布。公布以后数字不再变，有了新答卷，再起草新的一期。
        </p>
        <NotAVote />
      </header>
      <Released consultation={consultation} releases={releases} />
      {isAlone && (
        <p class="to-do">
          现在工作台只有您一位，起草以后没有人能公布。先到<a href="/desk/members">同事</a>
          里请一位进来。
        </p>
      )}
      <DraftForm {...props} />
    </DeskFrame>
  )
}

function Released({
  consultation,
  releases,
}: Pick<ReleasesPageProps, 'consultation' | 'releases'>) {
  if (releases.length === 0)
    return <p class="empty">还没有公布过。居民打开结果页，看到的是「正在收集」或「正在汇总」。</p>
  return (
    <section class="panel">
      <h2>公布过的和等着看的</h2>
      <ul class="releases">
        {releases.map((release) => (
          <li>
            <a href={`/desk/c/${consultation.id}/releases/${release.number}`}>
              {momentName(release.draftedAt)}起草
            </a>
            <span class="tag">{stateNames[release.state]}</span>
            <span class="soft"> {historyOf(release)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who did what when, in one line. */
export function historyOf(release: ListedRelease): string {
  const { draftedBy, publishedAt, publishedBy, endedAt, endedWhy, state } = release
  const ended = state === 'withdrawn' ? '收回' : '放下'
  return [
    `${draftedBy}起草`,
    publishedAt !== null && `${momentName(publishedAt)} ${publishedBy}公布`,
    endedAt !== null && `${momentName(endedAt)}${ended}${endedWhy ? `：${endedWhy}` : ''}`,
  ]
    .filter(Boolean)
    .join('；')
}

function DraftForm({ consultation, offered, chosen, problem, longest }: ReleasesPageProps) {
  const name = (audience: Audience, id: string) => `${audience}/${id}`
  return (
    <section class="panel">
      <h2>起草新的一期</h2>
      <p class="soft">
        不到 10 个人的数、能倒推出来的数，会自动空着；问到不足 20
        人的题不会公布。文字题只说有几位写了，不放原话。
      </p>
      {problem === 'nothing' && (
        <p class="problem" role="alert">
          一题都没有选。请至少选一题。
        </p>
      )}
      <form method="post" action={`/desk/c/${consultation.id}/releases`} class="release-form">
        {offered.map(({ audience, version, people, questions }) => (
          <fieldset>
            <legend>
              {audienceName(audience)}{' '}
              <span class="soft">
                第 {version} 版，现有 {people.toLocaleString('zh-CN')} 份
              </span>
            </legend>
            {questions.map((question) => (
              <label>
                <input
                  type="checkbox"
                  name="question"
                  value={name(audience, question.id)}
                  checked={chosen.questions.includes(name(audience, question.id))}
                />{' '}
                {numberedTitle(question)}
              </label>
            ))}
            <label class="apart">
              <input
                type="checkbox"
                name="byNeighbourhood"
                value={audience}
                checked={chosen.byNeighbourhood.includes(audience)}
              />{' '}
              选择题再分居民区并排（人少的居民区不会单独列出）
            </label>
          </fieldset>
        ))}
        <fieldset>
          <legend>
            最先看到的三题 <span class="soft">放在结果页最前面，也印在海报上</span>
          </legend>
          {[0, 1, 2].map((at) => (
            <>
              <label class="unseen" for={`highlight${at}`}>
                第 {at + 1} 题
              </label>
              <select id={`highlight${at}`} name={`highlight${at}`}>
                <option value="">不放</option>
                {offered.map(({ audience, questions }) => (
                  <optgroup label={audienceName(audience)}>
                    {questions.map((question) => (
                      <option
                        value={name(audience, question.id)}
                        selected={chosen.highlights[at] === name(audience, question.id)}
                      >
                        {numberedTitle(question)}
                      </option>
                    ))}
                  </optgroup>
                ))}
              </select>
            </>
          ))}
        </fieldset>
        <label for="note">
          给居民的几句话 <span class="soft">可以不写，最多 {longest} 个字</span>
        </label>
        {problem === 'note' && (
          <p class="problem" role="alert" id="note-problem">
            写得有点长，最多 {longest} 个字。
          </p>
        )}
        <textarea
          id="note"
          name="note"
          rows={4}
          aria-describedby={problem === 'note' ? 'note-problem' : undefined}
        >
          {chosen.note}
        </textarea>
        <div class="buttons">
          <button class="primary" type="submit">
            数好，起草
          </button>
          <span class="soft">要和以前每一期对一遍，期数多了会等十几秒。</span>
        </div>
      </form>
    </section>
  )
}
