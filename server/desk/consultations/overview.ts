import { listConsultations, type OpenConsultation } from '../../../db/consultations.ts'
import { listNeighbourhoods, type Neighbourhood } from '../../../db/mailboxes.ts'
import { type ResponseCount, responseCounts } from '../../../db/response-counts.ts'
import { retentionEnds } from '../../../db/retention.ts'
import { channels } from '../../../surveys/engine/answers.ts'
import type { Audience } from '../../../surveys/engine/definition.ts'
import { dayOf } from '../../../surveys/engine/shanghai.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { audienceName, channelName, dayName } from '../../../web/desk/names.ts'
import type { CountsTable } from '../../../web/desk/overview/counts-figure.tsx'
import { noMailbox } from '../../../web/desk/overview/counts-sentence.ts'
import type { OverviewConsultation } from '../../../web/desk/overview/overview-page.tsx'
import { type Particular, particularLabels } from '../../../web/desk/overview/particulars-page.tsx'
import type { AppContext } from '../../host.ts'

/** Every consultation with what has come in, by channel, neighbourhood and day. */
export async function overviewOf(c: AppContext): Promise<OverviewConsultation[]> {
  const { store } = c.var
  const neighbourhoods = await listNeighbourhoods(store)
  const consultations = await listConsultations(store)
  const ends = await retentionEnds(store)
  return Promise.all(
    consultations.map(async (consultation) => {
      const counts = await responseCounts(store, consultation.id)
      const { id, opensAt, closesAt, editions, particulars } = consultation
      const audiences = editions.map(({ audience }) => audience)
      const names = Object.keys(particularLabels) as Particular[]
      return {
        ...{ id, opensAt, closesAt, title: textIn(consultation.title, 'zh-CN') },
        open: closesAt > c.var.now(),
        editions: consultation.editions.map(({ audience, version }) => ({
          ...{ audience, version },
          count: sum(counts, (one) => one.audience === audience),
        })),
        keptUntil: audiences.flatMap((audience) =>
          ends.filter((end) => end.consultationId === id && end.audience === audience),
        ),
        missing: names.filter((name) => !particulars[name]).map((name) => particularLabels[name]),
        tables: [
          byDay(counts, audiences, consultation, c.var.now()),
          byNeighbourhood(counts, audiences, neighbourhoods),
          byChannel(counts, audiences),
        ],
      }
    }),
  )
}

/** What one mailbox received day by day, for each consultation it received anything for. */
export async function boxCurves(c: AppContext, mailboxNumber: number): Promise<CountsTable[]> {
  const tables: CountsTable[] = []
  for (const consultation of await listConsultations(c.var.store)) {
    const all = await responseCounts(c.var.store, consultation.id)
    const counts = all.filter((one) => one.mailboxNumber === mailboxNumber)
    if (counts.length === 0) continue
    const audiences = consultation.editions.map(({ audience }) => audience)
    const title = textIn(consultation.title, 'zh-CN')
    const table = byDay(counts, audiences, consultation, c.var.now())
    tables.push({ ...table, caption: `${title}：这只邮筒每天收到多少` })
  }
  return tables
}

function byChannel(counts: ResponseCount[], audiences: Audience[]): CountsTable {
  return {
    ...{ caption: '从哪条渠道来', of: 'channel' },
    columns: audiences.map(audienceName),
    rows: channels
      .map((channel) => ({
        label: channelName(channel),
        counts: audiences.map((audience) =>
          sum(counts, (one) => one.audience === audience && one.channel === channel),
        ),
      }))
      .filter((row) => row.counts.some((count) => count > 0)),
  }
}

function byNeighbourhood(
  counts: ResponseCount[],
  audiences: Audience[],
  neighbourhoods: Neighbourhood[],
): CountsTable {
  const areas = neighbourhoods.map(({ name, households, mailboxes }) => {
    const numbers = new Set<number | null>(mailboxes.map(({ number }) => number))
    return { label: textIn(name, 'zh-CN'), households, has: (n: number | null) => numbers.has(n) }
  })
  areas.push({ label: noMailbox, households: null, has: (n) => n === null })
  const rows = areas.map(({ label, has }) => ({
    label,
    counts: audiences.map((audience) =>
      sum(counts, (one) => one.audience === audience && has(one.mailboxNumber)),
    ),
  }))
  const shown = areas.flatMap(({ households }, at) => {
    const row = rows[at]
    return row && (households !== null || at < neighbourhoods.length || row.counts.some(Boolean))
      ? [{ row, households }]
      : []
  })
  const adults = audiences.indexOf('adult')
  return {
    ...{ caption: '从哪个居民区来', of: 'neighbourhood' },
    columns: audiences.map(audienceName),
    rows: shown.map(({ row }) => row),
    ...(shown.some(({ households }) => households !== null) && {
      extra: {
        head: '每百户成人答卷',
        cells: shown.map(({ row, households }) =>
          households ? (((row.counts[adults] ?? 0) * 100) / households).toFixed(1) : '–',
        ),
      },
    }),
  }
}

const mostDays = 31

/** Every day from the first to today, also those on which nothing came; only the last month of a long one. */
function byDay(
  counts: ResponseCount[],
  audiences: Audience[],
  { opensAt }: OpenConsultation,
  now: number,
): CountsTable {
  const days = counts.map(({ day }) => day)
  const last = Math.max(Math.min(dayOf(now), Math.max(...days, dayOf(opensAt)) + 7), ...days)
  const first = Math.max(Math.min(dayOf(opensAt), ...days), last - mostDays + 1)
  return {
    ...{ caption: '哪一天来的', of: 'day' },
    columns: audiences.map(audienceName),
    rows: Array.from({ length: last - first + 1 }, (_, at) => ({
      label: dayName(first + at),
      counts: audiences.map((audience) =>
        sum(counts, (one) => one.audience === audience && one.day === first + at),
      ),
    })),
  }
}

function sum(counts: ResponseCount[], of: (one: ResponseCount) => boolean): number {
  return counts.reduce((total, one) => (of(one) ? total + one.count : total), 0)
}
