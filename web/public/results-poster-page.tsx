import { dayWords } from '../dates.ts'
import { QrCode } from '../desk/mailboxes/qr-code.tsx'
import type { Bar, Body, ResultTable } from '../desk/results/result-table.ts'
import { Document } from '../document.tsx'
import { Mailbox } from '../drawings/mailbox.tsx'
import { words } from '../words/words.ts'
import { inOrder } from './decided.ts'
import { posterStyle } from './public-style.ts'
import { dayTeller } from './question-card.tsx'
import { highlighted } from './released.ts'
import type { Shown } from './released-page.tsx'
import { percent, ShareBar } from './share-bar.tsx'

type Paper = 'a4' | 'a3'

interface ResultsPosterProps {
  shown: Shown
  paper: Paper
  /** Of the results page, as the code carries it and as it is typed. */
  address: string
  short: string
  demo: boolean
  back: string
}

const { released: w, decided } = words('zh-CN')
const mostDecisions = 4

/** One sheet for the notice board: what was said, what will be done, what cannot and why. Black and white will do. */
export function ResultsPosterPage(props: ResultsPosterProps) {
  const { shown, paper, address, short, demo, back } = props
  const { released } = shown
  const { title, organiser, phone, takenAt } = released
  const day = dayTeller('zh-CN')
  const charts = highlighted(released).slice(0, 3)
  const decisions = inOrder(shown.decisions)
  const cannot = decisions.filter(({ verdict }) => verdict === 'not')
  const will = decisions.filter(({ verdict }) => verdict !== 'not')
  const count = (audience: string) =>
    released.editions.find((one) => one.audience === audience)?.people?.toLocaleString('zh-CN')
  const people = [
    count('adult') && `大人写了 ${count('adult')} 份`,
    count('child') && `小朋友写了 ${count('child')} 份`,
  ].filter(Boolean)
  return (
    <Document
      title={`${title} · 结果海报`}
      locale="zh-CN"
      style={[posterStyle]}
      demo={demo}
      bodyClass={`sheet-page ${paper}`}
    >
      <nav class="sheet-tools" aria-label="海报">
        <a href={back}>← 回到结果</a>
        <span>
          纸张：
          {(['a4', 'a3'] as const).map((size) => (
            <a
              href={`?paper=${size}${no(shown)}`}
              aria-current={size === paper ? 'true' : undefined}
            >
              {size.toUpperCase()}
            </a>
          ))}
        </span>
        <span>用浏览器的「打印」，纸张选 {paper.toUpperCase()}、纵向。黑白打印内容不变。</span>
      </nav>
      <main id="main" class="sheet">
        <header>
          <Mailbox hue="marigold" class="sheet-mailbox" />
          <div>
            <p class="sheet-round">{title}</p>
            <h1>{w.heading}</h1>
            <p>
              {people.length > 0 && `${people.join('，')}，`}
              {w.counted(day(takenAt))}
            </p>
          </div>
        </header>
        <section class="sheet-charts">
          {charts.map(({ question: { table } }) => (
            <Chart table={table} most={decisions.length > 3 ? 3 : 4} />
          ))}
        </section>
        <section class="sheet-plans">
          <Plans
            heading="要做什么"
            lines={will.map(({ title, verdict, reason, unit, dueOn, progress }) => ({
              title: verdict === 'partly' ? `${title}（做一部分）` : title,
              // Why the rest is not done.
              reason: verdict === 'partly' ? reason : '',
              more: [
                unit,
                progress === 'done'
                  ? decided.progress.done
                  : dueOn && `${dayWords(dueOn, 'zh-CN')}前`,
              ]
                .filter(Boolean)
                .join('，'),
            }))}
            empty={w.undecided}
          />
          <Plans
            heading="做不到的，和原因"
            lines={cannot.map(({ title, reason }) => ({ title, reason }))}
            empty="目前没有。定下来做不到的，会写明原因。"
          />
        </section>
        <footer>
          <QrCode address={address} label={`二维码：${short}`} />
          <div>
            <p class="sheet-address">扫一扫看全部数字：{short}</p>
            <p>
              {organiser && <b>{organiser}</b>} {phone && <>电话 {phone}</>}
            </p>
            <p>
              {w.notVote}
              自愿参与，非随机抽样。{w.untoldMeans}
              想删除自己的答卷，凭回执码在网站上删，或到居委会办理。
            </p>
          </div>
        </footer>
      </main>
    </Document>
  )
}

const no = ({ isNewest, number }: Shown) => (isNewest ? '' : `&no=${number}`)

function Chart({ table, most }: { table: ResultTable; most: number }) {
  const rows = rowsOf(table.body)
  // Half a scale would tell half of what was said.
  const shown = table.body.shape === 'scale' ? rows : rows.slice(0, most)
  const left = rows.length - shown.length
  return (
    <section class="sheet-chart">
      <h2>{table.title}</h2>
      <p class="sheet-said">{table.sentence}</p>
      <table>
        <caption class="unseen">{table.title}</caption>
        <tbody>
          {shown.map(({ label, share, text }) => (
            <tr>
              <th scope="row">{label}</th>
              <td class="sheet-bar">
                <ShareBar share={share} />
              </td>
              <td class="sheet-number">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {table.base !== null && w.base(table.base.toLocaleString('zh-CN'), table.people)}
        {left > 0 && ` · 还有 ${left} 项，见网页`}
      </p>
    </section>
  )
}

interface Row {
  label: string
  /** How much of the bar is filled. */
  share: number
  text: string
}

function rowsOf(body: Body): Row[] {
  const told = ({ label, share }: Pick<Bar, 'label' | 'share'>): Row => ({
    ...{ label, share: share ?? 0 },
    text: share === null ? w.untold : `${percent(share)}%`,
  })
  switch (body.shape) {
    case 'bars':
    case 'scale':
    case 'histogram':
    case 'days':
      return body.bars.map(told)
    case 'pairs':
      return body.pairs.flatMap(({ left, right }) => [told(left), told(right)])
    case 'rows':
      return body.rows.map(({ label, cells: [first] }) =>
        told({ label: `${label}：${body.columns[0]?.label ?? ''}`, share: first?.share ?? null }),
      )
    case 'measures': {
      const most = Math.max(...body.rows.map(({ figures }) => figures[0]?.value ?? 0), 1)
      const whole = body.of === 'rank' ? 100 : most
      return body.rows.map(({ label, figures: [first] }) => ({
        ...{ label, share: (first?.value ?? 0) / whole },
        text:
          body.of === 'rank' || first?.value == null
            ? (first?.text ?? w.untold)
            : `人均 ${first.text}`,
      }))
    }
    case 'places':
    case 'texts':
      return []
  }
}

interface PlansProps {
  heading: string
  lines: readonly { title: string; reason?: string; more?: string }[]
  empty: string
}

function Plans({ heading, lines, empty }: PlansProps) {
  const left = lines.length - mostDecisions
  return (
    <section>
      <h2>{heading}</h2>
      {lines.length === 0 && <p>{empty}</p>}
      <ul>
        {lines.slice(0, mostDecisions).map(({ title, reason, more }) => (
          <li>
            <b>{title}</b>
            {reason && `：${reason}`}
            {more && <span class="sheet-who"> {more}</span>}
          </li>
        ))}
      </ul>
      {left > 0 && <p>还有 {left} 件，见网页。</p>}
    </section>
  )
}
