import { resolve } from 'node:path'
import loadHighs from 'highs'

const solver = loadHighs({ locateFile: (file) => resolve('tests/node_modules/highs/build', file) })

/** What a reader knows: numbers of people by name, those that are told, and which of them add up to 0. */
export interface Known {
  truth: ReadonlyMap<string, number>
  told: ReadonlySet<string>
  sums: { total: string; parts: string[] }[]
}

/** The narrowest interval to which any untold count of 1 to k − 1 people can be worked out exactly; k where none is that narrow. */
export async function narrowest({ truth, told, sums }: Known, k: number): Promise<number> {
  const highs = await solver
  const truthOf = (name: string) => truth.get(name) ?? 0
  const equations = sums.flatMap(({ total, parts }) => {
    const terms = [{ name: total, sign: '-' }, ...parts.map((name) => ({ name, sign: '+' }))]
    const open = terms.filter(({ name }) => !told.has(name))
    const known = terms.filter(({ name }) => told.has(name))
    const value = known.reduce(
      (sum, one) => sum - (one.sign === '+' ? 1 : -1) * truthOf(one.name),
      0,
    )
    return open.length === 0
      ? []
      : [`${open.map(({ name, sign }) => `${sign} ${name}`).join(' ')} = ${value}`]
  })
  const secrets = [...truth.keys()].filter((name) => {
    const people = truthOf(name)
    return people > 0 && people < k && equations.some((one) => one.split(' ').includes(name))
  })
  let least = k
  for (const name of [...truth.keys()].filter((one) => told.has(one)))
    if (truthOf(name) > 0 && truthOf(name) < k) least = 0
  for (const name of secrets) {
    const ends = (['Maximize', 'Minimize'] as const).map((sense) => {
      const solved = highs.solve(
        `${sense}\n obj: ${name}\nSubject To\n${equations.join('\n')}\nBounds\n${name} <= ${truthOf(name) + k}\nEnd`,
        { output_flag: false },
      )
      if (solved.Status !== 'Optimal') throw new Error(`${solved.Status} for ${name}`)
      return solved.ObjectiveValue
    })
    least = Math.min(least, (ends[0] ?? 0) - (ends[1] ?? 0))
  }
  return least
}
