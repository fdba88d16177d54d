import { resolve } from 'node:path'
import loadHighs from 'highs'
import type { InventedRelease } from './invented-round.ts'
import { type Fact, type Knowledge, knowledgeOf } from './knowledge.ts'

export interface Attack {
  /** Small counts that are not told, and small differences between releases. */
  secrets: number
  /** How close the best-known secret of all was worked out: its interval, or k where that is at least as wide. */
  narrowest: number
  /** Which that was. */
  weakest: string
}

// Built into one file, as for the bench, it would not find what it needs beside itself.
const solver = loadHighs({ locateFile: (file) => resolve('tests/node_modules/highs/build', file) })

/**
 * Works out every small number as closely as an exact solver can. All that is possible at once is one world
 * the stranger cannot rule out, so each answer of the solver widens what is left open of many numbers; only
 * those of which nothing that wide was seen are asked for one by one.
 */
export async function attack(releases: readonly InventedRelease[], k: number): Promise<Attack> {
  const highs = await solver
  const known = knowledgeOf(releases)
  const result: Attack = { secrets: 0, narrowest: k, weakest: '' }
  const secrets = [...known.secrets].filter((name) => {
    const value = known.truth.get(name) ?? 0
    return value > 0 && value < k
  })
  result.secrets = secrets.length
  for (const name of secrets.filter((secret) => known.told.has(secret))) {
    result.narrowest = 0
    result.weakest = name
  }
  for (const { names, text } of modelsOf(known)) {
    const least = new Map(names.map((name) => [name, known.truth.get(name) ?? 0]))
    const most = new Map(least)
    const width = (name: string) => (most.get(name) ?? 0) - (least.get(name) ?? 0)
    const ask = (sense: 'Minimize' | 'Maximize', goals: readonly string[]) => {
      if (goals.length === 0) return
      const bounds = goals.map((name) => `${name} <= ${(known.truth.get(name) ?? 0) + k}`)
      const solved = highs.solve(
        `${sense}\n obj: ${goals.join(' + ')}\nSubject To\n${text}\nBounds\n${bounds.join('\n')}\nEnd`,
        { output_flag: false },
      )
      if (solved.Status !== 'Optimal') throw new Error(`${solved.Status} for ${goals}`)
      for (const [name, column] of Object.entries(solved.Columns)) {
        const value = 'Primal' in column ? column.Primal : 0
        least.set(name, Math.min(least.get(name) ?? value, value))
        most.set(name, Math.max(most.get(name) ?? value, value))
      }
    }
    const mine = secrets.filter((name) => least.has(name))
    const narrow = () => mine.filter((name) => width(name) < k - 1e-6)
    for (let left = narrow(), before = left.length + 1; left.length > 1 && left.length < before; ) {
      ask('Maximize', left)
      ask('Minimize', narrow())
      before = left.length
      left = narrow()
    }
    for (const name of narrow()) {
      for (const sense of ['Maximize', 'Minimize'] as const)
        if (width(name) < k - 1e-6) ask(sense, [name])
    }
    for (const name of narrow()) {
      if (width(name) >= result.narrowest) continue
      result.narrowest = width(name)
      result.weakest = name
    }
  }
  return result
}

/** Numbers that are not told and hang together, with their linear program. */
function modelsOf({ facts, truth, told }: Knowledge): { names: string[]; text: string }[] {
  const groupOf = new Map<string, { names: string[]; facts: Fact[] }>()
  for (const fact of facts.map((one) => withoutTold(one, truth, told))) {
    const names = [...fact.terms.keys()]
    if (names.length === 0) continue
    const groups = [...new Set(names.flatMap((name) => groupOf.get(name) ?? []))]
    const largest = groups.sort((a, b) => b.names.length - a.names.length)[0]
    const joined = largest ?? { names: [], facts: [] }
    joined.facts.push(fact)
    const add = (name: string) => {
      joined.names.push(name)
      groupOf.set(name, joined)
    }
    for (const group of groups) {
      if (group === joined) continue
      joined.facts.push(...group.facts)
      group.names.forEach(add)
    }
    names.filter((name) => !groupOf.has(name)).forEach(add)
  }
  return [...new Set(groupOf.values())].map((group) => ({
    names: group.names,
    text: [...new Set(group.facts.map(write))].join('\n'),
  }))
}

function withoutTold({ terms, value }: Fact, truth: Knowledge['truth'], told: Knowledge['told']) {
  const left = new Map<string, number>()
  let rest = value
  for (const [name, factor] of terms) {
    if (told.has(name)) rest -= factor * (truth.get(name) ?? 0)
    else left.set(name, factor)
  }
  return { terms: left, value: rest }
}

function write({ terms, value }: Fact): string {
  const sum = [...terms].map(([name, factor]) => `${factor < 0 ? '-' : '+'} ${name}`)
  return `${sum.join(' ')} = ${value}`
}
