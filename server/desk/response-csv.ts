import { eachResponse, type StoredResponse } from '../../db/responses.ts'
import type { Store } from '../../db/store.ts'
import type { Answer } from '../../surveys/engine/answers.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { journey } from '../../surveys/engine/visibility.ts'
import { channelName, isoDay } from '../../web/desk/names.ts'
import { assistanceCells } from './assistance-columns.ts'
import { fixedColumns } from './codebook.ts'
import { byteOrderMark, csvCell, csvLine } from './csv.ts'
import { questionColumns } from './response-columns.ts'
import type { Results } from './results.ts'

/** One line per person, as it is read: however many there are, only one batch is in memory. */
export function responsesCsv(store: Store, results: Results): ReadableStream<Uint8Array> {
  const lineOf = lineWriter(results)
  const batches = eachResponse(store, results.versionId)
  const encoder = new TextEncoder()
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(byteOrderMark + header(results))),
    async pull(controller) {
      const { value, done } = await batches.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value.map(lineOf).join('')))
    },
    cancel: () => batches.return(undefined).then(() => undefined),
  })
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
  let row = 0
  return ({ mailboxNumber, channel, day, late, filled, assistance }: StoredResponse) => {
    row++
    const shown = new Map<string, Answer | undefined>()
    for (const { question, answer } of journey(edition, filled)) shown.set(question.id, answer)
    const place = places.get(mailboxNumber ?? 0) ?? '"",""'
    let line = `${row},${version},${place},"${channelName(channel)}","${isoDay(day)}",${late ? 1 : 0}${assistanceCells(assistance)}`
    for (const { question, unshown, cells } of plan) {
      const { id } = question
      line += shown.has(id) ? cells(shown.get(id), filled.others[id]) : unshown
    }
    return `${line}\r\n`
  }
}
