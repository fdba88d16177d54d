import { DoorFrame } from './desk-frame.tsx'

export interface SignInProblem {
  kind: 'no-match' | 'wait' | 'signed-out' | 'changed' | 'idle'
  seconds?: number
}

interface SignInProps {
  demo: boolean
  name?: string | undefined
  next?: string | undefined
  problem?: SignInProblem | undefined
  /** Browsers keep the sign-in cookie only over HTTPS or on this very machine. */
  needsHttps: boolean
}

export function SignInPage({ demo, name, next, problem, needsHttps }: SignInProps) {
  return (
    <DoorFrame title="登录" demo={demo}>
      {needsHttps && (
        <p class="problem" role="alert">
          这个网址不是 HTTPS，浏览器不会保存登录状态，所以在这里无法登录。请用 https://
          开头的网址打开，或在服务器本机用 http://localhost 打开。
        </p>
      )}
      {problem && (
        <p class={isGood(problem) ? 'told' : 'problem'} role="alert" id="problem">
          {sentence(problem)}
        </p>
      )}
      <form method="post" action="/desk/sign-in" class="stacked">
        {next && <input type="hidden" name="next" value={next} />}
        <label for="name">姓名</label>
        <input
          id="name"
          name="name"
          value={name ?? ''}
          autocomplete="username"
          required
          maxlength={60}
          aria-describedby={problem ? 'problem' : undefined}
        />
        <label for="password">密码</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          maxlength={1024}
        />
        <button class="primary" type="submit">
          登录
        </button>
      </form>
      <p class="soft">没有账号？请有账号的同事在「同事」页生成一个邀请链接。</p>
    </DoorFrame>
  )
}

function sentence({ kind, seconds = 1 }: SignInProblem): string {
  switch (kind) {
    case 'no-match':
      return '姓名或密码不对，请再试一次。'
    case 'wait':
      return `前几次都没对上，请等 ${waitName(seconds)} 再试。账号没有被锁住。`
    case 'signed-out':
      return '您已退出。'
    case 'changed':
      return '密码换好了，请用新密码登录。'
    case 'idle':
      return '请先登录。离开超过 30 分钟会自动退出。'
  }
}

const isGood = ({ kind }: SignInProblem) => kind === 'signed-out' || kind === 'changed'

const waitName = (seconds: number) =>
  seconds < 90 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`
