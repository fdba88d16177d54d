import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { momentName } from '../names.ts'

interface MembersPageProps {
  place: DeskPlace
  members: { name: string; createdAt: number }[]
  /** A link just made. It is shown this once; only its hash is kept. */
  invitation?: { link: string; expiresAt: number } | undefined
}

/** Who has an account, and how a colleague gets one. */
export function MembersPage({ place, members, invitation }: MembersPageProps) {
  return (
    <DeskFrame place={place} title="同事">
      <header class="headline">
        <h1>同事</h1>
        <p class="standfirst">
          有账号的人能看结果、管理邮筒、导出答卷。每次登录、改动和导出都有记录。
        </p>
      </header>
      {invitation && (
        <section class="panel" role="status">
          <h2>邀请链接</h2>
          <p class="address">
            <code>{invitation.link}</code>
          </p>
          <p>
            请现在复制，当面或用可靠的方式交给同事。只显示这一次，只能用一次，
            {momentName(invitation.expiresAt)}前有效。
          </p>
        </section>
      )}
      <section class="panel">
        <h2>有账号的同事</h2>
        <ul>
          {members.map(({ name, createdAt }) => (
            <li>
              <bdi>{name}</bdi> <span class="soft">{momentName(createdAt)} 起</span>
            </li>
          ))}
        </ul>
        <form method="post" action="/desk/members/invitations">
          <button class="primary" type="submit">
            生成邀请链接
          </button>
        </form>
      </section>
    </DeskFrame>
  )
}
