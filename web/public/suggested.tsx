import type { Locale } from '../../surveys/engine/text.ts'
import { uses } from '../desk/suggestions/suggested.ts'
import { said } from '../resident/said.tsx'
import { words } from '../words/words.ts'
import type { ReleasedSuggestion } from './released.ts'

interface SuggestedProps {
  locale: Locale
  suggestions: readonly ReleasedSuggestion[]
}

const shownAtOnce = 6

/** The collective answer: what people proposed, and what became of it. The first few at once, the rest folded. */
export function Suggested({ locale, suggestions }: SuggestedProps) {
  const { suggested: w } = words(locale)
  const rest = suggestions.slice(shownAtOnce)
  return (
    <>
      <p class="fine">{w.lead}</p>
      <List locale={locale} suggestions={suggestions.slice(0, shownAtOnce)} />
      {rest.length > 0 && (
        <details class="more-suggested">
          <summary>{w.rest(rest.length)}</summary>
          <List locale={locale} suggestions={rest} />
        </details>
      )}
    </>
  )
}

function List({ locale, suggestions }: SuggestedProps) {
  return (
    <ul class="suggested">
      {suggestions.map((one) => (
        <li id={`suggestion-${one.number}`}>
          <One locale={locale} one={one} />
        </li>
      ))}
    </ul>
  )
}

function One({ locale, one }: { locale: Locale; one: ReleasedSuggestion }) {
  const { suggested: w, receipt } = words(locale)
  const { number, category, wording, people, unit, outcome, adoptedAs, reply } = one
  const came = outcome ? receipt.suggestion.outcome[outcome] : unit ? w.handling : w.waiting
  const told = [came, unit && w.unit(unit), adoptedAs && w.use(uses[adoptedAs])]
  return (
    <>
      <p class="base">
        {w.number(number)}
        {category && <span lang="zh-CN">{` · ${category}`}</span>}
        {people !== null && ` · ${w.people(people.toLocaleString('zh-CN'))}`}
      </p>
      <blockquote lang="zh-CN">
        <bdi>{wording}</bdi>
      </blockquote>
      <p class="came">{said(told.filter(Boolean).join(' · '), locale)}</p>
      {reply && (
        <p class="said-so">
          {w.reply}
          <bdi lang="zh-CN">{reply}</bdi>
        </p>
      )}
    </>
  )
}
