import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { momentName, number } from '../names.ts'
import { type DeedKind, deedKindName, deedKinds, deedName } from './deeds.ts'

export interface AuditLine {
  seq: number
  at: number
  who: string
  action: string
  /** What it was done to, with names of members in place of their ids. */
  object: string
}

interface AuditPageProps {
  place: DeskPlace
  lines: readonly AuditLine[]
  kind: DeedKind | undefined
  /** Where the next page begins. */
  older: number | undefined
  /** Whether every entry still fits the one before it; known once somebody asked. */
  verified: { entries: number; brokenAt?: number } | undefined
}

const here = '/desk/audit'

/** Who did what at the desk, and when: nothing in it can be changed or taken out. */
export function AuditPage({ place, lines, kind, older, verified }: AuditPageProps) {
  const about = (one: DeedKind | undefined) => (one ? `${here}?about=${one}` : here)
  return (
    <DeskFrame place={place} title="操作记录">
      <header class="headline">
        <h1>操作记录</h1>
        <p class="standfirst">
          谁在什么时候做了什么。只记做了什么，不记答卷里的话；每一条都连着上一条，改不了，也删不掉。
        </p>
      </header>
      {verified && <Verified verified={verified} />}
      <nav class="versions" aria-label="哪一类">
        {[undefined, ...deedKinds].map((one) => (
          <a href={about(one)} aria-current={one === kind ? 'page' : undefined}>
            {deedKindName(one)}
          </a>
        ))}
      </nav>
      {lines.length === 0 ? (
        <p class="empty">这一类还没有记录。</p>
      ) : (
        <section class="scroll" tabindex={0} aria-label="操作记录的表">
          <table class="audit">
            <thead>
              <tr>
                <th scope="col">什么时候</th>
                <th scope="col">谁</th>
                <th scope="col">做了什么</th>
                <th scope="col">对什么</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ at, who, action, object }) => (
                <tr>
                  <td>{momentName(at)}</td>
                  <td>
                    <bdi>{who}</bdi>
                  </td>
                  <td>{deedName(action)}</td>
                  <td class="soft">
                    <bdi>{object}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p class="buttons">
        {older !== undefined && (
          <a href={`${here}?${kind ? `about=${kind}&` : ''}before=${older}`}>更早的</a>
        )}
        <a href={`${here}?format=csv${kind ? `&about=${kind}` : ''}`}>下载（CSV）</a>
        <a href={`${here}?verify`}>核对有没有被改过</a>
      </p>
    </DeskFrame>
  )
}

function Verified({ verified }: { verified: NonNullable<AuditPageProps['verified']> }) {
  const { entries, brokenAt } = verified
  return brokenAt === undefined ? (
    <p class="told" role="status">
      核对过 {number(entries)} 条，每一条都对得上。
    </p>
  ) : (
    <p class="problem" role="alert">
      第 {number(brokenAt)} 条对不上：从这里起，记录被改动过。请留好数据库文件，找管服务器的人来看。
    </p>
  )
}
