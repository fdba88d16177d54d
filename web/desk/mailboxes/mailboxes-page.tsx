import { type Hue, Mailbox } from '../../drawings/mailbox.tsx'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'

export interface DeskMailbox {
  code: string
  name: string
  place: string
  retired: boolean
}

export type MailboxProblem = 'code' | 'taken' | 'name' | 'place'

interface ListedMailbox extends DeskMailbox {
  hue: Hue
  /** The one consultation it asks for, if it is one only. */
  asks: string | undefined
}

interface MailboxesPageProps {
  place: DeskPlace
  /** Each mailbox with the colour it has on the residents' pages too. */
  neighbourhoods: { id: string; name: string; mailboxes: ListedMailbox[] }[]
  entered?: { neighbourhood: string; code: string; name: string; place: string } | undefined
  problem?: MailboxProblem | undefined
}

/** All mailboxes by neighbourhood, and a form for a new one. */
export function MailboxesPage({ place, neighbourhoods, entered, problem }: MailboxesPageProps) {
  return (
    <DeskFrame place={place} title="邮筒">
      <header class="headline">
        <h1>邮筒</h1>
        <p class="standfirst">
          每个邮筒有自己的编码，印在二维码里。编码贴出去以后就不能改；名称和位置随时可以改。
        </p>
      </header>
      <div class="groves">
        {neighbourhoods.map(({ name, mailboxes }) => (
          <section class="grove">
            <h2>{name}</h2>
            {mailboxes.length === 0 ? (
              <p class="empty">这里还没有邮筒。</p>
            ) : (
              <ul class="boxes">
                {mailboxes.map((mailbox) => (
                  <li class={mailbox.retired ? 'retired' : undefined}>
                    <a href={`/desk/mailboxes/${mailbox.code}`}>
                      <Mailbox hue={mailbox.hue} class="box-drawing" />
                      <strong>{mailbox.name}</strong>
                      <span class="soft">{mailbox.place}</span>
                      <code>{mailbox.code}</code>
                      {mailbox.retired && <span class="tag">已停用</span>}
                      {mailbox.asks && <span class="tag">只用于「{mailbox.asks}」</span>}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
      <section class="panel" id="new">
        <h2>添一个邮筒</h2>
        {problem && (
          <p class="problem" role="alert" id="problem">
            {problemSentence(problem)}
          </p>
        )}
        <form method="post" action="/desk/mailboxes" class="stacked">
          <label for="neighbourhood">居民区</label>
          <select id="neighbourhood" name="neighbourhood">
            {neighbourhoods.map(({ id, name }) => (
              <option value={id} selected={id === entered?.neighbourhood}>
                {name}
              </option>
            ))}
          </select>
          <label for="code">编码</label>
          <p class="hint" id="code-hint">
            3 到 12 个大写字母或数字，例如 HC2B。避开容易看错的 0 和 O、1 和 I。
          </p>
          <input
            id="code"
            name="code"
            value={entered?.code ?? ''}
            required
            maxlength={12}
            autocapitalize="characters"
            autocomplete="off"
            aria-describedby={problem ? 'problem code-hint' : 'code-hint'}
            aria-invalid={problem === 'code' || problem === 'taken' ? 'true' : undefined}
          />
          <NameAndPlace name={entered?.name ?? ''} place={entered?.place ?? ''} />
          <button class="primary" type="submit">
            添上
          </button>
        </form>
      </section>
    </DeskFrame>
  )
}

export function NameAndPlace({ name, place }: { name: string; place: string }) {
  return (
    <>
      <label for="name">名称</label>
      <input id="name" name="name" value={name} required maxlength={40} />
      <label for="place">摆在哪里</label>
      <input id="place" name="place" value={place} required maxlength={80} />
    </>
  )
}

export function problemSentence(problem: MailboxProblem): string {
  switch (problem) {
    case 'code':
      return '编码要用 3 到 12 个大写字母或数字。'
    case 'taken':
      return '这个编码已经用过了（停用的也算），请换一个。'
    case 'name':
      return '请写上名称（最多 40 个字）。'
    case 'place':
      return '请写上摆在哪里（最多 80 个字）。'
  }
}
