import type { Store } from '../../../db/store.ts'
import { dateOfDay } from '../../../surveys/engine/read-date.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { channelName } from '../../../web/desk/names.ts'
import type { Results } from '../../desk/results/results.ts'
import { byteOrderMark, csvCell, csvLine } from '../csv.ts'
import { streamOf } from '../stream-of.ts'
import type { ResponseRecord } from '../variable.ts'
import { assistanceCells } from './assistance-columns.ts'
import { fixedColumns } from './codebook.ts'
import { type Told, writtenRecords } from './records.ts'
import { questionColumns } from './response-columns.ts'

/** One line per person, as it is read: however many there are, only one batch is in memory. */
export function responsesCsv(
  store: Store,
  results: Results,
  told: Told,
): ReadableStream<Uint8Array> {
  const lineOf = lineWriter(results)
  return streamOf(parts())

  async function* parts() {
    yield byteOrderMark + header(results)
    for await (const lines of writtenRecords(store, results, told, lineOf)) yield lines.join('')
  }
}

function header({ edition }: Results): string {
  const asked = questionColumns(edition).flatMap(({ columns }) => columns.map(({ name }) => name))
  return csvLine([...fixedColumns.map(([name]) => name), ...asked])
}

function lineWriter({ edition, version, neighbourhoods }: Results) {
  const plan = questionColumns(edition)
  const places = new Map(
    neighbourhoods.flatMap(({ name, mailboxes }) =>
      mailboxes.map(({ number, code }) => [
        number,
        `${csvCell(textIn(name, 'zh-CN'))},${csvCell(code)}`,
      ]),
    ),
  )
  // Those who came on one day stand together.
  const written = { day: Number.NaN, as: '' }
  return ({ row, response, shown }: ResponseRecord) => {
    const { mailboxNumber, channel, day, late, filled, assistance } = response
    const place = places.get(mailboxNumber ?? 0) ?? '"",""'
    if (day !== written.day) Object.assign(written, { day, as: dateOfDay(day) })
    const line = [
      `${row},${version},${place},"${channelName(channel)}","${written.as}",${late ? 1 : 0}${assistanceCells(assistance)}`,
    ]
    for (const { question, unshown, cells } of plan) {
      const { id } = question
      const answer = shown.get(id)
      const isShown = answer !== undefined || shown.has(id)
      line.push(isShown ? cells(answer, filled.others[id]) : unshown)
    }
    line.push('\r\n')
    return line.join('')
  }
}
