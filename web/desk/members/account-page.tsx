import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { NewPassword, type NewPasswordProblem, newPasswordSentence } from '../new-password.tsx'
import { PasswordAgain, type PasswordProblem } from '../password-again.tsx'
import { roleName } from './members-page.tsx'

interface AccountPageProps {
  place: DeskPlace
  role: string
  asksPassword: boolean
  /** What is wrong with the old password, or with the new one. */
  wrongPassword: PasswordProblem | undefined
  problem: NewPasswordProblem | undefined
}

/** One's own account, and another password for it. */
export function AccountPage(props: AccountPageProps) {
  const { place, role, asksPassword, wrongPassword, problem } = props
  return (
    <DeskFrame place={place} title="我的账号">
      <header class="headline">
        <h1>我的账号</h1>
        <p class="standfirst">
          <bdi>{place.memberName}</bdi>，{roleName(role)}。角色由另一位管理员来改。
        </p>
      </header>
      <section class="panel">
        <h2>换密码</h2>
        <p>换好以后，您在所有电脑和手机上都会退出，用新密码重新登录。</p>
        {problem && (
          <p class="problem" role="alert" id="problem">
            {newPasswordSentence(problem)}
          </p>
        )}
        <form method="post" action="/desk/account/password" class="stacked">
          {asksPassword && <PasswordAgain id="old-password" problem={wrongPassword} />}
          <NewPassword name="chosen" label="新密码" isWrong={problem !== undefined} />
          <button class="primary" type="submit">
            换密码
          </button>
        </form>
      </section>
    </DeskFrame>
  )
}
