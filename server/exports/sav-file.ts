import type { Store } from '../../db/store.ts'
import { textWidths } from '../../db/text-widths.ts'
import { textIn } from '../../surveys/engine/text.ts'
import type { Results } from '../desk/results/results.ts'
import { type Told, writtenRecords } from './responses/records.ts'
import { savCases } from './sav-cases.ts'
import { savHeader } from './sav-header.ts'
import type { SavVariable } from './sav-layout.ts'
import { streamOf } from './stream-of.ts'
import type { ResponseRecord, Variable } from './variable.ts'
import { variablesOf } from './variables.ts'

// SPSS takes no wider text.
const widest = 32_767

/** A version's responses for SPSS and PSPP, labelled in Chinese; one batch of them is in memory at a time. */
export async function savFile(
  store: Store,
  results: Results,
  now: number,
  told: Told,
): Promise<ReadableStream<Uint8Array>> {
  const variables = variablesOf(results)
  const paths = variables.flatMap(({ path }) => (path ? [path] : []))
  const found = await textWidths(store, results.versionId, paths)
  const widths = new Map(paths.map((path, at) => [path, found[at] ?? 0]))
  const dictionary = variables.map((variable) => savVariable(variable, widths))
  const title = `${textIn(results.consultation.title, 'zh-CN')} ${results.audience} v${results.version}`
  return streamOf(parts())

  async function* parts() {
    yield savHeader(dictionary, title, now)
    const cases = savCases(dictionary)
    const add = (record: ResponseRecord) => cases.add(variables.map(({ read }) => read(record)))
    for await (const _ of writtenRecords(store, results, told, add)) yield cases.take()
    yield cases.end()
  }
}

const codeWidth = 12

function savVariable(
  { name, label, kind, measure, decimals = 0, values, missing, set, path }: Variable,
  widths: Map<Variable['path'], number>,
): SavVariable {
  const width = kind === 'text' ? Math.min(widest, path ? (widths.get(path) ?? 0) : codeWidth) : 0
  return { name, label, kind, measure, decimals, values, missing, set, width: Math.max(1, width) }
}
