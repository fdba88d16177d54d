import { versionColumns } from '../../db/columns.ts'
import { findConsultation } from '../../db/consultations.ts'
import { openFile } from '../../db/file.ts'
import { select } from '../../surveys/engine/selection.ts'
import { crossTab } from '../surveys/engine/cross-tab.ts'
import { tallyAll } from '../surveys/engine/tally-all.ts'
import { type Figure, milliseconds, range, timed } from './figures.ts'

/** What the same responses cost as typed columns in memory, with nothing kept and no page around them. */
export async function deskLimits(database: string): Promise<Figure[]> {
  const store = await openFile(database)
  const consultation = await findConsultation(store, 'huicheng')
  const adult = consultation?.editions.find(({ audience }) => audience === 'adult')
  if (!adult) throw new Error('there is no edition for adults')
  const { versionId, edition } = adult
  const columns = await versionColumns(store, versionId, edition)
  await store.close()
  const filter = { mailboxNumbers: [2], is: [{ question: 'Q11', option: 'lift' }] }
  const crossed = () => crossTab(edition, columns, 'Q8', 'Q2', select(edition, columns, filter))
  return [
    await limit('limit: every table of adults counted anew', () => tallyAll(edition, columns)),
    await limit('limit: one cross-tab with a filter', crossed),
    {
      name: 'others, measured earlier on one machine',
      value: 'LimeSurvey statistics page 3.4 s at 100,000 · 36 s at 1,000,000',
      detail: 'JSON rows 2.4 s · 29 s; one GROUP BY a question 0.4 s · 10.9 s',
    },
  ]
}

async function limit(name: string, run: () => unknown): Promise<Figure> {
  await timed(3, run)
  const timing = await timed(15, run)
  return {
    name,
    value: `median ${milliseconds(timing.median)}`,
    detail: `${range(timing)}; columns alone`,
  }
}
