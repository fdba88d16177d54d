import { type Channel, channels } from './answers.ts'
import type { Column } from './column.ts'
import type { Columns } from './columns.ts'
import type { Edition } from './definition.ts'
import type { Selected } from './histogram.ts'
import { questionsOf } from './questions.ts'
import { allOptions } from './visibility.ts'

/** Which responses a page is about; every part that is given must hold. */
export interface Filter {
  mailboxNumbers?: readonly number[] | undefined
  channel?: Channel | undefined
  /** First and last day, both included, in days since 1970. */
  from?: number | undefined
  to?: number | undefined
  /** Picked this option in a single, scale or multiple question. */
  is?: readonly { question: string; option: string }[] | undefined
}

/** Marks the responses a filter lets through. What it does not know lets nobody through. */
export function select(edition: Edition, { count, columns }: Columns, filter: Filter): Selected {
  const selected = new Uint8Array(count).fill(1)
  const column = (key: string) => columns.get(key) ?? new Uint8Array(count)
  const { mailboxNumbers, channel, from, to } = filter
  if (mailboxNumbers) keepListed(selected, column('@mailbox'), mailboxNumbers)
  if (channel !== undefined) keepListed(selected, column('@channel'), [channels.indexOf(channel)])
  if (from !== undefined || to !== undefined) {
    keepBetween(selected, column('@day'), from ?? 0, to ?? Number.POSITIVE_INFINITY)
  }
  for (const { question: id, option } of filter.is ?? []) {
    const question = questionsOf(edition).get(id)
    const place = question ? allOptions(question, edition).findIndex((o) => o.id === option) : -1
    if (place < 0 || !columns.has(id)) selected.fill(0)
    else if (question?.kind === 'multiple') keepPicked(selected, column(id), place + 1)
    else keepListed(selected, column(id), [place + 2])
  }
  return selected
}

// Without a branch for each response: whether it is wanted is looked up, not decided.
function keepListed(selected: Selected, column: Column, values: readonly number[]): void {
  const size = Math.max(column instanceof Uint8Array ? 256 : 4096, ...values.map((v) => v + 1))
  const wanted = new Uint8Array(size)
  for (const value of values) if (value >= 0) wanted[value] = 1
  for (let i = 0; i < column.length; i++) {
    selected[i] = (selected[i] as number) & (wanted[column[i] as number] as number)
  }
}

function keepBetween(selected: Selected, column: Column, from: number, to: number): void {
  for (let i = 0; i < column.length; i++) {
    if ((column[i] as number) < from || (column[i] as number) > to) selected[i] = 0
  }
}

function keepPicked(selected: Selected, column: Column, bit: number): void {
  for (let i = 0; i < column.length; i++) {
    selected[i] = (selected[i] as number) & ((column[i] as number) >>> bit)
  }
}
