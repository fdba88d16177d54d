import loadHighs from 'highs'
import type { CountLine, ToldTable } from '../../../../surveys/engine/release/count-table.ts'
import type { InventedRelease } from './invented-round.ts'

export interface Attack {
  /** Small counts that are not told, and small differences between releases. */
  protectedCounts: number
  /** How close the best-protected secret of all was worked out: the narrowest interval. */
  narrowest: number
  /** Small counts that were told outright. */
  told: number
}

/**
 * Everything a stranger knows, as a linear program for an exact solver: each number on any page of any
 * release, what adds up to what, that there are no fewer than no people, and even which numbers grew.
 * Written from what a page says, not from how it was protected.
 */
export async function attack(releases: readonly InventedRelease[], k: number): Promise<Attack> {
  const highs = await loadHighs()
  let protectedCounts = 0
  let narrowest = Number.POSITIVE_INFINITY
  let told = 0
  // Questions that nothing links are worked on apart, which is the same and quicker.
  for (const keys of [['single', 'follow'], ['scale'], ['row'], ['picks']]) {
    const model = modelOf(releases, keys)
    const secrets = [...model.truth].filter(([, value]) => value > 0 && value < k)
    for (const [name] of secrets) {
      if (model.known.has(name)) {
        told++
        narrowest = 0
        continue
      }
      const [least, most] = (['Minimize', 'Maximize'] as const).map((sense) => {
        const solved = highs.solve(
          `${sense}\n obj: ${name}\nSubject To\n${model.rows.join('\n')}\nEnd`,
        )
        if (solved.Status === 'Unbounded') return Number.POSITIVE_INFINITY
        if (solved.Status !== 'Optimal') throw new Error(`${solved.Status} for ${name}`)
        return solved.ObjectiveValue
      })
      narrowest = Math.min(narrowest, (most ?? 0) - (least ?? 0))
    }
    protectedCounts += secrets.length
  }
  return { protectedCounts, narrowest, told }
}

interface Model {
  rows: string[]
  truth: Map<string, number>
  known: Set<string>
}

function modelOf(releases: readonly InventedRelease[], keys: readonly string[]): Model {
  const model: Model = { rows: [], truth: new Map(), known: new Set() }
  releases.forEach(({ told, isNew }, release) => {
    for (const [key, table] of told) {
      if (isNew.has(key) && keys.includes(key)) layOut(table, `${key}_${release}`, model)
    }
    if (keys.includes('follow') && isNew.has('follow') && isNew.has('single'))
      follow(told, release, model)
  })
  for (const key of keys) {
    const days = releases.flatMap(({ isNew, told }, release) =>
      isNew.has(key) ? [{ table: told.get(key) as ToldTable, release }] : [],
    )
    days.forEach((one, at) => {
      for (const later of days.slice(at + 1)) growth(key, one, later, model)
    })
  }
  return model
}

function layOut({ counted, told }: ToldTable, table: string, model: Model): void {
  const fact = (name: string, value: number, isTold: boolean | undefined) => {
    model.truth.set(name, value)
    if (!isTold) return
    model.known.add(name)
    model.rows.push(`${name} = ${value}`)
  }
  const lines = told.map(
    ({ group }) => counted.lines.find((line) => line.group === group) as CountLine,
  )
  lines.forEach((line, at) => {
    const [name, said] = [`${table}_${line.group}`, told[at]]
    fact(`${name}_shown`, line.shown, said?.shown)
    fact(`${name}_answered`, line.answered, said?.answered)
    // The page says how many answered the questionnaire; less those who were asked, these were not.
    fact(`${name}_others`, line.people - line.shown, false)
    model.rows.push(`${name}_shown + ${name}_others = ${line.people}`)
    fact(`${name}_skipped`, line.shown - line.answered, false)
    model.rows.push(`${name}_answered + ${name}_skipped - ${name}_shown = 0`)
    line.counts.forEach((count, option) => {
      fact(`${name}_c${option}`, count, said?.counts[option])
      if (counted.kind === 'parts') return
      fact(`${name}_not${option}`, line.answered - count, false)
      model.rows.push(`${name}_c${option} + ${name}_not${option} - ${name}_answered = 0`)
    })
    if (counted.kind === 'parts') {
      const sum = line.counts.map((_, option) => `${name}_c${option}`).join(' + ')
      model.rows.push(`${sum} - ${name}_answered = 0`)
    }
  })
  if (lines.length < 2) return
  const numbers = [
    'shown',
    'answered',
    'skipped',
    ...counted.options.map((_, option) => `c${option}`),
  ]
  for (const number of numbers) {
    const sum = lines.slice(1).map(({ group }) => `${table}_${group}_${number}`)
    model.rows.push(`${sum.join(' + ')} - ${table}_all_${number} = 0`)
  }
}

/** Who was asked the follow-up are those who chose the first option. */
function follow(told: ReadonlyMap<string, ToldTable>, release: number, model: Model): void {
  for (const { group } of told.get('follow')?.told ?? []) {
    const [asked, chose] = [`follow_${release}_${group}_shown`, `single_${release}_${group}_c0`]
    if (model.truth.has(chose)) model.rows.push(`${asked} - ${chose} = 0`)
  }
}

interface Day {
  table: ToldTable
  release: number
}

function growth(key: string, one: Day, later: Day, model: Model): void {
  const numbers = [
    'shown',
    'answered',
    'skipped',
    ...one.table.counted.options.map((_, at) => `c${at}`),
  ]
  for (const { group } of later.table.told) {
    for (const number of numbers) {
      const [old, now] = [one, later].map(({ release }) => `${key}_${release}_${group}_${number}`)
      const before = model.truth.get(old ?? '')
      const after = model.truth.get(now ?? '')
      if (before === undefined || after === undefined) continue
      const name = `d_${key}_${one.release}_${later.release}_${group}_${number}`
      model.truth.set(name, Math.abs(after - before))
      const [small, large] = after < before ? [now, old] : [old, now]
      model.rows.push(`${small} + ${name} - ${large} = 0`)
    }
  }
}
