import type { Filled } from '../../../surveys/engine/answers.ts'
import type {
  Consultation,
  Edition,
  Notice,
  Option,
  Question,
  Section,
} from '../../../surveys/engine/definition.ts'

export const text = (words: string) => ({ 'zh-CN': words })

export const named = (id: string) => ({ id, label: text(id) })

export const options = (...ids: string[]): Option[] => ids.map(named)

export const notice: Notice = {
  heading: text('告知'),
  paragraphs: [{ body: text('谁、为什么、多久') }],
  agree: text('愿意'),
  decline: text('不想填'),
}

export function section(id: string, questions: Question[], more?: Partial<Section>): Section {
  return { id, questions, ...more }
}

/** An adult edition with these questions in one section, or with these sections. */
export function edition(parts: Question[] | { sections: Section[] }): Edition {
  return {
    audience: 'adult',
    title: text('问卷'),
    door: text('我是大人'),
    minutes: 4,
    intro: text('您好'),
    closing: text('谢谢'),
    notice,
    sections: Array.isArray(parts) ? [section('S1', parts)] : parts.sections,
  }
}

export function consultation(...editions: Edition[]): Consultation {
  return {
    format: 1,
    id: 'yard',
    title: text('院子'),
    background: text('旧库房'),
    collectionDays: 30,
    neighbourhoods: [
      {
        id: 'first',
        name: text('一村'),
        mailboxes: [{ code: 'HC1A', name: text('一号邮筒'), place: text('门口') }],
      },
    ],
    editions,
    topics: [],
  }
}

export const filled = (answers: Filled['answers'], others: Filled['others'] = {}): Filled => ({
  answers,
  others,
})

/** A small questionnaire with one of every kind and every way to depend on what came before. */
export const sample = edition({
  sections: [
    section('S1', [
      { id: 'home', kind: 'single', title: text('住哪里'), options: options('one', 'two', 'away') },
      {
        id: 'wishes',
        kind: 'multiple',
        title: text('先办哪几件'),
        max: 3,
        shuffle: true,
        options: [
          ...options('seats', 'lift', 'trees', 'lights'),
          { ...named('other'), other: true },
          { ...named('fine'), exclusive: true },
        ],
      },
      {
        id: 'urgent',
        kind: 'single',
        title: text('最急的'),
        carriedFrom: 'wishes',
        options: [],
        showIf: { question: 'wishes', picks: { atLeast: 2 } },
      },
    ]),
    section(
      'S2',
      [
        {
          id: 'mood',
          kind: 'scale',
          title: text('满意吗'),
          points: [named('good'), named('fair'), named('bad')],
          dontKnow: named('unsure'),
        },
        {
          id: 'lift',
          kind: 'single',
          title: text('加装电梯'),
          options: [
            ...options('yes', 'no'),
            { ...named('landlord'), showIf: { question: 'home', is: 'two' } },
            { ...named('else'), other: true },
          ],
        },
        {
          id: 'worries',
          kind: 'multiple',
          title: text('顾虑'),
          min: 2,
          options: options('light', 'noise', 'money'),
          showIf: { question: 'lift', is: 'no' },
        },
      ],
      { showIf: { not: { question: 'home', is: 'away' } } },
    ),
    section('S3', [
      {
        id: 'places',
        kind: 'matrix',
        title: text('还想去吗'),
        rows: [named('garden'), named('room')],
        options: [named('again'), named('never')],
      },
      {
        id: 'house',
        kind: 'pair',
        title: text('选一个'),
        pairs: [
          { id: 'a', options: [named('read'), named('craft')] },
          { id: 'b', options: [named('plant'), named('play')] },
        ],
      },
      { id: 'best', kind: 'single', title: text('最想要'), carriedFrom: 'house', options: [] },
      { id: 'years', kind: 'number', title: text('几年'), min: 0, max: 120, whole: true },
      {
        id: 'words',
        kind: 'text',
        title: text('想说的'),
        limit: 10,
        showIf: {
          any: [
            { question: 'years', number: { atLeast: 3 } },
            { question: 'best', answered: true },
          ],
        },
      },
      { id: 'thanks', kind: 'note', title: text('谢谢') },
    ]),
  ],
})
