import type { Consultation, Edition } from '../../../surveys/engine/definition.ts'

const text = (chinese: string) => ({ 'zh-CN': chinese })
const labelled = (entries: Record<string, string>) =>
  Object.entries(entries).map(([id, label]) => ({ id, label: text(label) }))
const notice = {
  heading: text('告知'),
  paragraphs: [{ body: text('由{organiser}组织') }],
  agree: text('同意'),
  decline: text('不同意'),
}
const common = { minutes: 3, intro: text('您好'), closing: text('谢谢'), notice }

const adult: Edition = {
  ...common,
  audience: 'adult',
  title: text('成人问卷'),
  door: text('我是大人'),
  sections: [
    {
      id: 'you',
      title: text('您'),
      questions: [
        {
          id: 'Q1',
          number: '1',
          kind: 'single',
          title: text('您住在哪里？'),
          options: labelled({ east: '东村', west: '西村', away: '不住这里' }),
        },
        {
          id: 'Q2',
          number: '2',
          kind: 'scale',
          title: text('对环境满意吗？'),
          points: labelled({
            great: '很满意',
            good: '比较满意',
            fair: '一般',
            poor: '不太满意',
            bad: '很不满意',
          }),
          dontKnow: { id: 'unsure', label: text('不好说') },
        },
      ],
    },
    {
      id: 'wishes',
      title: text('心愿'),
      questions: [
        {
          id: 'Q3',
          number: '3',
          kind: 'multiple',
          title: text('最该先办哪几件？'),
          max: 3,
          options: [
            ...labelled({ seats: '有地方坐', lamps: '路灯亮一点', trees: '修剪大树' }),
            { id: 'other', label: text('其他'), other: true },
            { id: 'none', label: text('都还可以'), exclusive: true },
          ],
        },
        {
          id: 'Q4',
          number: '4',
          kind: 'single',
          title: text('最急的是哪一件？'),
          carriedFrom: 'Q3',
          options: [],
          showIf: { question: 'Q3', picks: { atLeast: 2 } },
        },
        {
          id: 'Q5',
          number: '5',
          kind: 'number',
          title: text('家里几口人？'),
          min: 1,
          max: 12,
          whole: true,
          unit: text('人'),
        },
        {
          id: 'Q6',
          number: '6',
          kind: 'text',
          title: text('还想说什么？'),
          limit: 300,
          long: true,
        },
        { id: 'Q7', number: '7', kind: 'photo', title: text('拍一张给我们看') },
      ],
    },
  ],
}

const child: Edition = {
  ...common,
  audience: 'child',
  assent: notice,
  title: text('儿童问卷'),
  door: text('我是小朋友'),
  sections: [
    {
      id: 'all',
      questions: [
        {
          id: 'K1',
          number: '1',
          kind: 'pair',
          title: text('更喜欢哪一个？'),
          pairs: [
            {
              id: 'a',
              options: [
                { id: 'bench', label: text('小椅子') },
                { id: 'swing', label: text('秋千') },
              ],
            },
          ],
        },
        {
          id: 'K2',
          number: '2',
          kind: 'matrix',
          title: text('还想再去吗？'),
          rows: labelled({ garden: '小花园', hall: '活动室' }),
          options: labelled({ again: '想去', maybe: '也许', no: '不想去' }),
        },
        { id: 'K3', number: '3', kind: 'text', title: text('想说的话'), limit: 60 },
      ],
    },
  ],
}

/** A consultation with a question of every kind, for the desk's tests. */
export const round: Consultation = {
  format: 1,
  id: 'round',
  title: text('院子怎么改'),
  background: text('大家来说'),
  collectionDays: 14,
  neighbourhoods: [
    {
      id: 'east',
      name: text('东村'),
      households: 200,
      mailboxes: [{ code: 'EAST1', name: text('东村邮筒'), place: text('东门口') }],
    },
    {
      id: 'west',
      name: text('西村'),
      mailboxes: [{ code: 'WEST1', name: text('西村邮筒'), place: text('西门口') }],
    },
  ],
  editions: [adult, child],
  topics: [
    {
      id: 'sitting',
      title: text('坐的地方'),
      questions: [
        { audience: 'adult', question: 'Q3' },
        { audience: 'child', question: 'K1' },
      ],
      items: [
        { id: 'seats', label: text('椅子'), options: { Q3: ['seats'], K1: ['bench'] } },
        { id: 'play', label: text('玩'), options: { Q3: ['lamps', 'trees'], K1: ['swing'] } },
      ],
    },
  ],
}
