import { peopleName } from '../names.ts'
import { type Bar, type Cell, countText, type ResultTable, shareText } from './result-table.ts'

type Told = Omit<ResultTable, 'sentence'>

/** What the numbers of one question say, for someone who reads nothing else. Built from protected numbers only. */
export function sentence(table: Told): string {
  const { base, body } = table
  if (base === 0) return '还没有人被问到这一题。'
  if (base === null) return '人数太少，为了不认出个人，这一题不显示数字。'
  const people = peopleName(table.audience)
  const among = `${countText(base)} 位被问到的${people}中，`
  switch (body.shape) {
    case 'bars':
      return allHidden(body.bars) ?? among + ranking(body.bars, table.kind === 'multiple')
    case 'scale':
      return (
        allHidden(body.bars) ??
        `${body.outside ? `除去答「${body.outside}」的人，` : ''}${among}${ends(body.bars)}`
      )
    case 'rows':
      return among + firstColumn(body.columns[0]?.label ?? '', body.rows)
    case 'pairs':
      return `${among}${body.pairs.map(({ left, right }) => duel(left, right)).join('；')}。`
    case 'histogram':
      return allHidden(body.bars) ?? among + ranking(body.bars, false, '填的是')
    case 'texts':
      return body.answered === null
        ? '写了话的人太少，为了不认出个人，不列出来。'
        : `${among}${body.answered === 0 ? '还没有人写' : `${countText(body.answered)} 位写了几句话`}。`
  }
}

// What is left to see may be only what nobody chose, which would read as if nobody had answered.
function allHidden(bars: Bar[]): string | undefined {
  const hidden = bars.some((bar) => !isSeen(bar))
  return hidden && !bars.some(({ count }) => count) ? '人数太少，暂不显示。' : undefined
}

function ranking(bars: Bar[], several: boolean, chose = '选了'): string {
  const seen = bars.filter(isSeen).sort((a, b) => b.count - a.count)
  const top = seen[0]
  if (!top || top.count === 0) return '没有人选任何一项。'
  const tied = seen.filter(({ count }) => count === top.count)
  if (tied.length > 1) {
    return `${tied.slice(0, 3).map(quote).join('、')}${tied.length > 3 ? '等' : ''}一样多，各 ${of(top)}。`
  }
  const rest = seen.slice(1, several ? 3 : 2).filter(({ count }) => count > 0)
  const after = rest.map((bar) => `${quote(bar)} ${of(bar)}`).join('、')
  const first = several
    ? `选${quote(top)}的最多，${of(top)}`
    : `${of(top)}${chose}${quote(top)}，最多`
  return `${first}${after && `；其次是${after}`}。`
}

/** Top-2 and bottom-2 of a scale, or the most chosen point of a short one. */
function ends(bars: Bar[]): string {
  if (bars.length < 4) return ranking(bars, false)
  const best = together(bars.slice(0, 2))
  const worst = together(bars.slice(-2))
  if (!best && !worst) return '好坏两头的人数都太少，不显示。'
  return `${[best, worst].filter((part) => part !== undefined).join('，')}。`
}

// A sum of two protected numbers would give them away, so it is said only when both are shown.
function together(bars: Bar[]): string | undefined {
  const seen = bars.filter(isSeen)
  if (seen.length < bars.length) return
  const count = seen.reduce((sum, bar) => sum + bar.count, 0)
  const share = seen.reduce((sum, bar) => sum + (bar.share ?? 0), 0)
  return `${of({ count, share })}选了${bars.map(quote).join('或')}`
}

function firstColumn(column: string, rows: { label: string; cells: Cell[] }[]): string {
  const seen = rows
    .map(({ label, cells }) => ({
      label,
      count: cells[0]?.count ?? null,
      share: cells[0]?.share ?? null,
    }))
    .filter(isSeen)
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0))
  const top = seen[0]
  if (!top || top.count === 0) return `选「${column}」的人数太少，不显示。`
  return `对${quote(top)}说「${column}」的最多，${of(top)}。`
}

function duel(left: Bar, right: Bar): string {
  if (!isSeen(left) || !isSeen(right)) {
    const [seen, hidden] = isSeen(left) ? [left, right] : [right, left]
    return isSeen(seen)
      ? `选${quote(seen)}的 ${of(seen)}，选${quote(hidden)}的人数太少，不显示`
      : `${quote(left)}和${quote(right)}之间人数太少，不显示`
  }
  const [more, less] = left.count >= right.count ? [left, right] : [right, left]
  if (more.count === less.count) return `${quote(left)}和${quote(right)}一样多，各 ${of(left)}`
  return `${quote(more)}${of(more)}，多过${quote(less)}的 ${of(less)}`
}

const isSeen = <T extends Cell>(cell: T): cell is T & { count: number } => cell.count !== null
const quote = ({ label }: { label: string }) => `「${label}」`
const of = ({ count, share }: { count: number; share: number | null }) =>
  `${countText(count)} 位${share === null ? '' : `（${shareText(share)}）`}`
