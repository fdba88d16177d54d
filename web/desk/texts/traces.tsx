import { tracesIn } from './masks.ts'

/** What may tell who somebody is in a wording that is to be public; nothing where nothing was found. */
export function Traces({ text }: { text: string }) {
  const traces = tracesIn(text)
  if (traces.length === 0) return null
  return <p class="problem">这段写法里有可能认出人的：{traces.join('、')}。</p>
}

/** The same before it is sent, with the tick that sends it as it is: for this very wording, no other. */
export function TracesAgain({ text, isSeen = false }: { text: string; isSeen?: boolean }) {
  if (tracesIn(text).length === 0) return null
  return (
    <div role="alert">
      <Traces text={text} />
      <p>请改掉再提交；不是个人信息的，勾一下下面这一格再提交。</p>
      <label class="tick">
        <input type="checkbox" name="seen" value={text} checked={isSeen} /> 我看过了，这不是个人信息
      </label>
    </div>
  )
}
