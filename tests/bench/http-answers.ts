import type { Answer, Filled } from '../../surveys/engine/answers.ts'
import type { Edition, Question } from '../../surveys/engine/definition.ts'
import { journey, type Step } from '../../surveys/engine/visibility.ts'

/** Answers a person could give who answers everything asked, always the same for the same seed. */
export function someAnswers(edition: Edition, seed: number): Filled {
  const random = randomFrom(seed)
  const filled: Filled = { answers: {}, others: {} }
  const asked = new Set<string>()
  for (;;) {
    const step = journey(edition, filled).find(({ question }) => !asked.has(question.id))
    if (!step) return filled
    asked.add(step.question.id)
    const answer = answerTo(step, random)
    if (answer === undefined) continue
    filled.answers[step.question.id] = answer
    const picks: unknown[] = Array.isArray(answer) ? answer : [answer]
    if (step.options.some((option) => option.other && picks.includes(option.id))) {
      filled.others[step.question.id] = words(random, 8)
    }
  }
}

type Random = (below: number) => number

function answerTo({ question, options }: Step, random: Random): Answer | undefined {
  const one = (ids: readonly { id: string }[]) => ids[random(ids.length)]?.id ?? ''
  switch (question.kind) {
    case 'single':
      return one(options)
    case 'scale':
      return one(question.points)
    case 'multiple':
      return severalOf(question, options, random)
    case 'matrix':
      return Object.fromEntries(question.rows.map(({ id }) => [id, one(question.options)]))
    case 'pair':
      return Object.fromEntries(question.pairs.map((pair) => [pair.id, one(pair.options)]))
    case 'number':
      return (question.min ?? 1) + random(3)
    case 'text':
      return words(random, Math.min(question.limit, 60))
    case 'note':
      return undefined
  }
}

function severalOf(
  question: Extract<Question, { kind: 'multiple' }>,
  options: Step['options'],
  random: Random,
): string[] {
  const free = options.filter((option) => !option.exclusive).map(({ id }) => id)
  const most = Math.min(question.max ?? 4, free.length)
  const wanted = Math.max(question.min ?? 1, 1 + random(most))
  const picks = new Set<string>()
  while (picks.size < Math.min(wanted, free.length)) picks.add(free[random(free.length)] ?? '')
  return [...picks]
}

const characters = '希望门口多一点树荫和座椅晚上灯亮一些孩子有地方玩老人能歇脚'
const words = (random: Random, length: number) =>
  Array.from({ length }, () => characters.charAt(random(characters.length))).join('')

// mulberry32: small, even, and the same on every machine.
function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
