/** One measured thing. `holds` says whether an aim was met; timings carry an aim but never fail anything. */
export interface Figure {
  name: string
  value: string
  detail?: string
  holds?: boolean
}

export function printFigures(title: string, figures: Figure[]): void {
  console.log(`\n${title}`)
  const width = Math.max(...figures.map((figure) => figure.name.length))
  for (const { name, value, detail, holds } of figures) {
    const mark = holds === undefined ? ' ' : holds ? '✓' : '✗'
    console.log(`  ${mark} ${name.padEnd(width)}  ${value}${detail ? `   (${detail})` : ''}`)
  }
}

export const amount = (n: number) => Math.round(n).toLocaleString('en')

export const milliseconds = (ms: number) =>
  ms < 10 ? `${ms.toFixed(1)} ms` : ms < 10_000 ? `${amount(ms)} ms` : `${(ms / 1000).toFixed(1)} s`

/** Runs it so often, but no longer than these seconds. */
export async function timed(
  times: number,
  run: () => unknown,
  seconds = Number.POSITIVE_INFINITY,
): Promise<Timing> {
  const took: number[] = []
  const enough = performance.now() + seconds * 1000
  while (took.length === 0 || (took.length < times && performance.now() < enough)) {
    const started = performance.now()
    await run()
    took.push(performance.now() - started)
  }
  return timingOf(took)
}

/** The middle one, the one that 99 of 100 stay below, and how far apart they were. */
export function timingOf(took: readonly number[]): Timing {
  const sorted = [...took].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { median: at(0.5), p99: at(0.99), least: at(0), most: at(1), times: sorted.length }
}

export interface Timing {
  median: number
  p99: number
  least: number
  most: number
  times: number
}

export const range = ({ least, most }: Timing) => `${milliseconds(least)}–${milliseconds(most)}`
