import { DoorFrame } from './desk-frame.tsx'
import { NewPassword, type NewPasswordProblem, newPasswordSentence } from './new-password.tsx'

export type SetUpProblem = 'name-missing' | 'name-taken' | NewPasswordProblem

interface SetUpProps {
  demo: boolean
  token: string
  name?: string | undefined
  problem?: SetUpProblem | undefined
  needsHttps: boolean
}

/** The page behind a one-time link: choose a name and a password. */
export function SetUpPage({ demo, token, name, problem, needsHttps }: SetUpProps) {
  const onName = problem === 'name-missing' || problem === 'name-taken'
  return (
    <DoorFrame title="设置您的账号" demo={demo}>
      <p>这个链接只能用一次，24 小时内有效。设好以后，用姓名和密码登录。</p>
      {needsHttps && (
        <p class="problem" role="alert">
          这个网址不是 HTTPS，设好后也无法在这里登录。请先为网站配好 HTTPS。
        </p>
      )}
      {problem && (
        <p class="problem" role="alert" id="problem">
          {sentence(problem)}
        </p>
      )}
      <form method="post" action={`/desk/setup/${token}`} class="stacked">
        <label for="name">姓名</label>
        <input
          id="name"
          name="name"
          value={name ?? ''}
          autocomplete="username"
          required
          maxlength={40}
          aria-describedby={onName ? 'problem' : undefined}
          aria-invalid={onName ? 'true' : undefined}
        />
        <NewPassword name="password" label="密码" isWrong={problem !== undefined && !onName} />
        <button class="primary" type="submit">
          设好了，去登录
        </button>
      </form>
    </DoorFrame>
  )
}

/** The link was used, is too old, or was mistyped. Which of these is nobody's business. */
export function LinkSpentPage({ demo }: { demo: boolean }) {
  return (
    <DoorFrame title="这个链接不能用了" demo={demo}>
      <p>链接可能已经用过、超过了 24 小时，或者没有复制完整。</p>
      <p>
        请同事在工作台的「同事」页生成新的链接。如果还没有任何账号，重新启动服务器会打印新的链接。
      </p>
      <p>
        <a href="/desk/sign-in">已经设好账号？去登录</a>
      </p>
    </DoorFrame>
  )
}

function sentence(problem: SetUpProblem): string {
  if (problem === 'name-missing') return '请写上姓名（最多 40 个字）。'
  if (problem === 'name-taken') return '这个姓名已经有账号了，请换一个写法，例如加上居民区。'
  return newPasswordSentence(problem)
}
