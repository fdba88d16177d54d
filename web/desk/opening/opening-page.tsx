import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { momentName } from '../names.ts'
import { EditionsTable } from './editions-table.tsx'
import type { OfferedTemplate } from './offered.ts'

interface OpeningPageProps {
  place: DeskPlace
  template: OfferedTemplate
  /** For so many days, and when that would end if it began now. */
  lengths: { days: number; closesAt: number }[]
  /** What else is open now, the one that closes first in front. */
  others: { title: string; closesAt: number }[]
  /** How many mailboxes stand for another consultation only. */
  tied: number
  /** The consultation whose particulars are taken over. */
  particularsOf: string | undefined
}

/** Opening one makes it public at once and cannot be taken back, so it is asked once more. */
export function OpeningPage(props: OpeningPageProps) {
  const { place, template, lengths, others, tied, particularsOf } = props
  const beside = others.map(({ title, closesAt }) => `「${title}」（${momentName(closesAt)} 截止）`)
  return (
    <DeskFrame place={place} title="打开征询">
      <header class="headline">
        <p class="kicker">
          <a href="/desk/openings">← 新开一次征询</a>
        </p>
        <h1>现在打开「{template.title}」？</h1>
        <p class="standfirst">一打开，居民马上就能答。题目从此定下来；可以提前结束，不能收回。</p>
      </header>
      <EditionsTable template={template} />
      <ul>
        <li>
          {particularsOf
            ? `告知里的联系信息先照「${particularsOf}」的填好，打开以后请核对；结果公布日期要重新填。`
            : '告知里的联系信息还空着，打开以后请马上填。'}
        </li>
        <li>
          {beside.length > 0
            ? `扫邮筒的二维码，会看到这一次和现在开着的${beside.join('、')}列在一起，居民自己选。`
            : '扫邮筒的二维码，就会打开这一次征询。'}
          {tied > 0 && (
            <>
              有 {tied} 个邮筒只用于别的征询，扫它们看不到这一次，可以在
              <a href="/desk/mailboxes">邮筒</a>里改。
            </>
          )}
        </li>
      </ul>
      <form method="post" action={`/desk/openings/${template.id}`} class="stacked">
        <label for="days">开多久</label>
        <p class="hint" id="days-hint">
          公开征求意见一般不少于 30 天。
        </p>
        <select id="days" name="days" aria-describedby="days-hint">
          {lengths.map(({ days, closesAt }) => (
            <option value={String(days)} selected={days === template.days}>
              {days} 天，到 {momentName(closesAt)}
            </option>
          ))}
        </select>
        <div class="buttons">
          <button class="primary" type="submit">
            打开征询
          </button>
          <a href="/desk/openings">先不打开</a>
        </div>
      </form>
    </DeskFrame>
  )
}

/** What somebody sees who opens what is open already, or was. */
export function OpenedBeforePage({
  place,
  template,
}: {
  place: DeskPlace
  template: OfferedTemplate
}) {
  const { title, state, closesAt = 0, id } = template
  return (
    <DeskFrame place={place} title="已经开过">
      <header class="headline">
        <h1>「{title}」已经开过了</h1>
        <p class="standfirst">
          {state === 'open'
            ? `它正在征询，${momentName(closesAt)} 截止。不用再打开。`
            : `它在 ${momentName(closesAt)} 结束了。同一份不能再开第二次：答卷和结果都还在。`}
        </p>
      </header>
      <p>
        <a href={`/desk#${id}`}>回到总览</a>
      </p>
    </DeskFrame>
  )
}
