import type { Consultation, Edition } from '../../surveys/engine/definition.ts'

const text = (chinese: string) => ({ 'zh-CN': chinese })
const option = (id: string) => ({ id, label: text(id) })
const notice = {
  heading: text('告知'),
  paragraphs: [{ body: text('说明') }],
  agree: text('同意'),
  decline: text('不同意'),
}

export const yard: Edition = {
  audience: 'adult',
  title: text('院子'),
  door: text('我是大人'),
  minutes: 3,
  intro: text('您好'),
  closing: text('谢谢'),
  notice,
  sections: [
    {
      id: 'all',
      questions: [
        { id: 'Q1', kind: 'single', title: text('住哪里'), options: ['a', 'b', 'c'].map(option) },
        {
          id: 'Q2',
          kind: 'multiple',
          title: text('想要什么'),
          options: [...['seats', 'trees'].map(option), { ...option('other'), other: true }],
        },
        {
          id: 'Q3',
          kind: 'scale',
          title: text('满意吗'),
          points: ['good', 'bad'].map(option),
          dontKnow: option('unknown'),
        },
        { id: 'Q4', kind: 'number', title: text('几个人'), min: 1, max: 20, whole: true },
        {
          id: 'Q5',
          kind: 'text',
          title: text('还想说'),
          limit: 200,
          showIf: { question: 'Q1', is: 'a' },
        },
      ],
    },
  ],
}

/** A small consultation with one question of most kinds. */
export const sample: Consultation = {
  format: 1,
  id: 'yard',
  title: text('院子怎么改'),
  background: text('大家来说'),
  collectionDays: 14,
  neighbourhoods: [
    {
      id: 'one',
      name: text('一村'),
      households: 900,
      mailboxes: [{ code: 'ONE1', name: text('南门'), place: text('门口') }],
    },
    {
      id: 'two',
      name: text('二村'),
      mailboxes: [{ code: 'TWO1', name: text('北门'), place: text('树下') }],
    },
  ],
  editions: [yard, { ...yard, audience: 'child', assent: notice, door: text('我是小朋友') }],
  topics: [],
}
