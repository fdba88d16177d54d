import { workingCalendar } from '../../../db/holidays.ts'
import { listNeighbourhoods, type Neighbourhood } from '../../../db/mailboxes.ts'
import { listTexts } from '../../../db/released-texts.ts'
import type { Store } from '../../../db/store.ts'
import { answersBy } from '../../../db/suggestion-answers.ts'
import { type Lateness, listSuggested, type Suggested } from '../../../db/suggestion-list.ts'
import { frozenEdition, listVersions } from '../../../db/versions.ts'
import type { Edition } from '../../../surveys/engine/definition.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { dateOf, momentOfDay } from '../../../surveys/engine/shanghai.ts'
import { stepsDone } from '../../../surveys/engine/suggestion-steps.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import {
  addWorkingDays,
  oldestInTime,
  workingDaysUntil,
} from '../../../surveys/engine/working-days.ts'
import { channelName, momentName } from '../../../web/desk/names.ts'
import {
  type ListedSuggestion,
  outcomeName,
  ratingName,
  uses,
} from '../../../web/desk/suggestions/suggested.ts'
import { withoutTraces } from '../../../web/desk/texts/masks.ts'
import { byteOrderMark, csvLine } from '../../exports/csv.ts'
import { publicReplies } from '../../releases/public-suggestions.ts'
import { marksOf } from './suggestion-words.ts'

/** How many working days there are for an answer, counted from the day a suggestion came in. */
const daysToAnswer = { short: 5, long: 15 }

/** What is late now: past its day, or without one past the longest time. */
export async function lateness(store: Store, now: number): Promise<Lateness> {
  const today = dateOf(now)
  const oldest = oldestInTime(today, daysToAnswer.long, await workingCalendar(store))
  return { today, receivedBefore: momentOfDay(oldest) }
}

/** Suggestions as the page lists them: how far they have come, how much time is left, and the wording for everybody. */
export async function listedSuggestions(
  store: Store,
  consultationId: string,
  found: readonly Suggested[],
  { areas, now, memberId }: { areas: readonly Neighbourhood[]; now: number; memberId: string },
): Promise<ListedSuggestion[]> {
  const calendar = await workingCalendar(store)
  const today = dateOf(now)
  const wordings = await listTexts(store, consultationId)
  const told = await publicReplies(store, consultationId)
  return found.map((one) => {
    const { card, lead, reply, repliedAt, rating, createdAt } = one
    const wording = wordings.find(
      ({ seq, question }) => seq === one.seq && question === one.question,
    )
    const received = dateOf(createdAt)
    const deadlines = {
      short: addWorkingDays(received, daysToAnswer.short, calendar),
      long: addWorkingDays(received, daysToAnswer.long, calendar),
    }
    return {
      ...{ ...one, deadlines, marks: marksOf({ ...one, wording: wording?.text }) },
      redacted: withoutTraces(one.text),
      from: areaName(one.mailboxNumber, areas),
      daysLeft: workingDaysUntil(today, card?.dueOn ?? deadlines.long, calendar),
      done: stepsDone({
        ...{ isRegistered: card !== undefined, category: card?.category ?? '' },
        ...{ isTogether: lead !== undefined, isAssigned: card?.assignedAt != null },
        ...{ isHandled: Boolean(card?.handling), isAnswered: repliedAt !== null },
        isPublic: reply !== null && told.get(lead?.number ?? card?.number ?? 0) === reply,
        ...{ isRated: rating !== null, isArchived: card?.archivedAt != null },
      }),
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

/** A suggestion with the estate its resident said to live in, where that was asked. */
export interface RegisteredSuggestion extends Suggested {
  estate: string
}

/** Every suggestion of a consultation, the newest first, for the register. */
export async function allSuggested(
  store: Store,
  consultationId: string,
): Promise<RegisteredSuggestion[]> {
  const estates = await estatesOf(store, consultationId)
  const all: RegisteredSuggestion[] = []
  for (let before: number | undefined; ; before = all.at(-1)?.seq) {
    const page = await listSuggested(store, consultationId, { before, limit: 500 })
    all.push(...page.map((one) => ({ ...one, estate: estates.get(one.seq) ?? '' })))
    if (page.length < 500) return all
  }
}

async function estatesOf(store: Store, consultationId: string): Promise<Map<number, string>> {
  const areas = await listNeighbourhoods(store)
  const names = new Set(areas.map(({ name }) => textIn(name, 'zh-CN')))
  const estates = new Map<number, string>()
  for (const version of await listVersions(store, consultationId)) {
    const options = estateOptions(await frozenEdition(store, version), names)
    if (!options) continue
    for (const [seq, option] of await answersBy(store, version.id, options.question))
      estates.set(seq, options.names.get(option) ?? '')
  }
  return estates
}

/** The question that asks where people live: the first whose choices are neighbourhoods by name. */
function estateOptions(edition: Edition, areas: ReadonlySet<string>) {
  for (const question of questionsOf(edition).values()) {
    if (question.kind !== 'single') continue
    const names = new Map(question.options.map(({ id, label }) => [id, textIn(label, 'zh-CN')]))
    if ([...names.values()].some((name) => areas.has(name))) return { question: question.id, names }
  }
  return
}

/** The columns of the official register, in its order; behind them what else staff keep. */
export const ledgerHeads = [
  ...['编号', '收到日期', '渠道', '居民区', '小区', '类别', '主题', '主要事由', '对策建议'],
  ...['相同建议数', '承办单位', '交办日期', '期限', '办理情况', '答复日期', '是否采纳'],
  ...['采纳去向', '居民评价', '备注', '地点', '答复'],
]

/** One line of the official register for each suggestion; `same` says how many made it, by seq. */
export function ledgerRow(
  one: RegisteredSuggestion,
  areas: readonly Neighbourhood[],
  same: ReadonlyMap<number, number>,
): (string | number)[] {
  const { card } = one
  const day = (at: number | null | undefined) => (at ? (momentName(at).split(' ')[0] ?? '') : '')
  const use = Object.entries(uses).find(([id]) => id === card?.adoptedAs)?.[1]
  return [
    ...[card?.number ?? '', day(one.createdAt), channelName(one.channel)],
    ...[areaName(one.mailboxNumber, areas) ?? '', one.estate, card?.category ?? ''],
    ...[card?.subject ?? '', card?.matter ?? '', card?.proposal ?? one.text],
    ...[same.get(one.seq) ?? 1, card?.unit ?? '', day(card?.assignedAt), card?.dueOn ?? ''],
    ...[card?.handling ?? '', day(one.repliedAt), card?.outcome ? outcomeName(card.outcome) : ''],
    ...[use ?? '', one.rating ? ratingName[one.rating] : '', card?.note ?? ''],
    ...[card?.place ?? '', one.reply ?? ''],
  ]
}

export function ledgerCsv(
  all: readonly RegisteredSuggestion[],
  areas: readonly Neighbourhood[],
  same: ReadonlyMap<number, number>,
): string {
  return [
    byteOrderMark,
    csvLine(ledgerHeads),
    ...all.map((one) => csvLine(ledgerRow(one, areas, same))),
  ].join('')
}
