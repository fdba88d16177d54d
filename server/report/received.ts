import { number } from '../../web/desk/names.ts'
import { type Block, gap } from '../../web/desk/report/report.ts'
import { countText } from '../../web/desk/results/result-table.ts'
import type { ReleasedEdition } from '../../web/public/released.ts'
import { form, paragraph, type ReportFacts } from './facts.ts'

/** How many responses came back and count; how many sheets of paper were given out only staff know. */
export function receivedBlocks(
  { received: { excluded, hasPaper } }: Pick<ReportFacts, 'received'>,
  editions: readonly ReleasedEdition[],
): Block[] {
  const told = editions.map((edition) =>
    backAndValid(edition, excluded[`${edition.audience}/${edition.version}`] ?? 0),
  )
  const apart = editions.length > 1 ? '两版问的题目不同，分开统计，不相加。' : ''
  return [
    paragraph('basics/received', `${told.join('；')}。${apart}`),
    ...(hasPaper ? [form('basics/issued', issued)] : []),
  ]
}

function backAndValid({ audience, people }: ReleasedEdition, excluded: number): string {
  const name = audience === 'child' ? '儿童版' : '成人版'
  if (people === null) return `${name}收到有效答卷若干份（为了不认出个人，不写数）`
  if (excluded === 0)
    return `${name}回收答卷 ${countText(people)} 份，没有排除，有效 ${countText(people)} 份，有效率 100%`
  const rate = ((people * 100) / (people + excluded)).toFixed(1)
  return `${name}回收答卷 ${number(people + excluded)} 份，经两人核对排除 ${number(excluded)} 份，有效 ${countText(people)} 份，有效率 ${rate}%`
}

const issued = `纸质问卷发放${gap}份，回收${gap}份，回收率${gap}%。扫码和链接没有发放份数，不计算回收率。`
