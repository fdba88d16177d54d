import { findConsultation } from '../../db/consultations.ts'
import {
  addDecision,
  type DecisionWords,
  findDecision,
  listDecisions,
  publishDecision,
  recordProgress,
} from '../../db/decisions.ts'
import { currentRelease, draftRelease, publishRelease } from '../../db/releases.ts'
import type { Store } from '../../db/store.ts'
import { dateOfDay } from '../../surveys/engine/read-date.ts'
import { dayOf } from '../../surveys/engine/shanghai.ts'
import type { Finding } from '../../web/public/decided.ts'
import { offeredQuestions } from '../releases/choices.ts'
import { readSnapshot } from '../releases/published.ts'
import { takeSnapshot } from '../releases/take-snapshot.ts'
import { answerSuggestions } from './demo-suggestions.ts'

const [one, other] = ['demo-one', 'demo-two']

/** What an invented committee made of the invented answers: results published, decisions taken, suggestions answered. */
export async function committeeActs(
  store: Store,
  consultationId: string,
  now: number,
): Promise<void> {
  if (await currentRelease(store, consultationId)) return
  await answerSuggestions(store, consultationId, now - 180_000)
  await publishResults(store, consultationId, now)
  await decide(store, consultationId, now)
}

async function publishResults(store: Store, id: string, now: number) {
  const consultation = await findConsultation(store, id)
  if (!consultation) return
  const choices = consultation.editions.map(({ audience, edition }) => ({
    ...{ audience, byNeighbourhood: true },
    questions: offeredQuestions(edition).map((question) => question.id),
  }))
  const words = {
    note: '谢谢每一位往邮筒里投过答卷的大人和小朋友。先把大家说的摆出来，接下来开听证会。',
    highlights: ['Q6', 'Q5', 'Q11'].map((question) => ({ audience: 'adult' as const, question })),
  }
  const at = now - 120_000
  const { released, counted } = await takeSnapshot(store, consultation, choices, at, words)
  const draft = { consultationId: id, note: words.note, snapshot: JSON.stringify(released) }
  const kept = { ...draft, counted: JSON.stringify(counted) }
  const { id: release } = await draftRelease(store, kept, { at, actor: one })
  await publishRelease(store, release, { at: at + 1, actor: other })
}

async function decide(store: Store, id: string, now: number) {
  const release = await currentRelease(store, id)
  if (!release) return
  const { editions } = readSnapshot(release)
  const finding = (question: string): Finding[] =>
    editions.flatMap(({ audience, questions }) =>
      questions
        .filter(({ table }) => audience === 'adult' && table.id === question)
        .map(({ table, takenAt }) => ({ release: release.number, takenAt, audience, table })),
    )
  const day = (days: number) => dateOfDay(dayOf(now) + days)
  const said = (question: string, words: Partial<DecisionWords>): DecisionWords => ({
    ...{ title: '', options: '', verdict: 'do', decision: '', reason: '', action: '', unit: '' },
    ...{ findings: JSON.stringify(finding(question)), decidedBy: '居民听证会', decidedOn: day(-1) },
    ...{ dueOn: day(60), ...words },
  })
  const decisions = [
    said('Q6', {
      title: '楼道和车棚换亮灯',
      options: '一、全部换成声控灯；二、先换一村和三村；三、只修不换。',
      decision: '一村到五村的楼道、车棚和三个出入口全部换成声控节能灯。',
      action: '先换一村，每周一个村。',
      unit: '物业、街道市政科',
    }),
    said('Q6', {
      title: '多放几张能靠的长椅',
      verdict: 'partly',
      decision: '先在四处树荫下放八张带靠背和扶手的长椅。',
      reason: '另外三处地下有燃气管线，不能打基础。',
      unit: '绿化所',
    }),
    said('Q6', {
      title: '小区里再划停车位',
      verdict: 'not',
      decision: '这次不再划新的停车位。',
      reason: '消防通道要留够四米，量过以后没有地方可以划；夜里借用学校操场的办法在谈。',
      action: '每月公布一次和学校商谈的进展。',
      unit: '居委会',
    }),
  ]
  for (const words of decisions)
    await addDecision(store, id, words, { at: now - 90_000, actor: one })
  for (const written of await listDecisions(store, id)) {
    await publishDecision(store, written, written.writtenAt, { at: now - 60_000, actor: other })
  }
  const [lamps] = (await listDecisions(store, id)).filter(({ number }) => number === 1)
  const found = lamps && (await findDecision(store, id, lamps.id))
  const progress = { progress: 'doing', progressNote: '一村已经换好，三村这周开工。' } as const
  if (!found) return
  await recordProgress(store, found, progress, undefined, { at: now - 30_000, actor: one })
  const told = await findDecision(store, id, found.id)
  if (told) await publishDecision(store, told, told.writtenAt, { at: now - 20_000, actor: other })
}
