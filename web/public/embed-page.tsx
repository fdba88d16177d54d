import { Document } from '../document.tsx'
import { MailboxMark } from '../drawings/mailbox.tsx'
import type { Reader } from '../resident/reader.ts'
import { residentStyle } from '../resident/style.ts'
import { words } from '../words/words.ts'
import { resultsStyle } from './public-style.ts'
import { dayTeller, QuestionCard } from './question-card.tsx'
import { highlighted, leavesOut } from './released.ts'
import { resultsAddress, type Shown } from './released-page.tsx'
import { Hatching } from './share-bar.tsx'

interface EmbedPageProps {
  reader: Reader
  shown: Shown
}

/** The results told first, to stand in a frame on somebody else’s page: no script, no form, one way out. */
export function EmbedPage({ reader, shown }: EmbedPageProps) {
  const { released: w, name } = words(reader.locale)
  const { released } = shown
  const day = dayTeller(reader.locale)
  const first = highlighted(released)
  return (
    <Document
      title={`${released.title} · ${name}`}
      locale={reader.locale}
      style={[residentStyle, resultsStyle]}
      demo={reader.demo}
      bodyClass="results embedded"
    >
      <main id="main">
        <Hatching />
        <p class="brand">
          <MailboxMark />
          <span>
            {name} <small>{w.counted(day(released.takenAt))}</small>
          </span>
        </p>
        <h1 lang="zh-CN">{released.title}</h1>
        <h2 class="unseen">{w.first}</h2>
        {first.map(({ edition, question }) => (
          <QuestionCard
            id={`${edition.audience}-${question.table.id}`}
            {...{ w, question, takenAt: released.takenAt, day }}
          />
        ))}
        {leavesOut(first.map(({ question }) => question)) && <p class="fine">{w.untoldMeans}</p>}
        <p class="not-a-vote">
          <b>{w.notVote}</b>
        </p>
        <p>
          <a class="go" href={resultsAddress(reader, shown, '')} target="_blank" rel="noopener">
            {w.allResults}
          </a>
        </p>
      </main>
    </Document>
  )
}
