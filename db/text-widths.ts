import type { Store } from './store.ts'

/** Where a text stands in a stored response: `at` is a JSON path within its answers or its other words. */
export interface TextPath {
  in: 'answers' | 'others'
  at: string
}

// SQLite takes so many result columns and parameters at once that this is far within.
const atOnce = 50

/** The length in bytes of UTF-8 of the longest text at each path, among all responses of a version. */
export async function textWidths(
  store: Store,
  versionId: number,
  paths: readonly TextPath[],
): Promise<number[]> {
  const widths: number[] = []
  for (let from = 0; from < paths.length; from += atOnce) {
    const some = paths.slice(from, from + atOnce)
    const longest = some.map((path) => `max(length(CAST(json_extract(${path.in}, ?) AS BLOB)))`)
    const { rows } = await store.read(
      `SELECT ${longest.join()} FROM responses WHERE version_id = ?`,
      [...some.map(({ at }) => at), versionId],
    )
    widths.push(...some.map((_, at) => Number(rows[0]?.[at] ?? 0)))
  }
  return widths
}
