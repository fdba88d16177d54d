import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { FileLink } from '../file-link.tsx'
import { audienceName } from '../names.ts'
import { ResultFigure } from './result-figure.tsx'
import { notToldMeans, type ResultTable } from './result-table.ts'
import { NotAVote } from './results-page.tsx'

interface TopicsPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  topics: readonly TopicTables[]
  path: string
}

/** What both editions say to one topic. */
export interface TopicTables {
  id: string
  title: string
  adult: ResultTable[]
  child: ResultTable[]
}

/** The same matter asked of adults and of children, beside each other. Two bases, never one sum. */
export function TopicsPage({ place, consultation, topics, path }: TopicsPageProps) {
  return (
    <DeskFrame place={place} title="大人孩子对照" wide>
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>大人孩子对照</h1>
        <p class="standfirst">
          两份问卷里问同一件事的题。大人和孩子的人数、问法都不同，所以并排看，不相加，也不互相抵消。
        </p>
        <NotAVote>{notToldMeans}</NotAVote>
      </header>
      {topics.length === 0 && <p class="empty">这次征询没有两份问卷共有的议题。</p>}
      {topics.map((topic) => (
        <TopicBesides topic={topic} />
      ))}
      {topics.length > 0 && <FileLink href={path} />}
    </DeskFrame>
  )
}

/** Adults on the left, children on the right. */
export function TopicBesides({ topic: { id, title, adult, child } }: { topic: TopicTables }) {
  return (
    <section class="chapter" id={id}>
      <h2>{title}</h2>
      <div class="side-by-side">
        <Side heading={audienceName('adult')} tables={adult} />
        <Side heading={audienceName('child')} tables={child} />
      </div>
    </section>
  )
}

function Side({ heading, tables }: { heading: string; tables: ResultTable[] }) {
  return (
    <div>
      <p class="side-name">{heading}</p>
      {tables.map((table) => (
        <ResultFigure table={table} />
      ))}
    </div>
  )
}
