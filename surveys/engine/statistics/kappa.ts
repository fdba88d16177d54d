/**
 * How far two coders agree beyond chance: Cohen (1960), Educational and Psychological Measurement 20, 37–46.
 * `table[i][j]` counts what the first put under i and the second under j. 1 is always; 0 is as by chance.
 * Undefined where chance alone would agree always, or there is nothing.
 */
export function kappa(table: readonly (readonly number[])[]): number | undefined {
  const rows = table.map((row) => sum(row))
  const columns = table.map((_, j) => sum(table.map((row) => row[j] ?? 0)))
  const all = sum(rows)
  if (all === 0) return
  const agreed = sum(table.map((row, i) => row[i] ?? 0)) / all
  const byChance = sum(rows.map((row, i) => row * (columns[i] ?? 0))) / (all * all)
  return byChance === 1 ? undefined : (agreed - byChance) / (1 - byChance)
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
