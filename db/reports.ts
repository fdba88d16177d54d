import { type By, writeAudited } from './audit.ts'
import type { Store } from './store.ts'

/** What staff wrote in place of a paragraph made from the numbers, and what that said then. */
export interface ReportEdit {
  paragraph: string
  written: string
  insteadOf: string
  editedAt: number
  /** The name of who wrote it. */
  editedBy: string
}

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
