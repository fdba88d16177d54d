import {
  type Bar,
  type Cell,
  type Count,
  countText,
  type ResultTable,
  shareText,
} from './result-table.ts'
import { scaleEnds } from './scale-ends.ts'

type Told = Omit<ResultTable, 'sentence'>

/** What the numbers of one question say, for someone who reads nothing else. Built from protected numbers only. */
export function sentence(table: Told): string {
  const { base, body, people, basis } = table
  if (base === 0)
    return basis ? '还没有读过原话。' : (onlyUnsure(table) ?? '还没有人被问到这一题。')
  if (base === null) return '为了不认出个人，这一题不显示数字。'
  const among = basis
    ? `${countText(base)} 位写了话的${people}里，`
    : `问到 ${countText(base)} 位${people}，`
  switch (body.shape) {
    case 'bars':
      return (
        allHidden(body.bars) ??
        among + ranking(body.bars, table.kind === 'multiple', basis ? '说到' : undefined)
      )
    case 'scale':
      return (
        allHidden(body.bars) ??
        `${body.outside ? `不算答「${body.outside}」的，` : ''}${among}${ends(body.bars)}`
      )
    case 'rows':
      return among + firstColumn(body.columns[0]?.label ?? '', body.rows)
    case 'pairs':
      return `${among}${body.pairs.map(({ left, right }) => duel(left, right)).join('；')}。`
    case 'histogram':
      return allHidden(body.bars) ?? among + ranking(body.bars, false, '填')
    case 'days':
      return allHidden(body.bars) ?? `${among}${ranking(body.bars, true)}${middle(body.middle)}`
    case 'measures':
      return about(body, among, people, body.of === 'rank' ? firstPlaces(body) : stickers(body))
    case 'places':
      return about(body, among, people, mostPins(body))
    case 'texts':
      return given(table.kind, body.answered, people)
  }
}

/** Where everybody who was asked answered what stands outside the base of a scale. */
function onlyUnsure({ body, apart, people }: Told): string | undefined {
  const outside = body.shape === 'scale' ? body.outside : undefined
  const unsure = apart.find(({ label }) => label === outside)?.count
  return unsure ? `问到的 ${countText(unsure)} 位${people}都答「${outside}」。` : undefined
}

function given(kind: Told['kind'], answered: Count, people: string): string {
  // Hidden is also the number of many, where the few who did not would be told by it.
  if (kind === 'drawing' || kind === 'photo') {
    const did = kind === 'drawing' ? '画' : '交'
    if (answered === null) return `${did}了的有几位，不显示，免得认出是谁。`
    const told = kind === 'drawing' ? '画了画' : '交了照片'
    return answered === 0 ? `还没有人${did}。` : `${countText(answered)} 位${people}${told}。`
  }
  if (answered === null) return '写了话的有几位，不显示，免得认出是谁。'
  return answered === 0
    ? '还没有人在这里写话。'
    : `${countText(answered)} 位${people}在这里写了话。`
}

const middle = (step: string | undefined) =>
  step ? `从早到晚排，正中间的一位选的是「${step}」。` : ''

/** Said of those who answered, or where their number is hidden, of those who were asked. */
function about(
  { answered }: { answered: Count },
  among: string,
  people: string,
  told: string | undefined,
): string {
  if (answered === 0) return `${among}还没有人答。`
  const whom = answered === null ? among : `${countText(answered)} 位${people}里，`
  return told ? whom + told : '数字先不显示，免得认出是谁。'
}

type BodyOf<S> = Extract<ResultTable['body'], { shape: S }>

/** Who came first most often, and who comes first when all places count: not always the same. */
function firstPlaces({ rows }: BodyOf<'measures'>): string | undefined {
  const firsts = rows
    .map(({ label, figures }) => ({ label, count: figures[2]?.value ?? null }))
    .filter(isSeen)
    .sort((a, b) => b.count - a.count)
  const [most] = firsts
  const tied = firsts.filter(({ count }) => count === most?.count)
  const first =
    !most || most.count === 0
      ? undefined
      : tied.length > 1
        ? `排在第一最多的是${tied.slice(0, 3).map(quote).join('、')}，各 ${countText(most.count)} 位`
        : `${countText(most.count)} 位把${quote(most)}排在第一，最多`
  const [dearest, second] = rows
  const score = dearest?.figures[0]
  if (!dearest || score?.value == null || score.value === second?.figures[0]?.value)
    return first && `${first}。`
  const also = first && tied.length === 1 && most?.label === dearest.label ? '也是' : ''
  const whole = `把所有名次算在一起，${also}${quote(dearest)}最靠前（${score.text}）。`
  return first ? `${first}；${whole}` : whole
}

function stickers({ heads, rows }: BodyOf<'measures'>): string | undefined {
  const [top, next] = rows.filter(({ figures }) => (figures[0]?.value ?? 0) > 0)
  if (!top) return
  const each = ({ figures }: (typeof rows)[number]) =>
    `人均 ${figures[0]?.text}${figures[1]?.value == null ? '' : `（占 ${figures[1].text}）`}`
  const unit = heads[0]?.replace('人均', '') ?? ''
  const after = next ? `；其次是${quote(next)}，${each(next)}` : ''
  return `分给${quote(top)}的${unit}最多，${each(top)}${after}。`
}

function mostPins({ places }: BodyOf<'places'>): string | undefined {
  if (places.length === 0) return
  const [top, next] = places.filter(({ isElsewhere }) => !isElsewhere)
  if (!top) return '放得很散，没有哪一处人数够多。'
  const people = ({ people: count }: typeof top) =>
    count === null ? '' : `，${countText(count)} 位`
  return `放在「${top.label}」的最多${people(top)}${next ? `；其次是「${next.label}」${people(next)}` : ''}。`
}

// What is left to see may be only what nobody chose, which would read as if nobody had answered.
function allHidden(bars: Bar[]): string | undefined {
  const hidden = bars.some((bar) => !isSeen(bar))
  return hidden && !bars.some(({ count }) => count) ? '数字先不显示，免得认出是谁。' : undefined
}

function ranking(bars: Bar[], several: boolean, chose = '选'): string {
  const seen = bars.filter(isSeen).sort((a, b) => b.count - a.count)
  const top = seen[0]
  if (!top || top.count === 0) return '没有人选任何一项。'
  // A hidden number may be the largest: it is hidden also to cover another.
  const isWhole = seen.length === bars.length
  const among = isWhole ? '' : '显示的几项里，'
  if (!isWhole && seen.length === 1) return `选${quote(top)}的有 ${of(top)}，别的不显示。`
  const tied = seen.filter(({ count }) => count === top.count)
  if (tied.length > 1) {
    return `${among}${tied.slice(0, 3).map(quote).join('、')}${tied.length > 3 ? '等' : ''}一样多，各 ${of(top)}。`
  }
  const rest = seen.slice(1, several ? 3 : 2).filter(({ count }) => count > 0)
  const after = rest.map((bar) => `${quote(bar)}${of(bar)}`).join('、')
  return `${among}${chose}${quote(top)}的最多，${of(top)}${after && `；其次是${after}`}。`
}

/** Top-2 and bottom-2 of a scale, or the most chosen point of a short one. */
function ends(bars: Bar[]): string {
  // Zeros at both ends would read as a verdict.
  if (bars.every(({ count }) => count === 0)) return '还没有人答。'
  if (bars.length < 4) return ranking(bars, false)
  const told = scaleEnds(bars).flatMap((end) =>
    end ? [`${of(end)}选了${end.labels.map((label) => quote({ label })).join('或')}`] : [],
  )
  return told.length > 0 ? `${told.join('，')}。` : '好坏两头的人数不显示。'
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
  if (!top || top.count === 0)
    return seen.length < rows.length
      ? `选「${column}」的有几位，不显示，免得认出是谁。`
      : `没有人选「${column}」。`
  const among = seen.length < rows.length ? '显示的几项里，' : ''
  return `${among}对${quote(top)}说「${column}」的最多，${of(top)}。`
}

function duel(left: Bar, right: Bar): string {
  if (!isSeen(left) || !isSeen(right)) {
    const [seen, hidden] = isSeen(left) ? [left, right] : [right, left]
    return isSeen(seen)
      ? `选${quote(seen)}的有 ${of(seen)}，选${quote(hidden)}的有几位，不显示`
      : `${quote(left)}和${quote(right)}之间，不显示`
  }
  const [more, less] = left.count >= right.count ? [left, right] : [right, left]
  if (more.count === less.count) return `${quote(left)}和${quote(right)}一样多，各 ${of(left)}`
  return `选${quote(more)}的 ${of(more)}，多过${quote(less)}的 ${of(less)}`
}

const isSeen = <T extends Pick<Cell, 'count'>>(cell: T): cell is T & { count: number } =>
  cell.count !== null
const quote = ({ label }: { label: string }) => `「${label}」`
const of = ({ count, share }: { count: number; share: number | null }) =>
  `${countText(count)} 位${share === null ? '' : `（${shareText(share)}）`}`
