import { type Channel, channels } from './answers.ts'
import type { Column } from './column.ts'
import type { Columns } from './columns.ts'

/** Responses by where and when they came from, under a code for each day, channel and mailbox. */
export type Origins = ReadonlyMap<number, number>

/** When, how and where a response came in. */
export interface Origin {
  /** The date in Shanghai, in days since 1970. */
  day: number
  channel: Channel
  /** 0 where the response came without a mailbox. */
  mailboxNumber: number
}

/** What an origin's code stands for. */
export function originAt(code: number): Origin {
  const dayAndChannel = code % dayChannels
  return {
    day: Math.floor(dayAndChannel / channels.length),
    channel: channels[dayAndChannel % channels.length] ?? 'link',
    mailboxNumber: Math.floor(code / dayChannels),
  }
}

/** How many responses came from each origin, in one pass. */
export function originsOf({ count, columns }: Columns): Origins {
  const found = new Map<number, number>()
  const [days, mailboxes, codes] = ['@day', '@mailbox', '@channel'].map((key) => columns.get(key))
  if (!days || !mailboxes || !codes || count === 0) return found
  // One counter for every day, channel and mailbox there can be: a million responses take milliseconds.
  const [firstDay, lastDay] = rangeOf(days, count)
  const width = rangeOf(mailboxes, count)[1] + 1
  const counters = new Uint32Array((lastDay - firstDay + 1) * channels.length * width)
  for (let i = 0; i < count; i++) {
    const day = (days[i] as number) - firstDay
    const at = (day * channels.length + (codes[i] as number)) * width + (mailboxes[i] as number)
    counters[at] = (counters[at] as number) + 1
  }
  counters.forEach((n, at) => {
    if (n === 0) return
    const dayAndChannel = firstDay * channels.length + Math.floor(at / width)
    found.set((at % width) * dayChannels + dayAndChannel, n)
  })
  return found
}

/** Origins of different responses, as one. */
export function mergeOrigins(a: Origins, b: Origins): Origins {
  const both = new Map(a)
  for (const [code, count] of b) both.set(code, (both.get(code) ?? 0) + count)
  return both
}

// A day as a date takes less than 21 bits: room for five thousand years.
const dayChannels = 2 ** 21 * channels.length

function rangeOf(column: Column, count: number): [least: number, most: number] {
  let least = column[0] ?? 0
  let most = least
  for (let i = 1; i < count; i++) {
    const value = column[i] as number
    if (value < least) least = value
    if (value > most) most = value
  }
  return [least, most]
}
