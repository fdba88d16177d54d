import type { Consultation, Edition } from '../../../surveys/engine/definition.ts'

const text = (chinese: string) => ({ 'zh-CN': chinese })
const notice = {
  heading: text('告知'),
  paragraphs: [{ body: text('由{organiser}组织') }],
  agree: text('同意'),
  decline: text('不同意'),
}
const image = (name: string) => ({
  src: `/pictures/garden-${name}.svg`,
  alt: { 'zh-CN': `画着${name}`, en: `a picture of ${name}` },
})

const adult: Edition = {
  ...{ audience: 'adult', title: text('弄堂问卷'), door: text('大人'), minutes: 2 },
  ...{ intro: text('您好'), closing: text('谢谢'), notice },
  sections: [
    {
      id: 'lane',
      questions: [
        {
          ...{ id: 'Q1', number: '1', kind: 'single', title: text('您喜欢哪一种？') },
          options: [
            { id: 'bench', label: text('长椅'), image: image('bench') },
            { id: 'play', label: text('沙坑'), image: image('play') },
            { id: 'other', label: text('别的'), other: true },
          ],
        },
        {
          ...{ id: 'Q2', number: '2', kind: 'pin', title: text('哪里最暗？'), most: 2 },
          plan: { src: '/plans/garden.svg', alt: text('弄堂平面图'), width: 800, height: 600 },
        },
        { id: 'Q3', number: '3', kind: 'photo', title: text('拍一张给我们看') },
        {
          id: 'Q4',
          number: '4',
          kind: 'text',
          title: text('还想说什么？'),
          limit: 200,
          read: text('最后，您还想说什么？'),
        },
      ],
    },
  ],
}

/** A small consultation that asks with images, a plan and a photo. */
export const lane: Consultation = {
  ...{ format: 1, id: 'lane', title: text('弄堂征询'), background: text('弄堂要改造') },
  collectionDays: 14,
  neighbourhoods: [{ id: 'one', name: text('一村'), mailboxes: [] }],
  editions: [adult],
  topics: [],
}
