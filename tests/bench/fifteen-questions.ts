import { channels } from '../../surveys/engine/answers.ts'
import { checkAnswers } from '../../surveys/engine/check.ts'
import type { ColumnRow } from '../../surveys/engine/columns.ts'
import type { Edition, Option, Question } from '../../surveys/engine/definition.ts'

export const text = (words: string) => ({ 'zh-CN': words })
const letters = 'abcdefghijklmn'
const options = (count: number): Option[] =>
  [...letters.slice(0, count)].map((id) => ({ id, label: text(id) }))

export const single = (id: string, count: number, more?: Partial<Question>): Question =>
  ({ id, kind: 'single', title: text(id), options: options(count), ...more }) as Question
const multiple = (id: string, count: number, more?: Partial<Question>): Question =>
  ({ id, kind: 'multiple', title: text(id), max: 3, options: options(count), ...more }) as Question

/** Fifteen questions in the proportions of the real adult questionnaire. */
export const fifteenQuestions: Edition = {
  audience: 'adult',
  title: text('问卷'),
  door: text('我是大人'),
  minutes: 5,
  intro: text('您好'),
  closing: text('谢谢'),
  notice: {
    heading: text('告知'),
    paragraphs: [{ body: text('…') }],
    agree: text('好'),
    decline: text('不'),
  },
  sections: [
    {
      id: 'S',
      questions: [
        single('Q1', 7),
        single('Q2', 7),
        single('Q3', 6, { showIf: { not: { question: 'Q1', isOneOf: ['f', 'g'] } } }),
        single('Q4', 4, { showIf: { not: { question: 'Q1', isOneOf: ['f', 'g'] } } }),
        {
          id: 'Q5',
          kind: 'scale',
          title: text('Q5'),
          points: options(5),
          dontKnow: { id: 'unsure', label: text('不好说') },
        },
        multiple('Q6', 13),
        single('Q7', 0, {
          carriedFrom: 'Q6',
          showIf: { question: 'Q6', picks: { atLeast: 2 } },
        } as Partial<Question>),
        multiple('Q8', 12),
        multiple('Q9', 9),
        multiple('Q10', 5, { showIf: { not: { question: 'Q8', includes: ['i', 'j'] } } }),
        single('Q11', 4),
        single('Q12', 6, { showIf: { not: { question: 'Q11', is: 'a' } } }),
        multiple('Q13', 8, { showIf: { question: 'Q12', isOneOf: ['b', 'd', 'e'] } }),
        multiple('Q14', 6),
        { id: 'Q18', kind: 'text', title: text('Q18'), limit: 300, long: true },
      ],
    },
  ],
}

/** Made-up responses, always the same. */
export function madeUpRows(count: number): ColumnRow[] {
  const random = generator(7)
  const pick = (count: number) => letters[Math.floor(random() ** 1.5 * count)] ?? 'a'
  const several = (count: number) => [...new Set([pick(count), pick(count), pick(count)])].sort()
  return Array.from({ length: count }, (_, i) => {
    const wishes = several(13)
    const raw = {
      Q1: pick(7),
      Q2: pick(7),
      Q3: pick(6),
      Q4: pick(4),
      Q5: random() < 0.1 ? 'unsure' : pick(5),
      Q6: wishes,
      Q7: wishes[0] ?? 'a',
      Q8: several(12),
      Q9: several(9),
      Q10: several(5),
      Q11: pick(4),
      Q12: pick(6),
      Q13: several(8),
      Q14: several(6),
      ...(random() < 0.3 && { Q18: '树下想多几张长椅，晚上路灯再亮一点。' }),
    }
    return {
      seq: i + 1,
      day: 20_700 + Math.floor(random() * 30),
      mailboxNumber: Math.floor(random() * 6),
      channel: channels[Math.floor(random() ** 3 * channels.length)] ?? 'qr',
      answers: checkAnswers(fifteenQuestions, { answers: raw, others: {} }).kept.answers,
    }
  })
}

/** Park and Miller's minimal generator: small, and the same everywhere. */
export function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
