import { type Channel, channels } from './answers.ts'
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
  const keep = (key: string, passes: (value: number) => boolean) => {
    const column = columns.get(key)
    if (!column) return selected.fill(0)
    for (let i = 0; i < count; i++) if (!passes(column[i] as number)) selected[i] = 0
    return selected
  }
  const { mailboxNumbers, channel, from, to } = filter
  if (mailboxNumbers) {
    const numbers = new Set(mailboxNumbers)
    keep('@mailbox', (value) => numbers.has(value))
  }
  if (channel !== undefined) {
    const code = channels.indexOf(channel)
    keep('@channel', (value) => value === code)
  }
  if (from !== undefined) keep('@day', (value) => value >= from)
  if (to !== undefined) keep('@day', (value) => value <= to)
  for (const { question: id, option } of filter.is ?? []) {
    const question = questionsOf(edition).get(id)
    const place = question ? allOptions(question, edition).findIndex((o) => o.id === option) : -1
    if (place < 0) selected.fill(0)
    else if (question?.kind === 'multiple') keep(id, (mask) => (mask & (2 << place)) !== 0)
    else keep(id, (code) => code === place + 2)
  }
  return selected
}
