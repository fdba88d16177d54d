import type { Store } from '../../db/store.ts'
import type { ExportFormat } from '../../web/desk/export/formats.ts'
import type { Results } from '../desk/results/results.ts'
import { jsonLines } from './responses/json-lines.ts'
import type { Told } from './responses/records.ts'
import { responsesCsv } from './responses/response-csv.ts'
import { xlsxResponses } from './responses/xlsx-responses.ts'
import { savFile } from './sav-file.ts'
import { xlsxType } from './sheets.ts'

interface FormatFile {
  ending: string
  type: string
  body: ReadableStream<Uint8Array>
}

/** The responses of a version as a file of this format, written as it is taken. */
export async function responsesFile(
  store: Store,
  results: Results,
  { format, now, told }: { format: ExportFormat; now: number; told: Told },
): Promise<FormatFile> {
  switch (format) {
    case 'csv':
      return {
        ...{ ending: 'csv', type: 'text/csv; charset=utf-8' },
        body: responsesCsv(store, results, told),
      }
    case 'xlsx':
      return { ending: 'xlsx', type: xlsxType, body: xlsxResponses(store, results, told) }
    case 'sav':
      return {
        ...{ ending: 'sav', type: 'application/x-spss-sav' },
        body: await savFile(store, results, now, told),
      }
    case 'jsonl':
      return {
        ...{ ending: 'jsonl', type: 'application/x-ndjson' },
        body: jsonLines(store, results, told),
      }
  }
}
