import type { Edition, Section } from '../../engine/definition.ts'
import { option, t } from '../words.ts'
import { adultNotice } from './adult-notice.ts'

const picture = (name: string, zh: string, en: string) => ({
  image: { src: `/pictures/garden-${name}.svg`, alt: t(zh, en) },
})

/** What it should look like and hold: P1–P3. */
const corner: Section = {
  id: 'corner',
  title: t('这块空地', 'The empty corner'),
  intro: t(
    '汇成二村邮筒旁边有一块空地，一百来平方米。怎么变成小花园，请您来定。',
    'Beside the mailbox of the Second Village lies an empty corner of some hundred square metres. How should it become a little garden?',
  ),
  questions: [
    {
      id: 'P1',
      number: '1',
      kind: 'single',
      title: t('这四种样子，您最喜欢哪一种？', 'Which of these four do you like best?'),
      shuffle: true,
      options: [
        option('flowers', '花多一点', 'More flowers', {
          ...picture('flowers', '花坛里开着几种颜色的花', 'Beds with flowers in several colours'),
        }),
        option('bench', '坐的地方多一点', 'More places to sit', {
          ...picture('bench', '树下围着几张长椅', 'Benches around a tree'),
        }),
        option('play', '孩子能玩', 'Children can play', {
          ...picture('play', '一小片沙地和矮滑梯', 'A patch of sand and a low slide'),
        }),
        option('wild', '野一点，少打理', 'Wilder, little upkeep', {
          ...picture('wild', '高低不齐的草和灌木', 'Grasses and shrubs of uneven height'),
        }),
        option('any', '我都可以', 'Any of them', { exclusive: true }),
      ],
    },
    {
      id: 'P2',
      number: '2',
      kind: 'rank',
      title: t(
        '这几样，您想先有哪样、后有哪样？',
        'Which of these should come first, which later?',
      ),
      options: [
        option('seats', '能坐的长椅', 'Benches'),
        option('light', '晚上的灯', 'Light in the evening'),
        option('shade', '遮阴的树', 'Trees for shade'),
        option('beds', '居民认种的花坛', 'Beds residents look after'),
        option('board', '贴通知的木牌', 'A notice board'),
      ],
    },
    {
      id: 'P3',
      number: '3',
      kind: 'budget',
      title: t('如果由您来分，怎么分？', 'If it were yours to share out?'),
      hint: t('贴纸越多，就是越该多花力气。', 'More stickers mean more effort should go there.'),
      total: 10,
      unit: t('贴纸', 'stickers'),
      options: [
        option('plants', '种花种树', 'Planting'),
        option('paths', '铺平路面', 'Even paths'),
        option('lamps', '装灯', 'Lamps'),
        option('care', '日常打理', 'Upkeep'),
      ],
    },
  ],
}

/** Where and when: P4–P8. */
const placeAndDay: Section = {
  id: 'where',
  title: t('在哪里，什么时候', 'Where and when'),
  questions: [
    {
      id: 'P4',
      number: '4',
      kind: 'pin',
      title: t(
        '哪里想坐、哪里想种、哪里不放心？请在图上点一点：',
        'Where would you sit, where plant, and which spot worries you? Please put pins on the plan:',
      ),
      plan: {
        src: '/plans/garden.svg',
        alt: t(
          '空地的平面图，上面是北。围墙在上边和左边，左边墙外是住宅楼；右边是一排树篱。左上有一棵老树，正中有一张长椅，右上是邮筒。小门在下边正中，一条小路从门口通到邮筒，门外是楼前道路。',
          'Plan of the corner, north at the top. A wall along the top and the left, flats beyond it on the left; a hedge along the right. An old tree at the upper left, a bench in the middle, the mailbox at the upper right. The gate is in the middle of the bottom edge; a path leads from it to the mailbox, and the road lies outside.',
        ),
        width: 800,
        height: 600,
      },
      categories: [
        option('sit', '想在这里坐', 'I would sit here'),
        option('plant', '想在这里种', 'I would plant here'),
        option('worry', '这里不放心', 'This spot worries me'),
      ],
      most: 3,
      comment: 40,
    },
    {
      id: 'P5',
      number: '5',
      kind: 'date',
      title: t('哪一天动手种花，您来得了？', 'On which day could you come to plant?'),
      hint: t(
        '三月到五月，定在大多数人来得了的那天。',
        'Between March and May, on the day that suits most.',
      ),
      min: '2027-03-01',
      max: '2027-05-31',
    },
    {
      id: 'P6',
      number: '6',
      kind: 'consent',
      title: t('愿意附一张照片吗？', 'Would you add a photo?'),
      body: t(
        '可以拍一拍您想改的地方。工作人员看过以后，才可能公开；有人脸和门牌的不公开。不想放也完全没关系。',
        'It may show the spot you would change. Once staff have looked at it, it may be made public, but never with faces or door numbers. It is quite all right not to.',
      ),
      agree: t('愿意附一张', 'Yes, one photo'),
      decline: t('不用了', 'No, thank you'),
    },
    {
      id: 'P7',
      number: '7',
      kind: 'photo',
      title: t('您的照片', 'Your photo'),
      showIf: { question: 'P6', is: 'yes' },
    },
    {
      id: 'P8',
      number: '8',
      kind: 'text',
      title: t('还有什么想说的？', 'Anything else?'),
      hint: t(
        '请不要写姓名、电话、门牌号。遮住能认出人的地方以后，可能会贴出来。',
        'Please leave out names, telephone and door numbers. It may be shown, without anything that tells who wrote it.',
      ),
      long: true,
      limit: 200,
    },
  ],
}

/** 成人版: eight questions, about three minutes. */
export const adult: Edition = {
  audience: 'adult',
  title: t('口袋花园，您来出主意', 'A pocket garden: your ideas'),
  door: t('我是大人', 'I am an adult'),
  minutes: 3,
  intro: t(
    '邻居您好！空地要变成小花园了。请您点一点、排一排、放一放，大约三分钟。',
    'Hello, neighbour! The empty corner is to become a little garden. Tap, sort and place things; it takes about three minutes.',
  ),
  closing: t(
    '谢谢您！凭回执码可以查看，也可以修改或删除。结果将在{resultsBy}前贴在居务公开栏和本页面。',
    'Thank you! With your receipt code you can see, correct or delete your answers. The results will be posted on the residents’ notice board and on this page by {resultsBy}.',
  ),
  notice: adultNotice,
  sections: [corner, placeAndDay],
  suggestion: 'P8',
}
