import { type AuditEntry, writeAudited } from './audit.ts'
import { registerSuggestions } from './register-suggestions.ts'
import type { Store } from './store.ts'
import { joinLeads, leadsOf, withLeads } from './suggestion-leads.ts'

/** What staff wrote in place of a paragraph made from the numbers, and what that said then. */
export interface ReportEdit {
  paragraph: string
  written: string
  insteadOf: string
  editedAt: number
  /** The name of who wrote it. */
  editedBy: string
}

type By = Pick<AuditEntry, 'at' | 'actor'>

/** All edits of a consultation's report, in no particular order. */
export async function listReportEdits(store: Store, consultation: string): Promise<ReportEdit[]> {
  const { rows } = await store.read(
    `SELECT e.paragraph, e.written, e.instead_of, e.edited_at, m.name
      FROM report_edits e LEFT JOIN members m ON m.id = e.edited_by WHERE e.consultation_id = ?`,
    [consultation],
  )
  return rows.map((row) => ({
    paragraph: String(row.paragraph),
    written: String(row.written),
    insteadOf: String(row.instead_of),
    editedAt: Number(row.edited_at),
    editedBy: String(row.name ?? ''),
  }))
}

/**
 * Keeps what staff wrote in place of a paragraph, or of what was written there at that moment `before`. False if
 * by now something else stands there.
 */
export async function saveReportEdit(
  store: Store,
  consultation: string,
  { paragraph, written, insteadOf }: Pick<ReportEdit, 'paragraph' | 'written' | 'insteadOf'>,
  { at, actor }: By,
  before?: number,
): Promise<boolean> {
  const object = `${consultation}/${paragraph}`
  const [kept] = await writeAudited(store, { at, actor, action: 'edit report', object }, [
    {
      sql: `INSERT INTO report_edits
        (consultation_id, paragraph, written, instead_of, edited_at, edited_by)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (consultation_id, paragraph) DO UPDATE SET written = excluded.written,
          instead_of = excluded.instead_of, edited_at = excluded.edited_at,
          edited_by = excluded.edited_by WHERE edited_at = ?`,
      args: [consultation, paragraph, written, insteadOf, at, actor, before ?? null],
    },
  ])
  return kept?.rowsAffected === 1
}

/** Lets a paragraph say again what the numbers say. False if by now something else stands there than was written at that moment. */
export async function dropReportEdit(
  store: Store,
  consultation: string,
  paragraph: string,
  { at, actor }: By,
  before: number,
): Promise<boolean> {
  const object = `${consultation}/${paragraph}`
  const [gone] = await writeAudited(store, { at, actor, action: 'restore report', object }, [
    {
      sql: 'DELETE FROM report_edits WHERE consultation_id = ? AND paragraph = ? AND edited_at = ?',
      args: [consultation, paragraph, before],
    },
  ])
  return gone?.rowsAffected === 1
}

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
