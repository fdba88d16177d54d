export interface PasswordProblem {
  kind: 'missing' | 'no-match' | 'wait'
  seconds?: number
}

interface PasswordAgainProps {
  /** Unlike that of any other such field on the page. */
  id: string
  problem?: PasswordProblem | undefined
}

/** Asks again for the password, before something leaves the house that cannot be called back. */
export function PasswordAgain({ id, problem }: PasswordAgainProps) {
  return (
    <>
      <label for={id}>再输一次您的密码</label>
      <p class="hint" id={`${id}-hint`}>
        怕的是有人用了您没退出的电脑。输对以后 5 分钟内不用再输。
      </p>
      {problem && (
        <p class="problem" role="alert" id={`${id}-problem`}>
          {sentence(problem)}
        </p>
      )}
      <input
        id={id}
        name="password"
        type="password"
        autocomplete="current-password"
        required
        maxlength={1024}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? `${id}-problem ${id}-hint` : `${id}-hint`}
      />
    </>
  )
}

function sentence({ kind, seconds = 1 }: PasswordProblem): string {
  switch (kind) {
    case 'missing':
      return '请再输一次密码。'
    case 'no-match':
      return '密码不对，请再试一次。'
    case 'wait':
      return `前几次都没对上，请等 ${seconds < 90 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`}再试。账号没有被锁住。`
  }
}
