import { number } from '../names.ts'
import { TextsFrame, type TextsHead, textsPath } from './texts-head.tsx'

export interface CodingPageProps {
  head: TextsHead
  round: 1 | 2
  codes: readonly { id: string; name: string; description: string }[]
  /** The text to be read; undefined when all have been. */
  text: { seq: number; text: string; copies: number } | undefined
  /** Ticked when the page opens. */
  ticked: readonly string[]
  isRead: boolean
  /** By code, the words that suggest it. */
  hints: ReadonlyMap<string, readonly string[]>
  done: number
  all: number
  previous: number | undefined
  next: number | undefined
  problem: 'nothing' | 'refused' | undefined
}

/** One text at a time, with the codes beside it: by keyboard, by mouse or on a phone. */
export function CodingPage(props: CodingPageProps) {
  const { head, round, codes, text, done, all } = props
  const path = `${textsPath(head)}/coding`
  return (
    <TextsFrame head={head} tab="/coding" title={round === 1 ? '逐段归类' : '第二位归类'}>
      {codes.length === 0 ? (
        <p class="empty">
          还没有分类表。先去<a href={`${textsPath(head)}/codes`}>加几类</a>，再来归类。
        </p>
      ) : (
        <>
          <p class="coding-progress">
            {round === 2 && '从读过的里面随机抽五分之一，由另一位再读一遍，看不到第一位归成什么。'}
            已读 {number(done)} / {number(all)} 段
            <progress value={done} max={Math.max(all, 1)} aria-hidden="true" />
          </p>
          {text ? <Reading {...props} text={text} path={path} /> : <AllRead {...props} />}
        </>
      )}
    </TextsFrame>
  )
}

function Reading({
  round,
  codes,
  text,
  ticked,
  isRead,
  hints,
  previous,
  next,
  problem,
  path,
}: CodingPageProps & { text: { seq: number; text: string; copies: number }; path: string }) {
  const to = (seq: number) => `${path}?at=${seq}${round === 2 ? '&round=2' : ''}`
  return (
    <form method="post" action={path} class="coding panel" data-coding>
      <input type="hidden" name="seq" value={text.seq} />
      <input type="hidden" name="round" value={round} />
      {problem && (
        <p class="problem" role="alert">
          {problem === 'nothing'
            ? '请勾至少一类；哪一类都不合适，就按「都不属于」。'
            : '这一段没有保存：第二遍要由另一位同事读，或者这段话刚被居民改了。'}
        </p>
      )}
      <blockquote>
        <bdi>{text.text}</bdi>
      </blockquote>
      <p class="soft">
        {isRead ? '这一段读过了，可以改。' : ''}
        {text.copies > 0 && `另有 ${text.copies} 段和它一样，会一起归。`}
      </p>
      <fieldset class="choices">
        <legend>归到哪几类（可多选）</legend>
        {codes.map(({ id, name, description }, at) => {
          const words = hints.get(id)
          return (
            <label data-suggested={words ? '' : undefined}>
              <input type="checkbox" name={`code-${id}`} value="1" checked={ticked.includes(id)} />
              <span>
                {at < 9 && (
                  <span class="key" aria-hidden="true">
                    {at + 1}
                  </span>
                )}
                {name}
                {words && <span class="tag">提示：{words.join('、')}</span>}
                {description && <small>{description}</small>}
              </span>
            </label>
          )
        })}
      </fieldset>
      <div class="buttons">
        <button class="primary" type="submit" name="as" value="codes" data-save>
          保存，看下一段
        </button>
        <button type="submit" name="as" value="none" data-none>
          都不属于
        </button>
      </div>
      <p class="buttons">
        {previous !== undefined && (
          <a href={to(previous)} data-previous>
            ← 上一段
          </a>
        )}
        {next !== undefined && (
          <a href={to(next)} data-next>
            下一段 →
          </a>
        )}
      </p>
      <p class="hint keys" data-keys hidden>
        键盘：<kbd>1</kbd>–<kbd>9</kbd> 勾选，<kbd>0</kbd> 都不属于，<kbd>回车</kbd> 保存，
        <kbd>J</kbd> 下一段，<kbd>K</kbd> 上一段
      </p>
    </form>
  )
}

function AllRead({ head, round, all }: CodingPageProps) {
  const path = textsPath(head)
  const { consultation, audience, question } = head
  return (
    <div class="empty">
      {round === 1 ? (
        <>
          <p>{number(all)} 段都读完了。</p>
          <p class="buttons">
            <a href={`/desk/c/${consultation.id}/results/${audience}/${question.id}_codes`}>
              看归类的结果
            </a>
            <a href={`${path}/same`}>看相同的话</a>
            <a href={`${path}/coding?round=2`}>请第二位读一部分</a>
          </p>
        </>
      ) : (
        <>
          <p>
            {all === 0
              ? '现在没有可以由您再读的：抽中的还没读第一遍，或者第一遍就是您读的，要请另一位同事来。'
              : '抽中的都读完了。'}
          </p>
          <p class="buttons">
            <a href={`${path}/agreement`}>看两人对照</a>
          </p>
        </>
      )}
    </div>
  )
}
