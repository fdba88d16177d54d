import type { Filled, Pin } from '../../../surveys/engine/answers.ts'
import type { Consultation, Edition } from '../../../surveys/engine/definition.ts'
import { round } from './round.ts'

const text = (chinese: string) => ({ 'zh-CN': chinese })
const labelled = (entries: Record<string, string>) =>
  Object.entries(entries).map(([id, label]) => ({ id, label: text(label) }))
const [grownUps, children] = round.editions
if (!grownUps || !children) throw new Error('the round has two editions')

const things = { bench: '长椅', flowers: '花坛', play: '玩的地方', wild: '小树林' }

const adult: Edition = {
  ...grownUps,
  sections: [
    {
      id: 'garden',
      questions: [
        {
          id: 'Q1',
          number: '1',
          kind: 'single',
          title: text('更喜欢哪个样子？'),
          shuffle: true,
          options: labelled(things).map((option) => ({
            ...option,
            image: { src: `/pictures/garden-${option.id}.svg`, alt: option.label },
          })),
        },
        {
          id: 'Q2',
          number: '2',
          kind: 'rank',
          title: text('请按想要的先后排一排'),
          options: labelled(things),
        },
        {
          id: 'Q3',
          number: '3',
          kind: 'budget',
          title: text('10 张贴纸怎么分？'),
          total: 10,
          unit: text('贴纸'),
          options: labelled(things),
        },
        { id: 'Q4', number: '4', kind: 'date', title: text('哪天一起去种花？') },
        {
          id: 'Q5',
          number: '5',
          kind: 'pin',
          title: text('哪里该有灯，哪里该有座位？'),
          plan: { src: '/plans/garden.svg', alt: text('空地的平面图'), width: 800, height: 600 },
          categories: labelled({ lamp: '灯', seat: '座位' }),
          most: 3,
          comment: 60,
        },
        {
          id: 'Q6',
          number: '6',
          kind: 'consent',
          title: text('可以用您的照片吗？'),
          body: text('照片会贴在公告栏。'),
          agree: text('可以'),
          decline: text('不可以'),
        },
        {
          id: 'Q7',
          number: '7',
          kind: 'photo',
          title: text('拍一张现在的样子'),
          showIf: { question: 'Q6', is: 'yes' },
        },
      ],
    },
  ],
}

const child: Edition = {
  ...children,
  sections: [
    {
      id: 'all',
      questions: [
        {
          id: 'G1',
          kind: 'consent',
          title: text('同意孩子画画吗？'),
          body: text('画只有工作人员看。'),
          agree: text('同意'),
          decline: text('不同意'),
          by: 'guardian',
        },
        {
          id: 'G2',
          number: '1',
          kind: 'drawing',
          title: text('画一画你想要的花园'),
          showIf: { question: 'G1', is: 'yes' },
        },
      ],
    },
  ],
}

/** A consultation whose questions are of the kinds that are more than a choice. */
export const kindsRound: Consultation = { ...round, editions: [adult, child], topics: [] }

const ids = Object.keys(things)
const firsts = ['flowers', 'flowers', 'bench', 'flowers', 'play', 'bench', 'wild'] as const
const stickers: Record<string, number>[] = [
  { flowers: 6, bench: 4 },
  { play: 5, flowers: 3, wild: 2 },
  { bench: 7 },
  { wild: 2, play: 2, flowers: 2, bench: 2 },
]
const spots: [number, number][] = [
  [0.31, 0.55],
  [0.3, 0.57],
  [0.72, 0.4],
  [0.55, 0.8],
]

/** What the n-th adult answers: everything follows from the number, so that a test can count it again. */
export function adultOf(n: number): Filled['answers'] {
  const first = firsts[n % firsts.length] ?? 'bench'
  const rest = ids.filter((id) => id !== first)
  const [x, y] = spots[n % spots.length] ?? [0, 0]
  const pin: Pin = { x: x + (n % 5) * 0.013, y, category: n % 3 === 0 ? 'seat' : 'lamp' }
  return {
    Q1: ids[(n * n) % 3] ?? 'bench',
    Q2: n % 4 === 3 ? [first] : [first, ...rest.slice(n % 3), ...rest.slice(0, n % 3)],
    Q3: stickers[n % stickers.length] ?? {},
    Q4: `2026-03-${String(1 + ((n * 3) % 16)).padStart(2, '0')}`,
    Q5: [
      n % 6 === 0 ? { ...pin, comment: `这里晚上太暗，第 ${n} 位` } : pin,
      ...(n % 2 ? [{ x: 0.9 - (n % 7) * 0.02, y: 0.15 + (n % 5) * 0.03, category: 'lamp' }] : []),
    ],
    Q6: n % 3 === 2 ? 'no' : 'yes',
  }
}

/** What the n-th child draws: a house, a sun, a tree. */
export function childOf(n: number): Filled['answers'] {
  const x = 200 + (n % 5) * 40
  const house = `${x},600 0,-240 160,-140 160,140 0,240 -320,0`
  const sun = [`800,${120 + (n % 3) * 30} 40,-20 40,20 0,50 -40,30 -40,-30 0,-50`, '780,60 -20,-30']
  const tree = [`760,640 0,-160`, `700,500 60,-120 60,120 -120,0`, '650,300']
  return { G1: 'yes', G2: [house, ...sun, ...(n % 2 ? tree : [])] }
}
