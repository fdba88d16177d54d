import type { Consultation, Edition } from '../../../surveys/engine/definition.ts'

const text = (chinese: string) => ({ 'zh-CN': chinese })
const option = (id: string) => ({ id, label: text(`选项 ${id}`) })
const notice = {
  heading: text('告知'),
  paragraphs: [{ body: text('说明') }],
  agree: text('同意'),
  decline: text('不同意'),
}

const adult: Edition = {
  ...{ audience: 'adult', title: text('样样都问'), door: text('大人'), minutes: 2 },
  ...{ intro: text('您好'), closing: text('谢谢'), notice },
  suggestion: 'T',
  contact: { after: { question: 'S', isAnyOf: ['help'] }, notice },
  sections: [
    {
      id: 'all',
      questions: [
        {
          ...{ id: 'S', kind: 'single', title: text('单选') },
          options: [option('help'), { ...option('other'), other: true }],
        },
        {
          id: 'R',
          kind: 'rank',
          title: text('排序'),
          options: ['ra', 'rb', 'rc', 'rd'].map(option),
        },
        {
          ...{ id: 'B', kind: 'budget', title: text('贴纸') },
          ...{ options: ['ba', 'bb'].map(option), total: 100, unit: text('贴纸') },
        },
        { id: 'D', kind: 'date', title: text('哪天') },
        {
          ...{ id: 'P', kind: 'pin', title: text('在哪里'), most: 2, comment: 100 },
          plan: { src: '/plans/garden.svg', alt: text('图'), width: 800, height: 600 },
        },
        { id: 'W', kind: 'drawing', title: text('画一张') },
        { id: 'F', kind: 'photo', title: text('拍一张') },
        { id: 'N', kind: 'number', title: text('几个') },
        { id: 'T', kind: 'text', title: text('建议'), limit: 500, long: true },
      ],
    },
  ],
}

/** Asks once in every way that leaves traces of its own. */
export const everyKind: Consultation = {
  ...{ format: 1, id: 'every', title: text('样样都问'), background: text('试试') },
  collectionDays: 14,
  neighbourhoods: [{ id: 'one', name: text('一村'), mailboxes: [] }],
  editions: [adult],
  topics: [],
}
