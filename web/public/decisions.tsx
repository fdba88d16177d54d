import type { Locale } from '../../surveys/engine/text.ts'
import { dateWords, dayWords } from '../dates.ts'
import { said, tongue } from '../resident/said.tsx'
import { words } from '../words/words.ts'
import { type Decided, inOrder, type ToldFinding } from './decided.ts'

interface DecisionsProps {
  locale: Locale
  decisions: readonly Decided[]
}

/** From what people said to what was decided, why, and how far it has come; what will be done stands first. */
export function Decisions({ locale, decisions }: DecisionsProps) {
  return (
    <ul class="decisions">
      {inOrder(decisions).map((decided) => (
        <li class={decided.verdict}>
          <Decision locale={locale} decided={decided} />
        </li>
      ))}
    </ul>
  )
}

/** The chain of one decision: what matters to everybody at once, the rest folded. */
function Decision({ locale, decided }: { locale: Locale; decided: Decided }) {
  const { decided: w } = words(locale)
  const { title, verdict, decision, reason, unit, dueOn, progress, findings, action } = decided
  const [first, ...others] = findings
  const next = [unit, dueOn && progress !== 'done' && w.by(dayWords(dueOn, locale))]
  return (
    <>
      <p class="outcome">
        <b>{w.verdict[verdict]}</b>
        {verdict !== 'not' && <span>{w.progress[progress]}</span>}
      </p>
      <div class="chain">
        <h3 lang="zh-CN">{title}</h3>
        {first && <Cited locale={locale} finding={first} />}
        <Said lead={w.decision} text={decision} />
        <Said lead={w.because} text={reason} />
        <Said lead={w.next} text={action} />
        {next.some(Boolean) && <p class="base">{said(next.filter(Boolean).join(' · '), locale)}</p>}
        <HowFar locale={locale} decided={decided} />
        <details>
          <summary>{w.more}</summary>
          {others.map((finding) => (
            <Cited locale={locale} finding={finding} />
          ))}
          <Said lead={w.options} text={decided.options} />
          <Said
            lead={w.decidedBy}
            text={[decided.decidedBy, decided.decidedOn && dayWords(decided.decidedOn, locale)]
              .filter(Boolean)
              .join(' · ')}
          />
          <p class="base">{w.published(dateWords(decided.publishedAt, locale))}</p>
        </details>
      </div>
    </>
  )
}

/** A finding with the release it stands in, the day it was counted and of how many people; its own sentence says the numbers. */
function Cited({ locale, finding }: { locale: Locale; finding: ToldFinding }) {
  const { decided: w, released } = words(locale)
  const { release, takenAt, title, told } = finding
  if (!told) return <p class="base">{w.takenBack(release)}</p>
  const { sentence, base, people } = told
  const of =
    base === null ? released.baseUntold : released.base(base.toLocaleString('zh-CN'), people)
  return (
    <div class="cited">
      <p>
        {w.heard}
        <span lang="zh-CN">{`「${title}」${sentence}`}</span>
      </p>
      <p class="base">{[w.cited(release, dateWords(takenAt, locale)), of].join(' · ')}</p>
    </div>
  )
}

function HowFar({ locale, decided }: { locale: Locale; decided: Decided }) {
  const { decided: w } = words(locale)
  const { title, progressNote, progressAt, photo } = decided
  return (
    <>
      {progressNote && (
        <Said
          lead={progressAt === null ? '' : w.on(dateWords(progressAt, locale))}
          text={progressNote}
        />
      )}
      {photo && (
        <img
          class="decided-photo"
          src={photo}
          alt={w.photo(title, progressNote)}
          lang={tongue(title, locale)}
          loading="lazy"
          decoding="async"
        />
      )}
    </>
  )
}

function Said({ lead, text }: { lead: string; text: string }) {
  if (!text) return null
  return (
    <p class="said-so">
      {lead}
      <bdi lang="zh-CN">{text}</bdi>
    </p>
  )
}
