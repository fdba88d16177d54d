import type { Edition, Question } from '../../surveys/engine/definition.ts'
import { fifteenQuestions, single, text } from './fifteen-questions.ts'

/** 300 questions and 2,000 conditions, hanging on one another. */
export function largestDefinition(): string {
  const questions = Array.from({ length: 300 }, (_, i): Question => {
    const before = (back: number) => `Q${Math.max(0, i - back)}`
    const showIf = {
      any: [
        { question: before(1), isOneOf: ['a', 'b'] },
        {
          all: [
            { question: before(2), is: 'a' },
            { question: before(3), is: 'b' },
          ],
        },
      ],
    }
    return single(`Q${i}`, 5, i > 3 ? { showIf } : {})
  })
  const edition: Edition = { ...fifteenQuestions, sections: [{ id: 'S', questions }] }
  return JSON.stringify({
    format: 1,
    id: 'large',
    title: text('大'),
    background: text('大'),
    collectionDays: 30,
    neighbourhoods: [{ id: 'first', name: text('一村'), mailboxes: [] }],
    editions: [edition],
    topics: [],
  })
}
