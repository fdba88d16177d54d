import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { momentName } from '../names.ts'
import { EditionsTable } from './editions-table.tsx'
import type { OfferedTemplate } from './offered.ts'

interface OpeningsPageProps {
  place: DeskPlace
  templates: OfferedTemplate[]
}

/** The consultations that can be opened, and what each would ask. */
export function OpeningsPage({ place, templates }: OpeningsPageProps) {
  return (
    <DeskFrame place={place} title="新开一次征询">
      <header class="headline">
        <h1>新开一次征询</h1>
        <p class="standfirst">先看看每一份问什么、要多久。打开以后题目就定下来，不再改。</p>
      </header>
      {templates.map((template) => (
        <section class="chapter">
          <h2>{template.title}</h2>
          <p>{template.background}</p>
          <EditionsTable template={template} />
          <Way template={template} />
        </section>
      ))}
    </DeskFrame>
  )
}

function Way({ template: { id, title, state, closesAt = 0 } }: { template: OfferedTemplate }) {
  switch (state) {
    case 'new':
      return (
        <p class="on-screen">
          <a class="button" href={`/desk/openings/${id}`} aria-label={`准备打开「${title}」`}>
            准备打开…
          </a>
        </p>
      )
    case 'open':
      return (
        <p class="soft">
          正在征询，{momentName(closesAt)} 截止。<a href={`/desk#${id}`}>去看看来了多少</a>
        </p>
      )
    case 'ended':
      return (
        <p class="soft">
          已经开过，{momentName(closesAt)} 结束。同一份不能再开第二次：答卷和结果
          <a href={`/desk#${id}`}>都还在</a>。
        </p>
      )
  }
}
