import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { QrCode } from '../mailboxes/qr-code.tsx'
import { channelName, momentName } from '../names.ts'

interface ListedSession {
  name: string
  label: string
  channel: 'assisted' | 'kiosk'
  place: string | null
  createdAt: number
  expiresAt: number
}

interface SessionsPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  sessions: readonly ListedSession[]
  now: number
  /** A link just made. It is shown this once; only its hash is kept. */
  made?:
    | { link: string; session: Pick<ListedSession, 'label' | 'channel' | 'expiresAt'> }
    | undefined
  problem?: string | undefined
  entered?: { label: string; place: string; days: string; channel: string } | undefined
}

/** Links for volunteers who take down what others say, and for devices that stand open in a hall. */
export function SessionsPage(props: SessionsPageProps) {
  const { place, consultation, sessions, now, made } = props
  const title = '代填和现场设备'
  return (
    <DeskFrame place={place} title={title}>
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>{title}</h1>
        <p class="standfirst">
          志愿者上门，或在居委会摆一台手机、平板，都从这里领一个链接。从链接进来的答卷会标明渠道，结果里可以分开看。
        </p>
      </header>
      {made && <MadeLink {...made} />}
      {props.problem && (
        <p class="problem" role="alert">
          {props.problem}
        </p>
      )}
      <NewSession {...props} />
      <section class="panel">
        <h2>领出去的链接</h2>
        {sessions.length === 0 ? (
          <p class="soft">还没有。</p>
        ) : (
          <ul class="sessions">
            {sessions.map((session) => (
              <SessionRow consultation={consultation.id} session={session} now={now} />
            ))}
          </ul>
        )}
      </section>
      <section class="rules">
        <h2>代填的规矩</h2>
        <ul>
          <li>先当面读告知，本人同意了再开始。</li>
          <li>题目照原文读，不解释、不劝。想法由本人说，志愿者只动手。</li>
          <li>问到居委会自己的工作，请不要由居委会的人代填。</li>
          <li>替人回答的（本人不在场）会单独标出来。</li>
        </ul>
      </section>
    </DeskFrame>
  )
}

function MadeLink({ link, session }: NonNullable<SessionsPageProps['made']>) {
  return (
    <section class="panel" role="status">
      <h2>「{session.label}」的链接</h2>
      <p class="address">
        <code>{link}</code>
      </p>
      <div class="session-code">
        <QrCode address={link} label={`「${session.label}」的二维码`} />
      </div>
      <p>
        {session.channel === 'kiosk'
          ? '在要摆出来的设备上扫码打开。浏览器要能运行脚本：没填完就走的，才会自己清空。'
          : '请志愿者用自己的手机扫码，在有信号的地方把问卷打开一次，之后没有信号也能填。'}
        只显示这一次，{momentName(session.expiresAt)} 前有效。
      </p>
    </section>
  )
}

function NewSession({ consultation, entered }: SessionsPageProps) {
  const { label = '', place = '', days = '7', channel = 'assisted' } = entered ?? {}
  return (
    <section class="panel">
      <h2>领一个链接</h2>
      <form method="post" action={`/desk/c/${consultation.id}/sessions`} class="stacked">
        <label for="channel">用来做什么</label>
        <select id="channel" name="channel">
          <option value="assisted" selected={channel === 'assisted'}>
            代填：志愿者陪着居民填
          </option>
          <option value="kiosk" selected={channel === 'kiosk'}>
            现场设备：摆在大厅，居民自己填
          </option>
        </select>
        <label for="label">给谁用（只有工作人员看得到）</label>
        <input id="label" name="label" required maxlength={80} value={label} />
        <label for="place">在哪里（可不填）</label>
        <input id="place" name="place" maxlength={80} value={place} />
        <label for="days">几天有效（1–31）</label>
        <input id="days" name="days" inputmode="numeric" required value={days} />
        <div class="buttons">
          <button class="primary" type="submit">
            生成链接
          </button>
        </div>
      </form>
    </section>
  )
}

interface SessionRowProps {
  consultation: string
  session: ListedSession
  now: number
}

function SessionRow({ consultation, session, now }: SessionRowProps) {
  const { name, label, channel, place, createdAt, expiresAt } = session
  const open = expiresAt > now
  return (
    <li>
      <p>
        <b>
          <bdi>{label}</bdi>
        </b>{' '}
        <span class="tag">{channelName(channel)}</span> {place && <bdi>{place}</bdi>}
      </p>
      <p class="soft">
        {momentName(createdAt)}领出，{momentName(expiresAt)}
        {open ? '到期' : '已结束'}
      </p>
      {open && (
        <form method="post" action={`/desk/c/${consultation}/sessions/${name}/end`}>
          <button class="quiet" type="submit">
            现在结束
          </button>
        </form>
      )}
    </li>
  )
}
