import type { Answer } from './answers.ts'
import type { Column } from './columns.ts'
import type { Edition, Question } from './definition.ts'
import { picked } from './holds.ts'
import { allOptions } from './visibility.ts'

type Writer = (i: number, answer: Answer | undefined) => void

/** How the answers to a question are put into its columns. */
export function writerOf(
  question: Question,
  edition: Edition,
  column: (key: string) => Column,
): Writer {
  switch (question.kind) {
    case 'single':
    case 'scale':
      return codeWriter(column(question.id), allOptions(question, edition))
    case 'multiple':
      return maskWriter(column(question.id), question.options)
    case 'matrix':
      return rowWriter(
        question.rows.map((row) => [
          row.id,
          codeWriter(column(`${question.id}.${row.id}`), question.options),
        ]),
      )
    case 'pair':
      return rowWriter(
        question.pairs.map((pair) => [
          pair.id,
          codeWriter(column(`${question.id}.${pair.id}`), pair.options),
        ]),
      )
    case 'number':
      return numberWriter(column(question.id), column(`${question.id}#`))
    case 'text':
      return (i, answer) => {
        column(question.id)[i] = answer === undefined ? 1 : 2
      }
    case 'note':
      return () => {}
  }
}

function codeWriter(column: Column, options: readonly { id: string }[]): Writer {
  const codes = new Map<unknown, number>(options.map((option, i) => [option.id, i + 2]))
  return (i, answer) => {
    column[i] = codes.get(answer) ?? 1
  }
}

function maskWriter(column: Column, options: readonly { id: string }[]): Writer {
  const bits = new Map(options.map((option, i) => [option.id, 2 << i]))
  return (i, answer) => {
    column[i] = picked(answer).reduce((mask, id) => mask | (bits.get(id) ?? 0), 1)
  }
}

function rowWriter(rows: readonly [string, Writer][]): Writer {
  return (i, answer) => {
    const given = typeof answer === 'object' && !Array.isArray(answer) ? answer : {}
    for (const [id, write] of rows) write(i, given[id])
  }
}

function numberWriter(states: Column, numbers: Column): Writer {
  return (i, answer) => {
    states[i] = typeof answer === 'number' ? 2 : 1
    numbers[i] = typeof answer === 'number' ? answer : 0
  }
}
