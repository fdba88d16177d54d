import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'

/** What somebody sees whose role does not reach this far. */
export function NotAllowedPage({ place }: { place: DeskPlace }) {
  return (
    <DeskFrame place={place} title="要请管理员来">
      <header class="headline">
        <h1>这件事要请管理员来</h1>
        <p class="standfirst">
          单份答卷、联系方式和同事账号只有管理员能打开。您的账号能看结果、写报告、导出公开的数字。
        </p>
      </header>
      <p>
        <a href="/desk">回到总览</a>
      </p>
    </DeskFrame>
  )
}
