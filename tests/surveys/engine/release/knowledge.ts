import type { ToldTable } from '../../../../surveys/engine/release/count-table.ts'
import type { InventedRelease } from './invented-round.ts'

/** Σ factor · number = value. */
export interface Fact {
  terms: Map<string, number>
  value: number
}

/** All that a stranger can write down; `truth` is only there to check what was made of it. */
export interface Knowledge {
  facts: Fact[]
  truth: Map<string, number>
  told: Set<string>
  /** Numbers of people that are nobody's business while they are small. */
  secrets: Set<string>
}

/**
 * Everything a stranger knows from all releases: each number on any page, what adds up to what, who is asked
 * what, and even which numbers grew. Written from what pages and questionnaire say, not from how it was
 * protected.
 */
export function knowledgeOf(releases: readonly InventedRelease[]): Knowledge {
  const known: Knowledge = {
    facts: [],
    truth: new Map(),
    told: new Set(),
    secrets: new Set(),
  }
  const seen: { table: ToldTable; release: number }[] = []
  releases.forEach(({ all: tables, published }, release) => {
    const people = published.find(({ counted }) => counted.key === '@people')
    for (const { group, people: all } of tables[0]?.lines ?? []) {
      const [line, told] = [people?.counted.lines[0], people?.told[0]]
      const at = people?.counted.options.indexOf(group) ?? -1
      const isTold = group === 'all' ? told?.shown : told?.counts[at]
      note(`people_${group}_${release}`, all, known, isTold && line !== undefined)
    }
    const groups = tables[0]?.lines.slice(1).map(({ group }) => group) ?? []
    if (groups.length > 0)
      fact(
        [
          [`people_all_${release}`, 1],
          ...groups.map((group): Term => [`people_${group}_${release}`, -1]),
        ],
        known,
      )
    for (const table of published) {
      if (table === people) continue
      layOut(table, release, known)
      seen.push({ table, release })
    }
    // Questions nobody was told of have numbers too, if others follow from them.
    for (const counted of tables) {
      if (!['single', 'picks'].includes(counted.key)) continue
      if (published.some((table) => table.counted.key === counted.key)) continue
      const told = counted.lines.map(({ group, counts }) => ({
        ...{ group, shown: false, answered: false, counts: counts.map(() => false) },
      }))
      layOut({ counted, told }, release, known)
    }
    askedWhom(release, known)
  })
  for (const [at, one] of seen.entries()) {
    for (const later of seen.slice(at + 1)) {
      if (later.table.counted.key === one.table.counted.key) growth(one, later, known)
    }
  }
  return known
}

type Term = [name: string, factor: number]

function note(name: string, value: number, known: Knowledge, isTold = false, isSecret = true) {
  known.truth.set(name, value)
  if (isTold) known.told.add(name)
  if (isSecret) known.secrets.add(name)
}

function fact(terms: readonly Term[], known: Knowledge): void {
  const sum = new Map<string, number>()
  for (const [name, factor] of terms) sum.set(name, (sum.get(name) ?? 0) + factor)
  known.facts.push({ terms: sum, value: 0 })
}

function layOut({ counted, told }: ToldTable, release: number, known: Knowledge): void {
  const nameOf = (group: string, number: string) => `${counted.key}_${group}_${number}_${release}`
  for (const [at, line] of counted.lines.entries()) {
    const said = told[at]
    const name = (number: string) => nameOf(line.group, number)
    note(name('shown'), line.shown, known, said?.shown)
    note(name('answered'), line.answered, known, said?.answered)
    note(name('skipped'), line.shown - line.answered, known)
    note(name('others'), line.people - line.shown, known)
    line.counts.forEach((count, option) => {
      note(name(`c${option}`), count, known, said?.counts[option])
    })
    const counts = line.counts.map((_, option): Term => [name(`c${option}`), -1])
    const people: Term = [`people_${line.group}_${release}`, 1]
    fact([people, [name('shown'), -1], [name('others'), -1]], known)
    fact(
      [
        [name('shown'), 1],
        [name('answered'), -1],
        [name('skipped'), -1],
      ],
      known,
    )
    // The questionnaire says who is asked: here everybody.
    if (!counted.shownTo) fact([[name('others'), 1]], known)
    if (counted.kind === 'parts') fact([[name('answered'), 1], ...counts], known)
    else {
      line.counts.forEach((count, option) => {
        note(name(`not${option}`), line.answered - count, known)
        fact(
          [
            [name('answered'), 1],
            [name(`c${option}`), -1],
            [name(`not${option}`), -1],
          ],
          known,
        )
      })
      // Whoever answered picked at least one.
      const more = line.counts.reduce((sum, count) => sum + count, 0) - line.answered
      note(name('more'), more, known, false, false)
      fact([[name('answered'), 1], [name('more'), 1], ...counts], known)
    }
  }
  const groups = counted.lines.slice(1).map(({ group }) => group)
  if (groups.length === 0) return
  const options = counted.options.map((_, option) => `c${option}`)
  for (const number of ['shown', 'answered', 'skipped', 'others', ...options]) {
    const parts = groups.map((group): Term => [nameOf(group, number), -1])
    fact([[nameOf('all', number), 1], ...parts], known)
  }
}

/** `follow` and `twin` come after the first option of `single`; `both` where neither it nor without the second pick. */
function askedWhom(release: number, known: Knowledge): void {
  for (const name of [...known.truth.keys()]) {
    const [key, group, number, day] = name.split('_')
    if (number !== 'shown' || day !== String(release)) continue
    const at = (other: string, of: string) => `${other}_${group}_${of}_${release}`
    const source = at('single', 'c0')
    if (key === 'follow' && known.truth.has(source))
      fact(
        [
          [name, 1],
          [source, -1],
        ],
        known,
      )
    if (key === 'twin' && known.truth.has(source))
      fact(
        [
          [name, 1],
          [source, -1],
        ],
        known,
      )
    if (key === 'twin' && known.truth.has(at('follow', 'shown')))
      fact(
        [
          [name, 1],
          [at('follow', 'shown'), -1],
        ],
        known,
      )
    if (key !== 'both') continue
    const bounds: [string, string][] = [
      [at('both', 'others'), source],
      [at('picks', 'c1'), name],
    ]
    for (const [large, small] of bounds) {
      const [most, least] = [known.truth.get(large), known.truth.get(small)]
      if (most === undefined || least === undefined) continue
      const rest = `${name}_${large}`
      note(rest, most - least, known, false, false)
      fact(
        [
          [large, 1],
          [small, -1],
          [rest, -1],
        ],
        known,
      )
    }
  }
}

/** Which numbers of tables that were told twice grew, and which shrank: more than a stranger can know. */
function growth(
  one: { table: ToldTable; release: number },
  later: { table: ToldTable; release: number },
  known: Knowledge,
): void {
  const { key, options, lines } = later.table.counted
  for (const { group } of lines) {
    for (const number of ['shown', 'answered', 'skipped', ...options.map((_, at) => `c${at}`)]) {
      const [old, now] = [one, later].map(({ release }) => `${key}_${group}_${number}_${release}`)
      const [before, after] = [known.truth.get(old ?? ''), known.truth.get(now ?? '')]
      if (!old || !now || before === undefined || after === undefined) continue
      const name = `${now}_since_${one.release}`
      note(name, Math.abs(after - before), known)
      const [small, large] = after < before ? [now, old] : [old, now]
      fact(
        [
          [large, 1],
          [small, -1],
          [name, -1],
        ],
        known,
      )
    }
  }
}
