/** Says on a page that looks public that it is not yet. */
export function PreviewBar({ back }: { back: string }) {
  return (
    <p class="preview-bar" role="note" lang="zh-CN">
      这是预览，只有工作人员看得到。<a href={back}>回到工作台</a>
    </p>
  )
}
