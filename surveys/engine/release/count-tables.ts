import type { Edition, Question } from '../definition.ts'
import { countedOptions, type QuestionTally } from '../tally.ts'
import { bordaOf } from '../tally-rank.ts'
import type { CountLine, CountTable } from './count-table.ts'
import { shownToOf } from './shown-to.ts'

/** What one group answered; everybody comes first and is called `all`. */
export interface GroupTally {
  group: string
  people: number
  tallied: QuestionTally
}

/** The option that stands for "don't know" in a scale’s table. */
const dontKnow = '?'

/**
 * The tables behind one question, one for each row where it has rows; none for a note. Days and numbers are
 * options of their own, `step` names what a day stands for. Rankings are told by who was put first, stickers
 * by who gave any, all that is drawn or written by how many did.
 */
export function countTables(
  question: Question,
  edition: Edition,
  tallies: readonly GroupTally[],
  step = 'day',
): CountTable[] {
  const shownTo = shownToOf(question, edition)
  const table = (
    key: string,
    kind: CountTable['kind'],
    options: string[],
    lineOf: LineOf,
  ): CountTable[] => {
    const lines = tallies.map(({ tallied, ...group }) => ({ ...group, ...lineOf(tallied) }))
    return [{ key, kind, options, shownTo, lines }]
  }
  const first = tallies[0]?.tallied
  switch (first?.kind) {
    case 'choice': {
      const options = countedOptions(question, edition).map(({ id }) => id)
      const isScale = question.kind === 'scale'
      return table(
        question.id,
        question.kind === 'multiple' && question.max !== 1 ? 'picks' : 'parts',
        isScale ? [...options, dontKnow] : options,
        (tallied) => {
          if (tallied.kind !== 'choice') return nobody
          const { shown, answered, counts, dontKnow: unsure } = tallied
          return { shown, answered, counts: isScale ? [...counts, unsure] : counts }
        },
      )
    }
    case 'rows':
      return first.rows.flatMap(({ id, counts }) =>
        table(
          `${question.id}.${id}`,
          'parts',
          counts.map((_, at) => `${at}`),
          (tallied) => {
            const row =
              tallied.kind === 'rows' ? tallied.rows.find((one) => one.id === id) : undefined
            return row ?? nobody
          },
        ),
      )
    case 'number':
    case 'date': {
      const values = [...valuesOf(first).keys()]
      return table(
        question.id,
        'parts',
        values.map((value) => `${step}${value}`),
        (tallied) => ({
          ...askedOf(tallied),
          counts: values.map((value) => valuesOf(tallied).get(value) ?? 0),
        }),
      )
    }
    case 'rank': {
      const options = first.options.map(({ id }) => id)
      return table(question.id, 'parts', [...options], (tallied) => ({
        ...askedOf(tallied),
        counts: tallied.kind === 'rank' ? bordaOf(tallied).map((one) => one.first) : [],
      }))
    }
    case 'budget': {
      const options = first.options.map(({ id }) => id)
      return table(question.id, 'picks', options, (tallied) => ({
        ...askedOf(tallied),
        counts:
          tallied.kind === 'budget'
            ? tallied.options.map(({ people: [none = 0] }) => tallied.answered - none)
            : [],
      }))
    }
    case 'text':
    case 'pin':
      return table(question.id, 'parts', ['answered'], (tallied) => {
        const asked = askedOf(tallied)
        return { ...asked, counts: [asked.answered] }
      })
    case 'note':
    case undefined:
      return []
  }
}

type LineOf = (tallied: QuestionTally) => Pick<CountLine, 'shown' | 'answered' | 'counts'>

const nobody = { shown: 0, answered: 0, counts: [] }

function askedOf(tallied: QuestionTally): { shown: number; answered: number } {
  return 'shown' in tallied ? { shown: tallied.shown, answered: tallied.answered } : nobody
}

function valuesOf(tallied: QuestionTally): ReadonlyMap<number, number> {
  if (tallied.kind === 'number') return tallied.values
  return tallied.kind === 'date' ? tallied.days : new Map()
}
