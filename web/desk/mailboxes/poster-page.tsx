import { type Hue, Mailbox } from '../../drawings/mailbox.tsx'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { momentName } from '../names.ts'
import { QrCode } from './qr-code.tsx'

export interface Poster {
  code: string
  /** The colour the mailbox has on the residents' pages too. */
  hue: Hue
  mailbox: string
  address: string
  short: string
  /** What is asked there; of several, each is chosen on the phone. */
  consultations: readonly { title: string; minutes: number | undefined; closesAt: number }[]
  organiser: string
  phone: string
}

const longestTitle = 12

/** One A4 sheet for the wall. Everything it says survives a black-and-white printer. */
export function PosterPage({ place, poster }: { place: DeskPlace; poster: Poster }) {
  const { consultations, mailbox, address, short, organiser, phone } = poster
  const [first, ...more] = consultations
  const only = more.length === 0 ? first : undefined
  const fits = only !== undefined && [...only.title].length <= longestTitle
  const title = fits ? only.title : '小邮筒，听您说'
  return (
    <DeskFrame place={place} title={`${mailbox}海报`} wide>
      <div class="on-screen poster-tools">
        <p>
          <a href={`/desk/mailboxes/${poster.code}`}>← {mailbox}</a>
        </p>
        <p>
          <button type="button" class="primary" data-print hidden>
            打印
          </button>{' '}
          <span class="soft">A4 纵向，边距选「无」或「默认」都可以。黑白打印内容不变。</span>
        </p>
        {(!organiser || !phone) && (
          <p class="problem">组织单位或联系电话还没有填，海报上会留空。先到总览里填写再打印。</p>
        )}
      </div>
      <article class="poster">
        <header>
          <h1 class={`letters-${Math.max(7, [...title].length)}`}>{title}</h1>
          <p class="poster-round">
            {fits ? '把您的想法寄给我们' : consultations.map((one) => one.title).join(' · ')}
          </p>
        </header>
        <div class="poster-middle">
          <Mailbox hue={poster.hue} class="poster-mailbox" />
          <div class="poster-code">
            <QrCode address={address} label={`二维码：${short}`} />
            <p class="poster-address">{short}</p>
            <p class="poster-by-hand">扫不出来，也可以在浏览器里输入上面这一行</p>
          </div>
        </div>
        <ol class="poster-steps">
          <li>
            <strong>扫一扫</strong>
            <span>打开微信或手机相机，扫上面</span>
          </li>
          <li>
            <strong>说一说</strong>
            <span>
              大人、小朋友各一份{only?.minutes ? `，约 ${only.minutes} 分钟` : ''}
              。不记名，哪题都可以不答
            </span>
          </li>
          <li>
            <strong>寄出去</strong>
            <span>记下回执码，以后凭它查、改、删</span>
          </li>
        </ol>
        <footer>
          <dl>
            <div>
              <dt>谁在问</dt>
              <dd>{organiser || '　'}</dd>
            </div>
            <div>
              <dt>截止</dt>
              <dd>
                {lastDays(consultations).map((day) => (
                  <span class="poster-day">{day}</span>
                ))}
              </dd>
            </div>
            <div>
              <dt>电话</dt>
              <dd>{phone || '　'}</dd>
            </div>
          </dl>
          <p>
            不会用手机？打电话或到居委会，可以拿纸质问卷，也可以请人代填。
            <br />
            意见征集，不等于表决。{mailbox}，编码 {poster.code}。
          </p>
        </footer>
      </article>
    </DeskFrame>
  )
}

/** The last day of each, a line each, once where it is the same. */
function lastDays(consultations: Poster['consultations']): string[] {
  const days = consultations.map(({ closesAt }) => momentName(closesAt).split(' ')[0] ?? '')
  return days.length > 0 ? [...new Set(days)] : ['　']
}
