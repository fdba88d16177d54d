import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { CountsFigure, type CountsTable } from '../overview/counts-figure.tsx'
import {
  type DeskMailbox,
  type MailboxProblem,
  NameAndPlace,
  problemSentence,
} from './mailboxes-page.tsx'
import { QrCode } from './qr-code.tsx'

interface MailboxPageProps {
  place: DeskPlace
  mailbox: DeskMailbox & { neighbourhood: string }
  /** What the code holds, and the same in letters. */
  address: string
  short: string
  /** What its code can lead to: what is open, and what it was chosen for. */
  consultations: readonly { id: string; title: string; ended: boolean; chosen: boolean }[]
  /** What it received, day by day. */
  curves: readonly CountsTable[]
  problem?: MailboxProblem | undefined
  saved: boolean
}

/** One mailbox: its code to download, its poster, its name and place, and retiring it. */
export function MailboxPage(props: MailboxPageProps) {
  const { place, mailbox, address, short, curves, problem, saved } = props
  const base = `/desk/mailboxes/${mailbox.code}`
  // Shipped with the questionnaire until the committee says where the box stands.
  const placeholder = mailbox.place.startsWith('【待填写')
  return (
    <DeskFrame place={place} title={mailbox.name}>
      <header class="headline">
        <p class="kicker">{mailbox.neighbourhood}</p>
        <h1>
          {mailbox.name} {mailbox.retired && <span class="tag">已停用</span>}
        </h1>
        <p class="standfirst">{mailbox.place}</p>
      </header>
      {saved && (
        <p class="told" role="status">
          已保存。
        </p>
      )}
      <section class="code-card">
        <QrCode address={address} label={`二维码：${short}`} />
        <div>
          <p class="address">
            <code>{short}</code>
          </p>
          <ul class="actions">
            <li>
              <a class="button" href={`${base}/poster`}>
                打印海报（A4）
              </a>
            </li>
            <li>
              <a href={`${base}/qr.svg`}>下载二维码 SVG</a>
            </li>
            <li>
              <a href={`${base}/qr.png`}>下载二维码 PNG</a>
            </li>
          </ul>
          <p class="soft">
            纠错等级 Q：磨损四分之一仍能扫。贴出前请用手机扫一次。贴在墙上时，边长不小于 6 厘米。
          </p>
        </div>
      </section>
      {curves.length > 0 && <h2 class="unseen">收到多少</h2>}
      {curves.map((table) => (
        <CountsFigure table={table} />
      ))}
      <Asking {...props} />
      <section class="panel">
        <h2>名称和位置</h2>
        {problem && (
          <p class="problem" role="alert">
            {problemSentence(problem)}
          </p>
        )}
        <form method="post" action={`${base}/name`} class="stacked">
          <NameAndPlace name={mailbox.name} place={placeholder ? '' : mailbox.place} />
          <button class="primary" type="submit">
            保存
          </button>
        </form>
      </section>
      {!mailbox.retired && (
        <section class="panel">
          <h2>停用</h2>
          <p>邮筒撤走以后可以停用。已经收到的答卷都保留，结果里仍然算在这里。</p>
          <p>
            <a href={`${base}/retirement`}>停用这个邮筒…</a>
          </p>
        </section>
      )}
    </DeskFrame>
  )
}

/** Whether it asks for everything that is open, or stands for one consultation only. */
function Asking({ mailbox, consultations }: MailboxPageProps) {
  const [ended] = consultations.filter((one) => one.chosen && one.ended)
  return (
    <section class="panel">
      <h2>用于哪次征询</h2>
      {ended && (
        <p class="to-do">
          「{ended.title}」已经结束，扫这个邮筒看到的是它的结果。要让它接着收信，请改用于别的征询。
        </p>
      )}
      <form method="post" action={`/desk/mailboxes/${mailbox.code}/consultation`} class="stacked">
        <label for="consultation">扫二维码看到</label>
        <p class="hint" id="consultation-hint">
          同时开着几次征询时，封面把它们列在一起，居民自己选。只用于一次的，看不到别的；那一次结束以后，看到的是它的结果。印好的二维码都不用换。
        </p>
        <select id="consultation" name="consultation" aria-describedby="consultation-hint">
          <option value="">所有开着的征询，以后新开的也算</option>
          {consultations.map(({ id, title, ended: over, chosen }) => (
            <option value={id} selected={chosen}>
              只用于「{title}」{over && '（已结束）'}
            </option>
          ))}
        </select>
        <button class="primary" type="submit">
          保存
        </button>
      </form>
    </section>
  )
}

/** Retiring cannot be taken back, so it is asked once more. */
export function RetirementPage({ place, mailbox }: { place: DeskPlace; mailbox: DeskMailbox }) {
  const base = `/desk/mailboxes/${mailbox.code}`
  return (
    <DeskFrame place={place} title="停用邮筒">
      <h1>停用「{mailbox.name}」？</h1>
      <p>停用以后不能再启用，编码 {mailbox.code} 也不会再给别的邮筒。</p>
      <p>扫到旧二维码的居民不会碰壁：仍会看到征询，但答卷不再记在这个邮筒名下。</p>
      <form method="post" action={`${base}/retirement`} class="buttons">
        <button class="danger" type="submit">
          停用
        </button>
        <a href={base}>先不停用</a>
      </form>
    </DeskFrame>
  )
}
