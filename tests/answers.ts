import type { Answer, Filled, Pin } from '../surveys/engine/answers.ts'
import { checkAnswers } from '../surveys/engine/check.ts'
import type { Edition, Option, Question } from '../surveys/engine/definition.ts'
import { dateOfDay, dayOfDate } from '../surveys/engine/read-date.ts'
import { journey } from '../surveys/engine/visibility.ts'

/** What somebody might answer: the same number, the same person. Every question shown is answered, and the rules hold. */
export function someAnswers(edition: Edition, person: number): Filled {
  const random = randomFrom(person)
  const filled: Filled = { answers: {}, others: {} }
  const asked = new Set<string>()
  // An answer can bring up further questions, so the questionnaire is walked until nothing new is shown.
  for (;;) {
    const next = journey(edition, filled).find(({ question }) => !asked.has(question.id))
    if (!next) break
    const { question, options } = next
    asked.add(question.id)
    const answer = someAnswer(question, options, random)
    if (answer === undefined) continue
    filled.answers[question.id] = answer
    const picks: unknown[] = [answer].flat()
    if (options.some(({ id, other }) => other && picks.includes(id))) {
      filled.others[question.id] = '楼下再添一张长椅'
    }
  }
  return checkAnswers(edition, filled).kept
}

type Random = (below: number) => number

function someAnswer(
  question: Question,
  options: readonly Option[],
  random: Random,
): Answer | undefined {
  const one = <T extends { id: string }>(list: readonly T[]) => list[random(list.length)]?.id ?? ''
  switch (question.kind) {
    case 'single':
      return one(options)
    case 'scale':
      return one(question.dontKnow && random(8) === 0 ? [question.dontKnow] : question.points)
    case 'multiple':
      return somePicks(question.max ?? 3, question.min ?? 1, options, random)
    case 'matrix':
      return Object.fromEntries(question.rows.map(({ id }) => [id, one(question.options)]))
    case 'pair':
      return Object.fromEntries(question.pairs.map(({ id, options: pair }) => [id, one(pair)]))
    case 'number':
      return (
        (question.min ?? 0) + random(Math.min(60, (question.max ?? 60) - (question.min ?? 0)) + 1)
      )
    case 'text':
      return random(3) === 0 ? '晚上路灯再亮一点就好了。' : undefined
    case 'consent':
      return random(3) === 0 ? 'no' : 'yes'
    case 'rank': {
      const start = random(options.length)
      const order = [...options.slice(start), ...options.slice(0, start)].map(({ id }) => id)
      return order.slice(0, 1 + random(question.most ?? order.length))
    }
    case 'budget': {
      const first = random(question.total) + 1
      const rest = random(question.total - first + 1)
      const ids = question.options.map(({ id }) => id)
      const [a = '', b = ''] = [ids[random(ids.length - 1)], ids[ids.length - 1]]
      return rest > 0 ? { [a]: first, [b]: rest } : { [a]: first }
    }
    case 'date': {
      const [from, to] = [question.min ?? '2026-03-02', question.max ?? '2026-09-02'].map(dayOfDate)
      return dateOfDay((from ?? 0) + random((to ?? 0) - (from ?? 0) + 1))
    }
    case 'pin':
      return Array.from({ length: 1 + random(question.most) }, () => {
        const category = question.categories?.[random(question.categories.length)]?.id
        const pin: Pin = { x: random(1001) / 1000, y: random(1001) / 1000 }
        if (category !== undefined) pin.category = category
        if (question.comment !== undefined && random(2) === 0) pin.comment = '这里暗'
        return pin
      })
    case 'drawing':
      return ['100,100 20,5 20,-5', '300,400 0,60 60,0']
    case 'photo':
    case 'note':
      return undefined
  }
}

function somePicks(
  most: number,
  least: number,
  options: readonly Option[],
  random: Random,
): string[] {
  const exclusive = options.filter((option) => option.exclusive)
  const plain = options.filter((option) => !option.exclusive)
  if (least <= 1 && exclusive[0] && random(12) === 0) return [exclusive[0].id]
  const wanted = least + random(Math.max(1, Math.min(most, plain.length) - least + 1))
  const start = random(plain.length)
  const picked = new Set(Array.from({ length: wanted }, (_, i) => (start + i * 5) % plain.length))
  return plain.filter((_, i) => picked.has(i)).map(({ id }) => id)
}

// Mulberry32: small, and the same everywhere.
function randomFrom(seed: number): Random {
  let state = (seed + 1) * 0x9e3779b9
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}
