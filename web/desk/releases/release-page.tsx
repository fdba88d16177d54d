import { numberedTitle } from '../../numbered-title.ts'
import { highlighted, type Released, withheldByReason } from '../../public/released.ts'
import { words } from '../../words/words.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { audienceName, momentName } from '../names.ts'
import { NotAVote } from '../results/results-page.tsx'
import { Traces, TracesAgain } from '../texts/traces.tsx'
import { historyOf, type ListedRelease, stateNames } from './releases-page.tsx'

export type ReleaseProblem = 'unseen' | 'empty' | 'why' | 'traces' | 'refused'

interface ReleasePageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  release: ListedRelease
  released: Released
  /** Drafted by who is looking: somebody else has to publish it. */
  isMine: boolean
  /** Something was published after this was drafted, so it was not checked against that. */
  isStale: boolean
  /** It tells of no question, so publishing it would only cover up what residents read now. */
  isEmpty: boolean
  /** The address of the public page. */
  address: string
  problem?: ReleaseProblem | undefined
  /** What was typed as a reason. */
  why?: string | undefined
}

/** One release: what it tells, its preview, and the buttons of the second person. */
export function ReleasePage(props: ReleasePageProps) {
  const { place, consultation, release, released } = props
  const here = `/desk/c/${consultation.id}/releases/${release.number}`
  return (
    <DeskFrame place={place} title="公示">
      <p>
        <a href={`/desk/c/${consultation.id}/releases`}>← 公示</a>
      </p>
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>
          {momentName(released.takenAt).split(' ')[0]}的数字{' '}
          <span class="tag">{stateNames[release.state]}</span>
        </h1>
        <p class="standfirst soft">{historyOf(release)}</p>
        <NotAVote />
      </header>
      <section class="panel">
        <h2>居民会看到的</h2>
        <p class="buttons">
          <a class="button" href={`${here}/preview`}>
            看预览
          </a>
          <a href={`${here}/preview/child`}>儿童版预览</a>
          <a href={`${here}/preview/poster`}>海报预览</a>
        </p>
        <Told released={released} />
      </section>
      <NextStep {...props} here={here} />
    </DeskFrame>
  )
}

function Told({ released }: { released: Released }) {
  const { released: w } = words('zh-CN')
  const first = highlighted(released)
  return (
    <>
      {released.editions.map((edition) => {
        const { audience, people, questions } = edition
        return (
          <>
            <h3>
              {audienceName(audience)}{' '}
              <span class="soft">
                {people === null ? '答卷太少' : `${people.toLocaleString('zh-CN')} 份答卷`}
              </span>
            </h3>
            {questions.length === 0 && <p>没有一题够公布。</p>}
            <ul>
              {questions.map(({ table, takenAt, breakdown }) => (
                <li>
                  {numberedTitle(table)}
                  {first.some(({ question }) => question.table === table) && (
                    <span class="tag">最先看到</span>
                  )}
                  {breakdown && <span class="tag">分居民区</span>}
                  {takenAt !== released.takenAt && (
                    <span class="soft"> 仍用 {momentName(takenAt).split(' ')[0]}的数字</span>
                  )}
                </li>
              ))}
            </ul>
            {withheldByReason(edition).map(({ why, questions }) => (
              <>
                <p class="soft">公布不了的{why ? `，${w.whyWithheld[why]}` : '：'}</p>
                <ul class="soft">
                  {questions.map((question) => (
                    <li>{numberedTitle(question)}</li>
                  ))}
                </ul>
              </>
            ))}
          </>
        )
      })}
      {released.note && (
        <>
          <h3>给居民的话</h3>
          <p class="said">
            <bdi>{released.note}</bdi>
          </p>
          <Traces text={released.note} />
        </>
      )}
      <h3>建议和答复</h3>
      <p class="soft">
        放行过写法的建议，连同承办单位和答复一起公示；答复后来改了，要等下一期。提的人不到 10
        位的，不写人数。
      </p>
      <ul>
        {(released.suggestions ?? []).map(({ number, wording, people, category, unit, reply }) => (
          <li>
            第 {number} 号　<bdi>{wording}</bdi>
            {people !== null && <span class="soft"> {people} 人提过</span>}
            {!reply && <span class="tag">还没有答复</span>}
            <Traces text={[wording, category, unit, reply].join('\n')} />
          </li>
        ))}
      </ul>
      <h3>决定</h3>
      <p class="soft">
        决定不在这一期里：在「决定」那一页写、由另一位同事公开，结果页上另放一处，写着公开的日子。
      </p>
    </>
  )
}

function NextStep(props: ReleasePageProps & { here: string }) {
  const { release, isStale, address } = props
  switch (release.state) {
    case 'draft':
      return isStale ? (
        <section class="panel">
          <h2>这一份过时了</h2>
          <p>
            起草以后又公布了新的一期，这里的数字没有和它核对过，放在一起可能认出人来，所以不能公布。请重新起草。
          </p>
          <Ending {...props} heading="" button="放下这一份" />
        </section>
      ) : (
        <>
          <Publication {...props} />
          <section class="panel">
            <Ending {...props} heading="不公布" button="放下这一份" />
          </section>
        </>
      )
    case 'published':
      return (
        <>
          <section class="panel">
            <h2>放到别处</h2>
            <p>
              结果页：<a href={address}>{address}</a>
            </p>
            <p>
              海报：<a href={`${address}/poster`}>A4</a>、
              <a href={`${address}/poster?paper=a3`}>A3</a>
            </p>
            <label for="embed">嵌进别的网页，把这一行交给管网页的人：</label>
            <textarea id="embed" readonly rows={3} class="code">
              {`<iframe src="${address}/embed" title="征询结果" width="100%" height="900" loading="lazy"></iframe>`}
            </textarea>
          </section>
          <section class="panel">
            <Ending {...props} heading="收回" button="收回这一期">
              收回后，居民看到的是上一期；这一期的地址会说明已经收回和原因。看过的人已经看过，数字收不回来。
            </Ending>
          </section>
        </>
      )
    case 'withdrawn':
    case 'discarded':
      return null
  }
}

function Publication({ here, isMine, isEmpty, problem }: ReleasePageProps & { here: string }) {
  if (isEmpty)
    return (
      <section class="panel">
        <h2>不能公布</h2>
        <p {...(problem === 'empty' && { class: 'problem', role: 'alert' })}>
          这一份里没有一题写得出数字，公布了，居民打开结果页就看不到数字。请多选几题，或等多来几份答卷，再重新起草。
        </p>
      </section>
    )
  if (isMine)
    return (
      <section class="panel">
        <h2>公布</h2>
        <p>这一份是您起草的。请另一位同事登录，打开这一页，看过预览再公布。</p>
      </section>
    )
  return (
    <section class="panel">
      <h2>公布</h2>
      {problem === 'refused' && (
        <p class="problem" role="alert">
          没有公布成：可能刚刚有人动过这一份。请看看上面写的状态。
        </p>
      )}
      {problem === 'unseen' && (
        <p class="problem" role="alert" id="unseen">
          请先看过预览，再打勾。
        </p>
      )}
      <form method="post" action={`${here}/publication`} class="stacked">
        <label class="tick">
          <input
            type="checkbox"
            name="seen"
            required
            aria-describedby={problem === 'unseen' ? 'unseen' : undefined}
          />{' '}
          我看过预览：数字、话和决定都可以给所有人看
        </label>
        <p class="hint">公布以后数字就不能改了，只能收回或再出新的一期。</p>
        <button class="primary" type="submit">
          公布
        </button>
      </form>
    </section>
  )
}

interface EndingProps extends ReleasePageProps {
  here: string
  heading: string
  button: string
  children?: string
}

function Ending({ here, heading, button, problem, why, children }: EndingProps) {
  return (
    <>
      {heading && <h2>{heading}</h2>}
      {children && <p>{children}</p>}
      {problem === 'why' && (
        <p class="problem" role="alert" id="why-problem">
          请写上原因，最多 200 个字。
        </p>
      )}
      <form method="post" action={`${here}/end`} class="stacked">
        <label for="why">原因</label>
        <input
          id="why"
          name="why"
          value={why ?? ''}
          required
          maxlength={200}
          aria-invalid={problem === 'why' ? 'true' : undefined}
          aria-describedby={problem === 'why' ? 'why-problem' : undefined}
        />
        {problem === 'traces' && why && <TracesAgain text={why} />}
        <button class="danger" type="submit">
          {button}
        </button>
      </form>
    </>
  )
}
