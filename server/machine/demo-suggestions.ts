import { proposeText, releaseText } from '../../db/released-texts.ts'
import type { Store } from '../../db/store.ts'
import { answerCard, assignCard, registerCard } from '../../db/suggestion-cards.ts'
import { listSuggested } from '../../db/suggestion-list.ts'
import { dateOfDay } from '../../surveys/engine/read-date.ts'
import { dayOf } from '../../surveys/engine/shanghai.ts'

const [one, other] = ['demo-one', 'demo-two']

/** What an invented committee made of invented suggestions: each a step further than the one before. */
export async function answerSuggestions(
  store: Store,
  consultationId: string,
  now: number,
): Promise<void> {
  const dueOn = dateOfDay(dayOf(now) + 14)
  const newest = await listSuggested(store, consultationId, { limit: 60 })
  const different = [...new Map(newest.map((one) => [one.sameKey, one])).values()].slice(0, 6)
  for (const [at, { seq, question, text }] of different.entries()) {
    const place = { consultationId, seq }
    const by = { at: now + at, actor: one }
    const subject = [...text].slice(0, 16).join('')
    const words = { subject, matter: '', proposal: text, place: '', note: '' }
    await registerCard(store, place, { ...words, category: '公共空间' }, by)
    if (at === 0) continue
    await assignCard(store, place, { unit: '物业', dueOn, handling: at > 1 ? '看过了' : '' }, by)
    if (at > 2) await answerCard(store, place, replies[at % replies.length] ?? taken, by)
    if (at < 2) continue
    await proposeText(store, consultationId, { seq, question }, text, by)
    const second = { ...by, actor: other }
    await releaseText(store, consultationId, { seq, question }, by.at, second)
  }
}

const taken = {
  ...{ outcome: 'adopted' as const, adoptedAs: 'livelihood' },
  reply: '采纳了，写进今年的实事项目，六月以前办好。',
}
const replies = [
  taken,
  {
    ...{ outcome: 'explained' as const, adoptedAs: null },
    reply: '这个月的议事会上一起商量，结果写在这里。',
  },
  {
    ...{ outcome: 'declined' as const, adoptedAs: null },
    reply: '地下有燃气管线，这次做不到；换一个地方的办法在看。',
  },
]
