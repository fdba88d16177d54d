import { registerSuggestions } from './register-suggestions.ts'
import type { Store } from './store.ts'
import { joinLeads, leadsOf, withLeads } from './suggestion-leads.ts'

/** How far the suggestions of a consultation have come; counts of suggestions, never of people. */
export interface SuggestionFigures {
  received: number
  registered: number
  answered: number
  /** Handled with the same one that somebody else made. */
  together: number
  /** By the category on the card, the most frequent first; only what has one. */
  categories: { category: string; received: number; answered: number }[]
  /** By what became of them. */
  outcomes: Record<string, number>
}

/** The figures of the report, of every suggestion that has come so far. */
export async function suggestionFigures(
  store: Store,
  consultation: string,
): Promise<SuggestionFigures> {
  await registerSuggestions(store, consultation)
  const { rows } = await store.read(
    `${withLeads} SELECT coalesce(own.category, k.category) AS category, k.outcome,
      k.number IS NOT NULL AS registered, e.replied_at IS NOT NULL AS answered,
      e.response_id <> s.response_id AS together, count(*) AS n
      FROM suggestions s ${joinLeads} WHERE s.consultation_id = ?2 GROUP BY 1, 2, 3, 4, 5`,
    [await leadsOf(store, consultation), consultation],
  )
  const figures: SuggestionFigures = {
    ...{ received: 0, registered: 0, answered: 0, together: 0, categories: [], outcomes: {} },
  }
  const categories = new Map<string, SuggestionFigures['categories'][number]>()
  for (const row of rows) {
    const n = Number(row.n)
    const answered = row.answered ? n : 0
    figures.received += n
    figures.registered += row.registered ? n : 0
    figures.answered += answered
    figures.together += row.together ? n : 0
    const outcome = String(row.outcome ?? '')
    if (outcome) figures.outcomes[outcome] = (figures.outcomes[outcome] ?? 0) + n
    const category = String(row.category ?? '')
    if (!category) continue
    const one = categories.get(category) ?? { category, received: 0, answered: 0 }
    categories.set(category, {
      ...{ category, received: one.received + n, answered: one.answered + answered },
    })
  }
  figures.categories = [...categories.values()].sort((a, b) => b.received - a.received)
  return figures
}
