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

/** Runs it several times; the median and how far apart the runs were. */
export async function timed(times: number, run: () => unknown): Promise<Timing> {
  const took: number[] = []
  for (let i = 0; i < times; i++) {
    const started = performance.now()
    await run()
    took.push(performance.now() - started)
  }
  took.sort((a, b) => a - b)
  const at = (share: number) =>
    took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return { median: at(0.5), least: at(0), most: at(1) }
}

export interface Timing {
  median: number
  least: number
  most: number
}

export const range = ({ least, most }: Timing) => `${milliseconds(least)}–${milliseconds(most)}`
