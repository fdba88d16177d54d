import { type Answer, type Channel, channels } from './answers.ts'
import { type Column, maskColumn } from './column.ts'
import { writerOf } from './column-writers.ts'
import type { Edition, Question } from './definition.ts'
import { pinKeys } from './pin-cells.ts'
import { questionsOf } from './questions.ts'
import { journey } from './visibility.ts'

/**
 * Responses to one version, turned on their side: one typed array per question.
 *
 * - `Q1` single, scale; `K8.garden` a row or a pair: 0 not shown, 1 shown and skipped, 2 + i option i
 * - `Q6` multiple: bit 0 shown, bit i + 1 option i
 * - `Q9` number, date, text, drawing, photo: 0 not shown, 1 skipped, 2 answered; the number itself, or
 *   the days since 1970, in `Q9#`
 * - `Q9.a` rank, an option: 0 not shown, 1 skipped, 2 + i on place i, 2 + n + r left out by somebody who
 *   ranked r of the n options; budget, an option: 0 not shown, 1 skipped, 2 + stickers
 * - `Q9` pin: 0 not shown, 1 skipped, 2 + pins; `Q9.1` and on, a pin: 0 none, 1 + its cell, and 768 more
 *   for each category before its own
 * - `@seq` `@day` `@mailbox` `@channel`: where it stands, days since 1970, mailbox number or 0, channel
 */
export interface Columns {
  count: number
  columns: Map<string, Column>
  /** The same in all that were taken from columns which only grow: the first rows of one are those of the others. */
  grown?: object
}

/** One response as columns are made of it. */
export interface ColumnRow {
  seq: number
  /** Days since 1970-01-01 by the clock of Shanghai. */
  day: number
  /** 0 where the response came without a mailbox. */
  mailboxNumber: number
  channel: Channel
  /** Kept answers, as `checkAnswers` gave them. */
  answers: Record<string, Answer>
}

/** Turns kept answers into columns. What was shown is worked out again, by the same walk as ever. */
export function encodeColumns(edition: Edition, rows: readonly ColumnRow[]): Columns {
  const result = emptyColumns(edition, rows.length)
  const column = (key: string) => result.columns.get(key) ?? new Float64Array(rows.length)
  const [seq, day, mailbox, channel] = ['@seq', '@day', '@mailbox', '@channel'].map(column)
  if (!seq || !day || !mailbox || !channel) return result
  const writers = new Map(
    [...questionsOf(edition).values()].map((question) => [
      question.id,
      writerOf(question, edition, column),
    ]),
  )
  rows.forEach((row, i) => {
    seq[i] = row.seq
    day[i] = row.day
    mailbox[i] = row.mailboxNumber
    channel[i] = channels.indexOf(row.channel)
    for (const step of journey(edition, { answers: row.answers, others: {} })) {
      writers.get(step.question.id)?.(i, step.answer)
    }
  })
  return result
}

/** Lays columns of the same version end to end. */
export function concatColumns(parts: readonly Columns[]): Columns {
  const filled = parts.filter((part) => part.count > 0)
  const [first] = filled.length > 0 ? filled : parts
  if (!first || filled.length === 1) return first ?? { count: 0, columns: new Map() }
  const count = filled.reduce((sum, part) => sum + part.count, 0)
  const columns = new Map<string, Column>()
  for (const [key, sample] of first.columns) {
    const whole = emptyLike(sample, count)
    let at = 0
    for (const part of filled) {
      const column = part.columns.get(key)
      if (column) whole.set(column, at)
      at += part.count
    }
    columns.set(key, whole)
  }
  return { count, columns }
}

/** Columns for this many responses, all of them zero: nothing shown. */
export function emptyColumns(edition: Edition, count: number): Columns {
  const columns = new Map<string, Column>([
    ['@seq', new Float64Array(count)],
    ['@day', new Uint32Array(count)],
    ['@mailbox', new Uint32Array(count)],
    ['@channel', new Uint8Array(count)],
  ])
  for (const question of questionsOf(edition).values()) {
    for (const [key, column] of columnsOfQuestion(question, count)) columns.set(key, column)
  }
  return { count, columns }
}

/** The columns a question fills, by their keys, all of them zero. */
export function columnsOfQuestion(question: Question, count: number): [string, Column][] {
  const { id } = question
  const codes = (key: string): [string, Column] => [key, new Uint8Array(count)]
  const pins = (key: string): [string, Column] => [key, new Uint16Array(count)]
  switch (question.kind) {
    case 'single':
    case 'scale':
    case 'consent':
    case 'text':
    case 'drawing':
    case 'photo':
      return [codes(id)]
    case 'multiple':
      return [[id, maskColumn(question.options.length, count)]]
    case 'number':
    case 'date':
      return [codes(id), [`${id}#`, new Float64Array(count)]]
    case 'matrix':
      return question.rows.map((row) => codes(`${id}.${row.id}`))
    case 'pair':
      return question.pairs.map((pair) => codes(`${id}.${pair.id}`))
    case 'rank':
    case 'budget':
      return question.options.map((option) => codes(`${id}.${option.id}`))
    case 'pin':
      return [codes(id), ...pinKeys(question).map(pins)]
    case 'note':
      return []
  }
}

/** A column of the same type for so many, all zero. */
export function emptyLike(sample: Column, count: number): Column {
  if (sample instanceof Uint8Array) return new Uint8Array(count)
  if (sample instanceof Uint16Array) return new Uint16Array(count)
  if (sample instanceof Uint32Array) return new Uint32Array(count)
  return new Float64Array(count)
}
