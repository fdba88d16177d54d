import type { Bar, ResultTable } from '../desk/results/result-table.ts'
import { scaleEnds } from '../desk/results/scale-ends.ts'
import { percent } from './share-bar.tsx'

/** What most people said, as one figure and a few words; undefined where nothing stands out by itself. */
export interface Headline {
  /** 55%, or 72 分. */
  figure: string
  label: string
}

export function headlineOf({ body }: ResultTable): Headline | undefined {
  switch (body.shape) {
    case 'bars':
    case 'histogram':
    case 'days':
      return mostOf(body.bars)
    case 'scale':
      return endOf(body.bars)
    case 'pairs':
      return mostOf(body.pairs.flatMap(({ left, right }) => [left, right]))
    case 'rows': {
      const [column] = body.columns
      const top = mostOf(body.rows.map(({ id, label, cells: [first] }) => barOf(id, label, first)))
      return top && { ...top, label: `${top.label}：${column?.label}` }
    }
    case 'measures': {
      const [top] = body.rows
      const [figure] = top?.figures ?? []
      return top && figure && figure.value !== null
        ? {
            figure: figure.text,
            label: body.of === 'budget' ? `${top.label}：${body.heads[0]}` : top.label,
          }
        : undefined
    }
    case 'places':
    case 'texts':
      return
  }
}

/** What the sentence below it says: of a long scale both of its good points together, or else both bad ones. */
function endOf(bars: readonly Bar[]): Headline | undefined {
  if (bars.length < 4) return mostOf(bars)
  const [best, worst] = scaleEnds(bars)
  const { share, labels } = best ?? worst ?? {}
  return share && labels ? { figure: `${percent(share)}%`, label: labels.join('、') } : undefined
}

function mostOf(bars: readonly Bar[]): Headline | undefined {
  const [top] = [...bars].sort((a, b) => (b.share ?? 0) - (a.share ?? 0))
  return top?.share ? { figure: `${percent(top.share)}%`, label: top.label } : undefined
}

const barOf = (id: string, label: string, cell: Pick<Bar, 'count' | 'share'> | undefined): Bar => ({
  ...{ id, label, count: null, share: null },
  ...cell,
})
