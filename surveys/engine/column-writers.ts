import type { Answer } from './answers.ts'
import type { Column } from './column.ts'
import type { Edition, Question, QuestionOf } from './definition.ts'
import { picked } from './picked.ts'
import { pinCode, pinKeys } from './pin-cells.ts'
import { dayOfDate } from './read-date.ts'
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
    case 'consent':
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
    case 'date':
      return dateWriter(column(question.id), column(`${question.id}#`))
    case 'text':
    case 'drawing':
    case 'photo':
      return (i, answer) => {
        column(question.id)[i] = answer === undefined ? 1 : 2
      }
    case 'rank':
      return rankWriter(question.options.map(({ id }) => [id, column(`${question.id}.${id}`)]))
    case 'budget':
      return budgetWriter(question.options.map(({ id }) => [id, column(`${question.id}.${id}`)]))
    case 'pin':
      return pinWriter(question, column(question.id), pinKeys(question).map(column))
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

function rankWriter(options: readonly [string, Column][]): Writer {
  return (i, answer) => {
    const order = picked(answer)
    for (const [id, column] of options) {
      const place = order.indexOf(id)
      const leftOut = order.length === 0 ? 1 : 2 + options.length + order.length
      column[i] = place < 0 ? leftOut : 2 + place
    }
  }
}

function budgetWriter(options: readonly [string, Column][]): Writer {
  return (i, answer) => {
    // A Map, because an object would also answer to the names that every object inherits.
    const given = new Map<string, unknown>(typeof answer === 'object' ? Object.entries(answer) : [])
    for (const [id, column] of options) {
      column[i] = answer === undefined ? 1 : 2 + Number(given.get(id) ?? 0)
    }
  }
}

function pinWriter(question: QuestionOf<'pin'>, states: Column, pins: readonly Column[]): Writer {
  return (i, answer) => {
    const given = Array.isArray(answer) ? answer.filter((one) => typeof one === 'object') : []
    states[i] = given.length === 0 ? 1 : 2 + given.length
    pins.forEach((column, at) => {
      const pin = given[at]
      column[i] = pin ? pinCode(question, pin) : 0
    })
  }
}

function dateWriter(states: Column, days: Column): Writer {
  return (i, answer) => {
    states[i] = typeof answer === 'string' ? 2 : 1
    days[i] = typeof answer === 'string' ? dayOfDate(answer) : 0
  }
}

function numberWriter(states: Column, numbers: Column): Writer {
  return (i, answer) => {
    states[i] = typeof answer === 'number' ? 2 : 1
    numbers[i] = typeof answer === 'number' ? answer : 0
  }
}
