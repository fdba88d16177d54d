import { dateWords } from '../dates.ts'
import { words } from '../words/words.ts'
import { ResidentPage } from './frame.tsx'
import type { Reader } from './reader.ts'
import { said } from './said.tsx'

// The day on which every page was last gone through, by the tests and by hand.
const lastChecked = Date.UTC(2026, 10, 23)

/** 无障碍声明: what works for whom, what does not yet, and the other ways to answer. */
export function AccessibilityPage({ reader }: { reader: Reader }) {
  const w = words(reader.locale).accessibility
  const { phone } = reader
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
            {phone && heading === w.sections.at(-1)?.heading && (
              <li>{said(w.call(phone), reader.locale)}</li>
            )}
          </ul>
        </section>
      ))}
      <div class="card">
        <p>
          <b>{phone ? w.tell : w.tellThere}</b>
        </p>
        <p class="fine">{w.checked(dateWords(lastChecked, reader.locale), year)}</p>
      </div>
    </ResidentPage>
  )
}
