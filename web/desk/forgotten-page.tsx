import { DoorFrame } from './desk-frame.tsx'
import { NewPassword, type NewPasswordProblem, newPasswordSentence } from './new-password.tsx'

interface ForgottenProps {
  demo: boolean
  token: string
  name: string
  problem?: NewPasswordProblem | undefined
}

/** The page behind the link a colleague made: another password for the same account. */
export function ForgottenPage({ demo, token, name, problem }: ForgottenProps) {
  return (
    <DoorFrame title="换一个密码" demo={demo}>
      <p>
        这是给<bdi>{name}</bdi>的链接，只能用一次，24
        小时内有效。换好以后，原来登录着的地方都会退出。
      </p>
      {problem && (
        <p class="problem" role="alert" id="problem">
          {newPasswordSentence(problem)}
        </p>
      )}
      <form method="post" action={`/desk/password/${token}`} class="stacked">
        <input type="hidden" name="name" value={name} autocomplete="username" />
        <NewPassword name="chosen" label="新密码" isWrong={problem !== undefined} />
        <button class="primary" type="submit">
          换好了，去登录
        </button>
      </form>
    </DoorFrame>
  )
}
