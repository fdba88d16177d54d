import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { momentName } from '../names.ts'

interface ClosurePageProps {
  place: DeskPlace
  consultation: { id: string; title: string; closesAt: number }
}

/** Closing early cannot be taken back, so it is asked once more. */
export function ClosurePage({ place, consultation }: ClosurePageProps) {
  return (
    <DeskFrame place={place} title="结束征询">
      <h1>现在结束「{consultation.title}」？</h1>
      <p>原定 {momentName(consultation.closesAt)} 截止。结束以后不能再打开。</p>
      <p>
        已经在填的居民不会白填：十四天内寄到的答卷仍然收下，并标为「迟到」。邮筒的二维码会改为显示结果。
      </p>
      <form method="post" action={`/desk/c/${consultation.id}/closure`} class="buttons">
        <button class="danger" type="submit">
          结束征询
        </button>
        <a href="/desk">先不结束</a>
      </form>
    </DeskFrame>
  )
}
