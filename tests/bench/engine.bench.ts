import { channels } from '../../surveys/engine/answers.ts'
import { checkAnswers } from '../../surveys/engine/check.ts'
import { columnsFromBytes, columnsToBytes } from '../../surveys/engine/column-bytes.ts'
import {
  type ColumnRow,
  type Columns,
  concatColumns,
  encodeColumns,
} from '../../surveys/engine/columns.ts'
import { crossTab } from '../../surveys/engine/cross-tab.ts'
import type { Edition, Option, Question } from '../../surveys/engine/definition.ts'
import { parseConsultation } from '../../surveys/engine/parse-consultation.ts'
import { select } from '../../surveys/engine/selection.ts'
import { tallyAll } from '../../surveys/engine/tally.ts'

/** One measured thing: the middle of several runs, and the slowest of them. */
export interface Figure {
  name: string
  median: number
  worst: number
  unit: 'ms' | 'µs' | 'MB'
}

/** How fast the engine is on this machine, with a million responses to fifteen questions. */
export function engineFigures(responses = 1_000_000): Figure[] {
  const rows = manyRows(Math.min(responses, 4096))
  const chunk = encodeColumns(survey, rows)
  const bytes = columnsToBytes(chunk)
  const chunks = Array.from({ length: Math.ceil(responses / rows.length) }, () => bytes)
  const all = shuffled(concatColumns(chunks.map((part) => columnsFromBytes(part))))
  const filter = {
    mailboxNumbers: [1, 3],
    channel: 'qr',
    is: [{ question: 'Q2', option: 'b' }],
  } as const
  const selected = select(survey, all, filter)
  const definition = largestDefinition()
  const size = [...all.columns.values()].reduce((sum, column) => sum + column.byteLength, 0)
  const perRow = (name: string, run: () => unknown): Figure => {
    const { median, worst } = measure(name, run)
    const scale = 1000 / rows.length
    return { name, median: median * scale, worst: worst * scale, unit: 'µs' }
  }
  return [
    perRow('check one response', () =>
      rows.map(({ answers }) => checkAnswers(survey, { answers, others: {} })),
    ),
    perRow('turn one response into columns', () => encodeColumns(survey, rows)),
    measure('seal a chunk of 4,096', () => columnsToBytes(chunk)),
    measure('all questions, everyone', () => tallyAll(survey, all)),
    measure('all questions, a selection', () => tallyAll(survey, all, selected)),
    measure('choose the selection', () => select(survey, all, filter)),
    measure('one × one, with its filter', () =>
      crossTab(survey, all, 'Q5', 'Q1', select(survey, all, filter)),
    ),
    measure('several × one, with its filter', () =>
      crossTab(survey, all, 'Q6', 'Q1', select(survey, all, filter)),
    ),
    measure('several × several, everyone', () => crossTab(survey, all, 'Q6', 'Q8')),
    measure('from chunks: read, join, all questions', () =>
      tallyAll(survey, concatColumns(chunks.map((part) => columnsFromBytes(part)))),
    ),
    measure('check the largest definition', () => parseConsultation(definition)),
    { name: 'columns in memory', median: size / 1e6, worst: size / 1e6, unit: 'MB' },
    {
      name: 'columns on disk',
      median: (bytes.length * chunks.length) / 1e6,
      worst: (bytes.length * chunks.length) / 1e6,
      unit: 'MB',
    },
  ]
}

const text = (words: string) => ({ 'zh-CN': words })
const letters = 'abcdefghijklmn'
const options = (count: number): Option[] =>
  [...letters.slice(0, count)].map((id) => ({ id, label: text(id) }))

const single = (id: string, count: number, more?: Partial<Question>): Question =>
  ({ id, kind: 'single', title: text(id), options: options(count), ...more }) as Question
const multiple = (id: string, count: number, more?: Partial<Question>): Question =>
  ({ id, kind: 'multiple', title: text(id), max: 3, options: options(count), ...more }) as Question

/** Fifteen questions in the proportions of the real adult questionnaire. */
const survey: Edition = {
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
function manyRows(count: number): ColumnRow[] {
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
      answers: checkAnswers(survey, { answers: raw, others: {} }).kept.answers,
    }
  })
}

/** The same chunk over and over would let the machine guess what comes next; real responses do not. */
function shuffled({ count, columns }: Columns): Columns {
  const random = generator(11)
  const places = Uint32Array.from({ length: count }, () => Math.floor(random() * count))
  return {
    count,
    columns: new Map(
      [...columns].map(([key, column]) => [key, column.map((_, i) => column[places[i] ?? 0] ?? 0)]),
    ),
  }
}

/** 300 questions and 2,000 conditions, hanging on one another. */
function largestDefinition(): string {
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
  const edition: Edition = { ...survey, sections: [{ id: 'S', questions }] }
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

function measure(name: string, run: () => unknown, rounds = 15): Figure {
  const times: number[] = []
  for (let i = 0; i < rounds + 3; i++) {
    const start = performance.now()
    run()
    // The first rounds are spent compiling.
    if (i >= 3) times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return { name, median: times[rounds >> 1] ?? 0, worst: times.at(-1) ?? 0, unit: 'ms' }
}

/** Park and Miller's minimal generator: small, and the same everywhere. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
