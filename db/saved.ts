import type { Store } from './store.ts'

/** What is known of a submission by its id, even after its response was deleted. */
export async function findSaved(
  store: Store,
  id: string,
): Promise<{ sha256: string; locator: string } | undefined> {
  const { rows } = await store.read(
    `SELECT sha256, locator FROM responses WHERE id = ?
     UNION ALL SELECT sha256, locator FROM tombstones WHERE id = ?`,
    [id, id],
  )
  return rows[0] && { sha256: String(rows[0].sha256), locator: String(rows[0].locator) }
}
