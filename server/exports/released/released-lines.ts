import type { Audience } from '../../../surveys/engine/definition.ts'
import type { Released } from '../../../web/public/released.ts'
import { type ResultLine, resultLines } from '../result-rows.ts'

/** One published number: of which edition, of everybody or of one neighbourhood, counted when. */
export interface ReleasedLine extends ResultLine {
  audience: Audience
  group: string
  takenAt: number
}

const everybody = '所有人'

/** Every number of a release, one by one: what all its files are written from, so that none tells what another hides. */
export function releasedLines({ editions }: Pick<Released, 'editions'>): ReleasedLine[] {
  return editions.flatMap(({ audience, questions }) =>
    questions.flatMap(({ table, takenAt, breakdown }) => [
      ...resultLines(table).map((line) => ({ ...line, audience, takenAt, group: everybody })),
      ...(breakdown?.table.rows ?? []).flatMap(({ label, cells }) =>
        cells.map(({ count, share }, at): ReleasedLine => {
          const group = breakdown?.table.groups[at]
          return {
            ...{ audience, takenAt: breakdown?.takenAt ?? takenAt, group: group?.name ?? '' },
            ...{ question: table.number ?? table.id, title: table.title, row: '', option: label },
            ...{ count, share, base: group?.n ?? null, note: '', value: undefined },
          }
        }),
      ),
    ]),
  )
}

/** Whether a number is there and is not told. */
export const isHidden = ({ count, value }: ReleasedLine): boolean =>
  count === null || value === null
