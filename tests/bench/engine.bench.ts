import * as v from 'valibot'
import { checkAnswers } from '../../surveys/engine/check.ts'
import { checkDefinition } from '../../surveys/engine/check-definition.ts'
import { columnsFromBytes, columnsToBytes } from '../../surveys/engine/column-bytes.ts'
import { type Columns, concatColumns, encodeColumns } from '../../surveys/engine/columns.ts'
import { ConsultationSchema } from '../../surveys/engine/definition.ts'
import { type Filter, select } from '../../surveys/engine/selection.ts'
import { crossTab } from '../surveys/engine/cross-tab.ts'
import { tallyAll } from '../surveys/engine/tally-all.ts'
import { generator, madeUpRows, fifteenQuestions as survey } from './fifteen-questions.ts'
import { amount, type Figure, milliseconds, range, timed } from './figures.ts'
import { largestDefinition } from './largest-definition.ts'

/** How fast the engine alone is on this machine: so many responses to fifteen questions, in memory. */
export async function engineFigures(responses = 1_000_000): Promise<Figure[]> {
  const rows = madeUpRows(4096)
  const filled = rows.map(({ answers }) => ({ answers, others: {} }))
  const chunk = encodeColumns(survey, rows)
  const bytes = columnsToBytes(chunk)
  const chunks = Array.from({ length: Math.ceil(responses / rows.length) }, () => bytes)
  const read = () => concatColumns(chunks.map((part) => columnsFromBytes(part)))
  const all = shuffled(read())
  const filter: Filter = {
    mailboxNumbers: [1, 3],
    channel: 'qr',
    is: [{ question: 'Q2', option: 'b' }],
  }
  const selected = select(survey, all, filter)
  const cross = (row: string, column: string) => () =>
    crossTab(survey, all, row, column, select(survey, all, filter))
  const definition = largestDefinition()
  const size = [...all.columns.values()].reduce((sum, column) => sum + column.byteLength, 0)
  const of = (name: string) => `${name}, ${amount(all.count)} responses`

  return [
    await perResponse('check one response', () => filled.map((one) => checkAnswers(survey, one))),
    await perResponse('turn one response into columns', () => encodeColumns(survey, rows)),
    await measured(of('every table, everyone'), () => tallyAll(survey, all), 50),
    await measured(of('every table, a selection'), () => tallyAll(survey, all, selected), 50),
    await measured(of('cross-tab with filter, one × one'), cross('Q5', 'Q1'), 25),
    await measured(of('cross-tab with filter, several × one'), cross('Q6', 'Q1'), 25),
    await measured(of('cross-tab, several × several'), () => crossTab(survey, all, 'Q6', 'Q8'), 25),
    await measured(of('chunks read and every table'), () => tallyAll(survey, read())),
    await measured(
      '300 questions, 1,800 conditions checked',
      () => checkDefinition(v.parse(ConsultationSchema, JSON.parse(definition))),
      50,
    ),
    {
      name: of('columns'),
      value: `${amount(size / 1e6)} MB in memory`,
      detail: `${amount((bytes.length * chunks.length) / 1e6)} MB stored`,
    },
  ]

  async function perResponse(name: string, run: () => unknown): Promise<Figure> {
    await timed(5, run)
    const { median } = await timed(9, run)
    return { name, value: `${((median * 1000) / rows.length).toFixed(1)} µs` }
  }
}

async function measured(name: string, run: () => unknown, aim?: number): Promise<Figure> {
  // The first rounds are spent compiling.
  await timed(3, run)
  const timing = await timed(15, run)
  return {
    name,
    value: `median ${milliseconds(timing.median)}`,
    detail: range(timing),
    ...(aim !== undefined && { holds: timing.median <= aim }),
  }
}

/** The same chunk over and over would let the machine guess what comes next; real responses do not. */
function shuffled({ count, columns }: Columns): Columns {
  const random = generator(11)
  const places = Uint32Array.from({ length: count }, () => Math.floor(random() * count))
  return {
    count,
    columns: new Map(
      [...columns].map(([key, column]) => [key, column.map((_, i) => column[places[i] ?? 0] ?? 0)]),
    ),
  }
}
