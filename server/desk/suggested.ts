import { workingCalendar } from '../../db/holidays.ts'
import type { Neighbourhood } from '../../db/mailboxes.ts'
import { listTexts } from '../../db/released-texts.ts'
import { dayOf } from '../../db/shanghai.ts'
import type { Store } from '../../db/store.ts'
import { listSuggested, type Suggested } from '../../db/suggestion-cards.ts'
import { detect, redact } from '../../surveys/engine/redaction/detect.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { workingDaysUntil } from '../../surveys/engine/working-days.ts'
import { channelName, isoDay, momentName } from '../../web/desk/names.ts'
import {
  type ListedSuggestion,
  outcomeName,
  ratingName,
  uses,
} from '../../web/desk/suggestions/suggested.ts'
import { byteOrderMark, csvLine } from './csv.ts'

/** Suggestions as the page lists them: with the wording for everybody and the time that is left. */
export async function listedSuggestions(
  store: Store,
  consultationId: string,
  found: readonly Suggested[],
  { areas, now, memberId }: { areas: readonly Neighbourhood[]; now: number; memberId: string },
): Promise<ListedSuggestion[]> {
  const calendar = await workingCalendar(store)
  const today = isoDay(dayOf(now))
  const wordings = await listTexts(store, consultationId)
  return found.map((one) => {
    const wording = wordings.find(
      ({ seq, question }) => seq === one.seq && question === one.question,
    )
    const dueOn = one.card?.dueOn
    return {
      ...one,
      redacted: redact(one.text, detect(one.text), () => '〔已遮〕'),
      from: areaName(one.mailboxNumber, areas),
      daysLeft: dueOn ? workingDaysUntil(today, dueOn, calendar) : undefined,
      wording: wording && {
        ...{ text: wording.text, proposedAt: wording.proposedAt },
        ...{ isMine: wording.proposedBy === memberId, isReleased: wording.releasedAt !== null },
      },
    }
  })
}

function areaName(
  mailboxNumber: number | null,
  areas: readonly Neighbourhood[],
): string | undefined {
  const area = areas.find(({ mailboxes }) => mailboxes.some((box) => box.number === mailboxNumber))
  return area && textIn(area.name, 'zh-CN')
}

/** Every suggestion of a consultation, the newest first. */
export async function allSuggested(store: Store, consultationId: string): Promise<Suggested[]> {
  const all: Suggested[] = []
  for (let before: number | undefined; ; before = all.at(-1)?.seq) {
    const page = await listSuggested(store, consultationId, { today: '-', before, limit: 500 })
    all.push(...page)
    if (page.length < 500) return all
  }
}

export const ledgerHeads = [
  ...['编号', '收到日期', '渠道', '居民区', '类别', '主题', '主要事由', '对策建议', '地点'],
  '相同建议数',
  ...['承办单位', '交办日期', '期限', '办理情况', '答复日期', '是否采纳', '采纳去向', '居民评价'],
  '答复',
]

/** One line of the official register for each suggestion; `same` says how many made it, by seq. */
export function ledgerRow(
  one: Suggested,
  areas: readonly Neighbourhood[],
  same: ReadonlyMap<number, number>,
): (string | number)[] {
  const { card } = one
  const day = (at: number | null | undefined) => (at ? (momentName(at).split(' ')[0] ?? '') : '')
  const use = Object.entries(uses).find(([id]) => id === card?.adoptedAs)?.[1]
  return [
    ...[card?.number ?? '', day(one.createdAt), channelName(one.channel)],
    ...[areaName(one.mailboxNumber, areas) ?? '', card?.category ?? '', card?.subject ?? ''],
    ...[card?.matter ?? '', card?.proposal ?? one.text, card?.place ?? ''],
    ...[same.get(one.seq) ?? 1, card?.unit ?? ''],
    ...[day(card?.assignedAt), card?.dueOn ?? '', card?.handling ?? '', day(one.repliedAt)],
    ...[card?.outcome ? outcomeName(card.outcome) : '', use ?? ''],
    ...[card?.rating ? ratingName[card.rating] : '', one.reply ?? ''],
  ]
}

export function ledgerCsv(
  all: readonly Suggested[],
  areas: readonly Neighbourhood[],
  same: ReadonlyMap<number, number>,
): string {
  return [
    byteOrderMark,
    csvLine(ledgerHeads),
    ...all.map((one) => csvLine(ledgerRow(one, areas, same))),
  ].join('')
}
