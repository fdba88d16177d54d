import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'

interface AccessPageProps {
  place: DeskPlace
  consultation: { title: string }
  title: string
  /** What opens: 孩子的画和照片. */
  what: string
  /** Where the purpose is sent. */
  action: string
  problem: boolean
}

/** Before what children sent is shown: what for, once a day, written down for the yearly audit. */
export function AccessPage(props: AccessPageProps) {
  const { place, consultation, title, what, action, problem } = props
  return (
    <DeskFrame place={place} title={title}>
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>{title}</h1>
        <p class="standfirst">
          {what}属于敏感个人信息。每天第一次打开之前请写明用途，这次查看会记入操作记录，供年度审计。
        </p>
      </header>
      {problem && (
        <p class="problem" role="alert" id="purpose-problem">
          请写明用途，至少 4 个字。
        </p>
      )}
      <form method="post" action={action} class="stacked">
        <label for="purpose">用途</label>
        <input
          id="purpose"
          name="purpose"
          maxlength={100}
          required
          aria-invalid={problem || undefined}
          aria-describedby={problem ? 'purpose-problem' : undefined}
        />
        <button class="primary" type="submit">
          记下来，打开
        </button>
      </form>
    </DeskFrame>
  )
}
