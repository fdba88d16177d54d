import { dateWords } from '../dates.ts'
import { words } from '../words/words.ts'
import { HelpPhone } from './foot.tsx'
import { ResidentPage } from './frame.tsx'
import type { Reader } from './reader.ts'

// The day on which every page was last gone through, by the tests and by hand.
const lastChecked = Date.UTC(2026, 10, 23)

/** 无障碍声明: what works for whom, what does not yet, and the other ways to answer. */
export function AccessibilityPage({ reader }: { reader: Reader }) {
  const w = words(reader.locale).accessibility
  const year = new Date(lastChecked).getUTCFullYear()
  return (
    <ResidentPage reader={reader} title={w.heading}>
      <h1>{w.heading}</h1>
      <p class="lead">{w.lead}</p>
      {w.sections.map(({ heading, lines }) => (
        <section>
          <h2>{heading}</h2>
          <ul>
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      <div class="card">
        <p>
          <b>{w.tell}</b>
        </p>
        <HelpPhone reader={reader} />
        <p class="fine">{w.checked(dateWords(lastChecked, reader.locale), year)}</p>
      </div>
    </ResidentPage>
  )
}
