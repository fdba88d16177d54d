import { type Meanwhile, SavedMeanwhile, saveWords, toWrong, wrongPlace } from '../meanwhile.tsx'
import { number } from '../names.ts'
import { TextsFrame, type TextsHead, textsPath } from './texts-head.tsx'

interface CodeWords {
  id: string
  name: string
  description: string
  rules: string
}

interface ListedCode extends CodeWords {
  removed: boolean
  /** Which words a form begins with. */
  mark: string
  /** How many texts were put under it so far; null where so few that it is not told. */
  texts: number | null
}

/** What was typed and could not be kept; `id` is empty for a new code. */
export interface EnteredCode extends CodeWords {
  problem?: 'name' | 'same' | 'many' | 'long' | undefined
  /** Which words it began with, where those still stand. */
  began?: string
  /** Somebody else wrote other words meanwhile. */
  meanwhile?: Meanwhile
}

interface CodesPageProps {
  head: TextsHead
  k: number
  codes: readonly ListedCode[]
  most: number
  saved: boolean
  entered?: EnteredCode | undefined
  /** Words many people use, to begin with. */
  often: readonly string[]
}

/** The codes of a question: what each means, and which words suggest it. */
export function CodesPage({ head, k, codes, most, saved, entered, often }: CodesPageProps) {
  const path = `${textsPath(head)}/codes`
  const used = codes.filter(({ removed }) => !removed)
  const gone = codes.filter(({ removed }) => removed)
  return (
    <TextsFrame head={head} tab="/codes" title="分类表">
      <p>
        一般 5 到 15 类就够。「提示词」出现在原话里时，归类页会提醒可能属于这一类，归不归由人定。
      </p>
      {saved && (
        <p class="told" role="status">
          保存好了。
        </p>
      )}
      {used.length === 0 ? (
        <p class="empty">
          还没有分类。{often.length > 0 && `大家常说的有：${often.join('、')}。`}
          先加几类，再去<a href={`${textsPath(head)}/coding`}>逐段归类</a>。
        </p>
      ) : (
        <ol class="codebook">
          {used.map((code) => (
            <li class="panel">
              <h2>
                {code.name}
                <span class="soft">{textsText(code.texts, k)}</span>
              </h2>
              {code.description && <p>{code.description}</p>}
              {code.rules && <p class="soft">提示词：{code.rules.split(/\s+/).join('、')}</p>}
              <details open={entered?.id === code.id}>
                <summary>修改</summary>
                <CodeForm {...{ path, code, entered, most }} />
                <form method="post" action={`${path}/${code.id}/removal`} class="removal">
                  <p class="hint">拿掉以后，结果里不再有这一类；归过的都记着，随时能拿回来。</p>
                  <button class="danger" type="submit">
                    拿掉「{code.name}」
                  </button>
                </form>
              </details>
            </li>
          ))}
        </ol>
      )}
      <section class="panel" id="new">
        <h2>加一类</h2>
        {used.length >= most ? (
          <p>已经有 {most} 类，到顶了。先拿掉或合并几类。</p>
        ) : (
          <CodeForm {...{ path, entered, most }} />
        )}
      </section>
      {gone.length > 0 && (
        <details class="on-screen" open={gone.some(({ id }) => id === entered?.id)}>
          <summary>拿掉的类（{gone.length}）</summary>
          <ul class="texts">
            {gone.map((code) => (
              <li>
                {code.name} <span class="soft">{textsText(code.texts, k)}</span>
                {entered?.id === code.id && <CodeForm {...{ path, code, entered, most }} />}
                <form method="post" action={`${path}/${code.id}/return`}>
                  <button class="quiet" type="submit">
                    拿回来
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </details>
      )}
    </TextsFrame>
  )
}

interface CodeFormProps {
  /** Where the codebook is. */
  path: string
  /** The one to be changed; none where one is added. */
  code?: ListedCode
  entered: EnteredCode | undefined
  most: number
}

function CodeForm({ path, code, entered, most }: CodeFormProps) {
  const wrong = entered?.id === (code?.id ?? '') ? entered : undefined
  const shown = wrong ?? code ?? { name: '', description: '', rules: '' }
  const clash = wrong?.meanwhile
  const id = code?.id ?? 'new'
  return (
    <form method="post" action={toWrong(code ? `${path}/${id}` : path)} class="stacked">
      {code && <input type="hidden" name="began" value={wrong?.began ?? code.mark} />}
      {clash && code && (
        <SavedMeanwhile
          {...{ meanwhile: clash, labels }}
          stored={(name) => wordsIn(code)[name] ?? ''}
          typed={(name) => wordsIn(shown)[name] ?? ''}
        />
      )}
      {wrong?.problem && (
        <p class="problem" role="alert" id={wrongPlace}>
          {problemText(wrong.problem, most)}
        </p>
      )}
      <label for={`name-${id}`}>名称</label>
      <input
        id={`name-${id}`}
        name="name"
        value={shown.name}
        maxlength={40}
        required
        aria-describedby={wrong?.problem ? wrongPlace : undefined}
        aria-invalid={wrong?.problem ? 'true' : undefined}
      />
      <label for={`what-${id}`}>什么算这一类（可不写）</label>
      <textarea id={`what-${id}`} name="description" rows={2} maxlength={400}>
        {shown.description}
      </textarea>
      <label for={`rules-${id}`}>提示词（可不写，一行一个）</label>
      <textarea id={`rules-${id}`} name="rules" rows={3} maxlength={2000}>
        {shown.rules}
      </textarea>
      <button class="primary" type="submit">
        {code ? saveWords('保存', clash) : '加上'}
      </button>
    </form>
  )
}

const labels = { name: '名称', description: '什么算这一类', rules: '提示词', removed: '这一类' }

const wordsIn = ({
  name,
  description,
  rules,
  removed,
}: Omit<CodeWords, 'id'> & Partial<ListedCode>): Record<string, string> => ({
  ...{ name, description, rules, removed: removed ? '已经拿掉了' : '' },
})

const textsText = (texts: number | null, k: number) =>
  texts === null ? `不到 ${k} 段` : `${number(texts)} 段`

function problemText(problem: NonNullable<EnteredCode['problem']>, most: number): string {
  switch (problem) {
    case 'name':
      return '请写一个名称，最多 40 个字。'
    case 'same':
      return '已经有同名的一类了，请换个名称。'
    case 'many':
      return `最多 ${most} 类。`
    case 'long':
      return '说明最多 400 个字，提示词合起来最多 2000 个字。'
  }
}
