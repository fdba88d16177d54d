import type { Audience } from '../../../surveys/engine/definition.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { FileLink } from '../file-link.tsx'
import { audienceName, momentName, number } from '../names.ts'
import { CountsFigure, type CountsTable } from './counts-figure.tsx'

export interface OverviewConsultation {
  id: string
  title: string
  opensAt: number
  closesAt: number
  open: boolean
  editions: { audience: Audience; count: number; version: number }[]
  /** Particulars not filled in yet, by name. */
  missing: string[]
  tables: CountsTable[]
  /** From when on the responses of each edition are deleted, as its notice says. */
  keptUntil: { audience: Audience; endsAt: number }[]
}

interface OverviewPageProps {
  place: DeskPlace
  consultations: OverviewConsultation[]
  now: number
}

/** What has come in, for each consultation. Participation only; what was answered stands under results. */
export function OverviewPage({ place, consultations, now }: OverviewPageProps) {
  return (
    <DeskFrame place={place} title="总览">
      <header class="headline">
        <h1>总览</h1>
        <p class="standfirst">截至 {momentName(now)}。各居民区按地理顺序排列，不是排名。</p>
      </header>
      {consultations.length === 0 && (
        <p class="empty">
          还没有开始征询。<a href="/desk/openings">新开一次</a>
        </p>
      )}
      {consultations.map((consultation) => (
        <Consultation consultation={consultation} />
      ))}
      {consultations.length > 0 && <FileLink href="/desk" />}
    </DeskFrame>
  )
}

function Consultation({ consultation }: { consultation: OverviewConsultation }) {
  const { id, title, opensAt, closesAt, open, editions, missing, tables, keptUntil } = consultation
  const base = `/desk/c/${id}`
  const nothingYet = editions.every(({ count }) => count === 0)
  return (
    <section class="chapter" id={id}>
      <h2>{title}</h2>
      <p class="soft">
        {momentName(opensAt)} 开始 ·{' '}
        {open ? `${momentName(closesAt)} 截止` : `${momentName(closesAt)} 已结束`}
        {open && (
          <>
            {' '}
            · <a href={`${base}/closure`}>提前结束征询…</a>
          </>
        )}
      </p>
      {missing.length > 0 && (
        <aside class="to-do">
          <p>
            <strong>居民看到的告知里还有 {missing.length} 处待填写：</strong>
            {missing.join('、')}。
          </p>
          <p>
            <a class="button" href={`${base}/particulars`}>
              现在填写
            </a>
          </p>
        </aside>
      )}
      <ul class="tallies">
        {editions.map(({ audience, count, version }) => (
          <li>
            <a href={`${base}/results/${audience}`}>
              <strong>{number(count)}</strong> 份{audienceName(audience)}答卷
            </a>
            <span class="soft">第 {version} 版问卷</span>
          </li>
        ))}
      </ul>
      {nothingYet ? (
        <p class="empty">
          还没有收到答卷。先<a href="/desk/mailboxes">打印邮筒海报</a>
          贴出去，第一份寄到以后这里会有图表。
        </p>
      ) : (
        <div class="counts">
          {tables.map((table) => (
            <CountsFigure table={table} />
          ))}
        </div>
      )}
      {!open && !nothingYet && (
        <p class="soft">
          照告知里说的，
          {keptUntil
            .map(({ audience, endsAt }) => `${audienceName(audience)}答卷 ${momentName(endsAt)}`)
            .join('、')}
          起自动删除。公示过的结果不受影响；报告和要留的数字请在那以前导出。
        </p>
      )}
      {missing.length === 0 && (
        <p>
          <a href={`${base}/particulars`}>修改告知里的联系信息</a>
        </p>
      )}
    </section>
  )
}
