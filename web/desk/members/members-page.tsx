import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { momentName } from '../names.ts'

export type MembersProblem = 'oneself'

/** A link that was just made. It is shown this once and kept nowhere. */
export type MadeLink = { link: string; expiresAt: number } & (
  | { kind: 'invitation'; role: string }
  | { kind: 'password'; name: string }
)

interface ListedMember {
  id: string
  name: string
  role: string
  createdAt: number
  isMe: boolean
}

interface MembersPageProps {
  place: DeskPlace
  members: ListedMember[]
  made?: MadeLink | undefined
  problem?: MembersProblem | undefined
}

/** Who has an account, what each may do, and how a colleague gets one. */
export function MembersPage({ place, members, made, problem }: MembersPageProps) {
  return (
    <DeskFrame place={place} title="同事">
      <header class="headline">
        <h1>同事</h1>
        <p class="standfirst">
          工作人员看结果、办建议、写报告；单份答卷、联系方式和同事账号只有管理员能打开。每次登录、改动和导出都有记录。
        </p>
      </header>
      {problem && (
        <p class="problem" role="alert">
          自己的账号不能自己改，请另一位管理员来。这样总有一位管理员在。
        </p>
      )}
      {made && (
        <section class="panel" role="status">
          <h2>
            {made.kind === 'invitation'
              ? `给${roleName(made.role)}的邀请链接`
              : `给${made.name}换密码的链接`}
          </h2>
          <p class="address">
            <code>{made.link}</code>
          </p>
          <p>
            请现在复制，当面或用可靠的方式交给同事。只显示这一次，只能用一次，
            {momentName(made.expiresAt)} 前有效。
          </p>
        </section>
      )}
      <section class="panel">
        <h2>有账号的同事</h2>
        <ul class="members">
          {members.map((member) => (
            <MemberLine member={member} />
          ))}
        </ul>
      </section>
      <section class="panel">
        <h2>邀请同事</h2>
        <form method="post" action="/desk/members/invitations" class="stacked">
          <RoleSelect id="invited-role" chosen="staff" />
          <button class="primary" type="submit">
            生成邀请链接
          </button>
        </form>
      </section>
    </DeskFrame>
  )
}

function MemberLine({ member }: { member: ListedMember }) {
  const { id, name, role, createdAt, isMe } = member
  return (
    <li>
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        {roleName(role)}
        {isMe && '（您自己）'} <span class="soft">{momentName(createdAt)} 起</span>
      </p>
      {!isMe && (
        <details>
          <summary>改角色、忘了密码、停用</summary>
          <form method="post" action={`/desk/members/${id}/role`} class="stacked">
            <RoleSelect id={`role-${id}`} chosen={role} />
            <button type="submit">改成这个角色</button>
          </form>
          <form method="post" action={`/desk/members/${id}/password-link`} class="stacked">
            <p>忘了密码的，给一个链接，自己另设一个。用上以前，原来的密码照样能用。</p>
            <button type="submit">生成换密码的链接</button>
          </form>
          <form method="post" action={`/desk/members/${id}/closure`} class="stacked">
            <p>
              停用后马上退出，再也不能登录；做过的事仍在记录里。要回来时，重新邀请，换一个名字。
            </p>
            <button class="danger" type="submit">
              停用{name}的账号
            </button>
          </form>
        </details>
      )}
    </li>
  )
}

function RoleSelect({ id, chosen }: { id: string; chosen: string }) {
  return (
    <>
      <label for={id}>角色</label>
      <select id={id} name="role">
        {['staff', 'admin'].map((one) => (
          <option value={one} selected={one === chosen}>
            {roleName(one)}
          </option>
        ))}
      </select>
    </>
  )
}

export function roleName(role: string): string {
  if (role === 'admin') return '管理员'
  return role === 'staff' ? '工作人员' : '没有角色'
}
