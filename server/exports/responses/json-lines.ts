import type { Store } from '../../../db/store.ts'
import { dateOfDay } from '../../../surveys/engine/read-date.ts'
import { channelName } from '../../../web/desk/names.ts'
import type { Results } from '../../desk/results/results.ts'
import { streamOf } from '../stream-of.ts'
import type { ResponseRecord } from '../variable.ts'
import { type Told, writtenRecords } from './records.ts'

/** One response a line, as it is stored: options by their ids, questions that were not shown named apart. */
export function jsonLines(store: Store, results: Results, told: Told): ReadableStream<Uint8Array> {
  const lineOf = lineWriter(results)
  return streamOf(parts())

  async function* parts() {
    for await (const lines of writtenRecords(store, results, told, lineOf)) yield lines.join('')
  }
}

function lineWriter({ audience, version, edition, neighbourhoods }: Results) {
  const places = new Map(
    neighbourhoods.flatMap(({ id, mailboxes }) =>
      mailboxes.map(({ number, code }) => [number, { neighbourhood: id, mailbox: code }] as const),
    ),
  )
  const ids = edition.sections
    .flatMap(({ questions }) => questions)
    .filter(({ kind }) => kind !== 'note')
    .map(({ id }) => id)
  return ({ row, response, shown }: ResponseRecord): string => {
    const { channel, day, late, filled, assistance, mailboxNumber } = response
    const answers = ids.flatMap((id) => {
      const answer = shown.get(id)
      return answer === undefined ? [] : [[id, answer] as const]
    })
    const line = {
      ...{ row, audience, version, channel, channelName: channelName(channel) },
      ...{ day: dateOfDay(day), late },
      ...(places.get(mailboxNumber ?? 0) ?? { neighbourhood: null, mailbox: null }),
      ...{ assistance: assistance && helped(assistance) },
      answers: Object.fromEntries(answers),
      others: Object.fromEntries(Object.entries(filled.others).filter(([id]) => shown.has(id))),
      skipped: ids.filter((id) => shown.has(id) && shown.get(id) === undefined),
      notShown: ids.filter((id) => !shown.has(id)),
    }
    return `${JSON.stringify(line)}\n`
  }
}

// Never who helped by name.
const helped = ({ mode, relation, place, consented }: Record<string, string | true>) => ({
  ...{ mode, relation, place, consented },
})
